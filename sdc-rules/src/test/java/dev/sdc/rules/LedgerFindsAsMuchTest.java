package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.audit.ledger.Ledger;
import dev.sdc.engine.audit.ledger.Releases;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationBuilder;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ledger finds of what was released whatever matters: a check beside it says as much as one beside the files. */
class LedgerFindsAsMuchTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();

    private static final Declaration.Hierarchy OLD_NORTH =
            new Declaration.Hierarchy("North (2021)", List.of("E1", "E2"));
    private static final Declaration.Hierarchy NEW_NORTH = new Declaration.Hierarchy("North (2023)", List.of("E1"));

    private static Submission submission(String id, DeclarationBuilder defaults, String... tables) {
        var submission = Submission.builder().id(id).dataset("registry").defaults(defaults.build());
        for (int i = 0; i < tables.length; i++) {
            submission.file(OutputFile.inMemory("t" + (i + 1) + ".csv", tables[i].getBytes(StandardCharsets.UTF_8)));
        }
        return submission.build();
    }

    private static DeclarationBuilder patients() {
        return Declaration.builder().unit("patient");
    }

    private static DeclarationBuilder of(String population, String within) {
        return patients().population(new Population(population, null, null, within, null, null));
    }

    private static DeclarationBuilder sized(String population, long n, String within) {
        return patients().population(new Population(population, null, n, within, null, null));
    }

    private static Arguments pair(
            String what, DeclarationBuilder then, String before, DeclarationBuilder now, String t) {
        return Arguments.of(what, submission("old", then, before), submission("new", now, t));
    }

    private static Arguments pair(String what, String before, String now) {
        return pair(what, patients(), before, patients(), now);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(
                        "ages to 17, to 15",
                        "Age,Patients\n0-17,143\n18-64,410\n65+,207\n",
                        "Age,Patients\n0-15,140\n16-64,413\n65+,207\n"),
                pair(
                        "no age in common",
                        "Age,Patients\nunder 18,143\n18+,617\n",
                        "Age,Patients\nunder 16,140\n16+,620\n"),
                pair(
                        "ages by sex, one line of which differs",
                        "Sex,Age,Patients\nWomen,0-17,143\nWomen,18+,617\nMen,0-17,99\nMen,18+,450\n",
                        "Sex,Age,Patients\nWomen,0-15,140\nWomen,16+,620\nMen,0-17,99\nMen,18+,450\n"),
                pair(
                        "one period each, as a column",
                        "Region,2013-2017\nNorth,143\nSouth,250\nWest,310\n",
                        "Region,2013-2018\nNorth,146\nSouth,250\nWest,310\n"),
                pair(
                        "one period each, in the title",
                        "Lung cancer 2013-2017\n\nStage,Patients\nI,143\nII,250\nIII,310\nIV,120\n",
                        "Lung cancer 2013-2018\n\nStage,Patients\nI,146\nII,250\nIII,310\nIV,120\n"),
                pair(
                        "one cell in common, of a declared population",
                        of("P1", null),
                        "Stage,Patients\nI,143\nII,250\n",
                        of("P1", null),
                        "Stage,Patients\nI,146\nIII,310\n"),
                pair(
                        "nothing but totals, of declared populations",
                        of("P1", null),
                        "Group,Patients\nTotal,143\n",
                        of("P2", "P1"),
                        "Group,Patients\nTotal,140\n"),
                pair(
                        "bands in another writing, with a total",
                        "Age,Patients\n0-17,143\n18-64,410\n65+,207\nTotal,760\n",
                        "Age,Patients\n0 to 17,146\n18 to 64,410\n65 and over,207\nTotal,763\n"),
                pair(
                        "another layout",
                        "Age,Women,Men\n0-17,43,50\n18+,317,300\n",
                        "Age,Sex,Patients\n0-17,Women,46\n0-17,Men,50\n18+,Women,317\n18+,Men,300\n"),
                pair(
                        "another boundary",
                        "Area,Patients\nNorth (2021 boundary),143\nSouth (2021 boundary),250\n",
                        "Area,Patients\nNorth (2023 boundary),146\nSouth (2023 boundary),250\n"),
                pair(
                        "zones that only the earlier release tells of",
                        patients().hierarchies(List.of(OLD_NORTH, NEW_NORTH)),
                        "Area,Patients\nNorth (2021),143\n",
                        patients(),
                        "Area,Patients\nNorth (2023),140\n"),
                pair(
                        "zones that only the later one tells of",
                        patients(),
                        "Area,Patients\nNorth (2021),143\n",
                        patients().hierarchies(List.of(OLD_NORTH, NEW_NORTH)),
                        "Area,Patients\nNorth (2023),140\n"),
                pair(
                        "zones of which each tells of its own",
                        patients().hierarchies(List.of(OLD_NORTH)),
                        "Sex,Area,Patients\nWomen,North (2021),143\n",
                        patients().hierarchies(List.of(NEW_NORTH)),
                        "Sex,Area,Patients\nWomen,North (2023),140\n"),
                pair(
                        "a hidden count that opens",
                        "Stage,Men\nI,*\nII,210\nIII,*\nIV,305\n",
                        "Stage,Men\nII,210\nIII,122\nIV,305\nTotal,641\n"),
                pair(
                        "hidden counts of which the margins open one",
                        "Age,Women,Men,Other\nunder 40,40,*,30\n40-64,50,60,31\n65+,70,80,32\n",
                        "Region,Women,Men,Other\nNorth,100,74,50\nSouth,60,70,43\nTotal,160,144,93\n"),
                pair(
                        "a hidden count that the total of another breakdown opens",
                        of("P1", null),
                        "Stage,Patients\nI,143\nII,*\nIII,310\n",
                        of("P1", null),
                        "Region,Patients\nNorth,200\nSouth,257\nTotal,457\n"),
                pair(
                        "a total, in other bands, that opens a count which is hidden now",
                        of("P1", null),
                        "Age,n\n1930-1945,1962\n1946-1994,3887\n1995-2019,750\nTotal,6599\n",
                        of("P1", null),
                        "Age,Patients\n0-15,*\n16 to 64,3887\n65 to 89,750\n"),
                pair(
                        "an area in another grouping",
                        "Region,Area,Patients\nNorth,A,143\nNorth,B,*\nSouth,C,200\nSouth,D,*\n",
                        "District,Area,Patients\nEast,A,143\nWest,C,200\nEast,B,4\nWest,D,30\n"),
                pair(
                        "means of declared populations, without a count",
                        sized("P1", 143, null),
                        "Stage,Mean cost\nI,1204.5\nII,980.25\n",
                        sized("P2", 140, "P1"),
                        "Stage,Mean cost\nI,1190.5\nII,970.25\n"),
                pair(
                        "counts by the declaration only",
                        patients().columns(Map.of("Score", ColumnRole.COUNT)),
                        "Stage,Score\nI,143\nII,250\nIII,310\nIV,120\n",
                        patients().columns(Map.of("Score", ColumnRole.COUNT)),
                        "Stage,Score\nI,146\nII,250\nIII,310\nIV,120\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void whatDiffersFromAnEarlierReleaseIsFound(String what, Submission before, Submission now) throws Exception {
        assertThat(besideFiles(before, now)).isNotEmpty().isEqualTo(besideLedger(before, now));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theOtherWayRoundAsMuchIsFoundAsBesideTheFiles(String what, Submission now, Submission before)
            throws Exception {
        assertThat(besideLedger(before, now)).isEqualTo(besideFiles(before, now));
    }

    /** Tables of the same people that differ in bands, periods, layout, writing, totals, headers, nesting and a few counts. */
    @Property(tries = 400, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void randomPairs(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int seed) throws Exception {
        Random random = new Random(seed);
        Submission before = random("old", random);
        Submission now = random("new", random);
        assertThat(besideLedger(before, now)).isEqualTo(besideFiles(before, now));
    }

    private static Submission random(String id, Random random) {
        int[][] cuts = {{18, 65}, {16, 65}, {18, 60}, {40}, {18, 40, 65}};
        int[] cut = cuts[random.nextInt(cuts.length)];
        boolean byTime = random.nextInt(3) == 0;
        List<String> bands = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i <= cut.length; i++) {
            int from = i == 0 ? 0 : cut[i - 1];
            int to = i == cut.length ? 90 : cut[i];
            int style = random.nextInt(2);
            String closed = from + (style == 0 ? "-" : " to ") + (to - 1);
            bands.add(byTime ? (1930 + from) + "-" + (1929 + to) : to == 90 && style == 0 ? from + "+" : closed);
            counts.add(2 * (to * (200 - to) - from * (200 - from)) / 3);
        }
        boolean wide = random.nextBoolean();
        boolean totals = random.nextBoolean();
        boolean sexes = random.nextInt(4) > 0;
        String header = random.nextInt(3) == 0 ? "n" : "Patients";
        List<List<String>> rows = new ArrayList<>();
        List<String> groups = sexes ? List.of("Women", "Men") : List.of("all");
        for (int band = 0; band < bands.size(); band++) {
            List<String> row = new ArrayList<>(List.of(bands.get(band)));
            for (int g = 0; g < groups.size(); g++) {
                int n = counts.get(band) / (g + 1) - (random.nextInt(6) == 0 ? random.nextInt(4) : 0);
                row.add(random.nextInt(12) == 0 ? "*" : Integer.toString(n));
            }
            rows.add(row);
        }
        StringBuilder csv = new StringBuilder();
        if (wide && sexes) {
            csv.append("Age,Women,Men\n");
            rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        } else {
            csv.append(sexes ? "Age,Sex," : "Age,").append(header).append('\n');
            for (List<String> row : rows) {
                for (int g = 0; g < groups.size(); g++) {
                    csv.append(row.get(0)).append(sexes ? "," + groups.get(g) : "");
                    csv.append(',').append(row.get(g + 1)).append('\n');
                }
            }
        }
        if (totals && !sexes) {
            csv.append("Total,").append(counts.stream().mapToInt(n -> n).sum()).append('\n');
        } else if (totals && wide) {
            csv.append("Total");
            for (int g = 0; g < groups.size(); g++) {
                int in = g;
                csv.append(',')
                        .append(counts.stream().mapToInt(n -> n / (in + 1)).sum());
            }
            csv.append('\n');
        }
        DeclarationBuilder declared = switch (random.nextInt(4)) {
            case 0 -> of("P1", null);
            case 1 -> of("P2", "P1");
            default -> patients();
        };
        return submission(id, declared, csv.toString());
    }

    private static List<String> besideFiles(Submission before, Submission now) throws Exception {
        return said(CHECKER.against(List.of(before.under("released:" + before.id()))), now);
    }

    private static List<String> besideLedger(Submission before, Submission now) throws Exception {
        Path folder = Files.createTempDirectory("ledger");
        Path file = folder.resolve("ledger.jsonl");
        try (Ledger ledger = Ledger.open(file.toString())) {
            Examination read = CHECKER.examine(before, Profiles.choose(null, before));
            ledger.add(Releases.of(
                    String.valueOf(before.id()),
                    before.dataset(),
                    null,
                    read.files().stream()
                            .flatMap(each -> each.outputs().stream())
                            .toList()));
            return said(CHECKER.against(ledger), now);
        } finally {
            for (Path each : Arrays.asList(file, folder.resolve("ledger.jsonl.lock"), folder)) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** What rules say because of the earlier release. */
    private static List<String> said(OutputChecker checker, Submission now) throws Exception {
        List<String> alone = findings(CHECKER, now);
        return findings(checker, now).stream()
                .filter(finding -> !alone.contains(finding))
                .toList();
    }

    private static List<String> findings(OutputChecker checker, Submission now) throws Exception {
        return checker.check(now, Profiles.choose(null, now)).findings().stream()
                .map(finding -> finding.rule() + " " + finding.cell() + " " + finding.disposition() + " "
                        + finding.because() + " " + finding.related())
                .sorted()
                .toList();
    }
}
