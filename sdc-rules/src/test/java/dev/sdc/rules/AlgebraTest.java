package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.Submission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rules that invert printed figures, held against the data that the figures were made from. */
class AlgebraTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();
    private static final int MINIMUM = 10;
    private static final double HALF = 0.5;

    /** CON-001: the index never fails where no unit holds half, and never passes where one does. */
    @Property(tries = 150)
    void anIndexIsJudgedAsTheSharesAre(
            @ForAll @Size(min = 10, max = 25) List<@IntRange(min = 1, max = 999) Integer> sizes) throws Exception {
        double total = sizes.stream().mapToInt(size -> size).sum();
        double index =
                sizes.stream().mapToDouble(size -> size / total * size / total).sum();
        double largest = sizes.stream().mapToInt(size -> size).max().orElseThrow() / total;
        String csv = "Market,Units,HHI\nA,%d,%s\n".formatted(sizes.size(), decimals(index, 6));

        Set<Level> levels = levels(check(csv), "CON-001");
        if (largest > HALF) {
            assertThat(levels).as("%s of %s", largest, csv).isNotEmpty();
        } else {
            assertThat(levels).as("%s of %s", largest, csv).doesNotContain(Level.FAIL);
        }
    }

    /** RAT-002: a crude odds ratio fails only where a cell is small, and is silent only where none is. */
    @Property(tries = 200)
    void anOddsRatioIsJudgedAsItsCellsAre(
            @ForAll @IntRange(min = 1, max = 90) int a,
            @ForAll @IntRange(min = 1, max = 90) int b,
            @ForAll @IntRange(min = 1, max = 90) int c,
            @ForAll @IntRange(min = 1, max = 90) int d)
            throws Exception {
        double log = Math.log((double) a * d / ((double) b * c));
        double spread = 1.959963984540054 * Math.sqrt(1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d);
        String csv = "Exposure,OR,CI lower,CI upper\nsmoking,%s,%s,%s\n"
                .formatted(
                        decimals(Math.exp(log), 3),
                        decimals(Math.exp(log - spread), 3),
                        decimals(Math.exp(log + spread), 3));
        boolean small = Math.min(Math.min(a, b), Math.min(c, d)) < MINIMUM;

        Report report = check(csv);
        Set<Level> levels = new TreeSet<>(levels(report, "RAT-002"));
        levels.addAll(levels(report, "RAT-003"));
        levels.addAll(levels(report, "RAT-005"));
        if (small) {
            assertThat(levels).as("%d %d %d %d: %s", a, b, c, d, csv).isNotEmpty();
        } else {
            assertThat(levels).as("%d %d %d %d: %s", a, b, c, d, csv).doesNotContain(Level.FAIL);
        }
    }

    /**
     * PCT-001 and 002: a percentage of a printed base fails only where its count or the rest is small, and is never silent
     * there. By chance both rows may be shares of one larger base; then PCT-003 asks which is meant.
     */
    @Property(tries = 200)
    void aPercentageIsJudgedAsItsCountIs(
            @ForAll @IntRange(min = 20, max = 900) int base, @ForAll @IntRange(min = 1, max = 99) int percent)
            throws Exception {
        int count = Math.max(1, base * percent / 100);
        String csv = "Group,N,Percent\nA,%d,%s\nB,5000,31.2\n".formatted(base, decimals(100.0 * count / base, 1));
        boolean small = count < MINIMUM || (base - count < MINIMUM && base > count);

        Report report = check(csv);
        Set<Level> levels = new TreeSet<>(levels(report, "PCT-001"));
        levels.addAll(levels(report, "PCT-002"));
        if (small) {
            levels.addAll(levels(report, "PCT-003"));
            assertThat(levels).as("%d of %d", count, base).isNotEmpty();
        } else {
            assertThat(levels).as("%d of %d", count, base).doesNotContain(Level.FAIL);
        }
    }

    /** SUR-001: a step fails exactly where its events are few. */
    @Property(tries = 100)
    void aStepOfACurveIsJudgedAsItsEventsAre(@ForAll @Size(3) List<@IntRange(min = 0, max = 40) Integer> events)
            throws Exception {
        int atRisk = 400;
        double survival = 1;
        StringBuilder csv = new StringBuilder("time,n.risk,survival\n0,400,1\n");
        for (int i = 0; i < events.size(); i++) {
            survival *= 1 - (double) events.get(i) / atRisk;
            atRisk -= events.get(i);
            csv.append(12 * (i + 1))
                    .append(',')
                    .append(atRisk)
                    .append(',')
                    .append(decimals(survival, 5))
                    .append('\n');
        }
        boolean few = events.stream().anyMatch(each -> each >= 1 && each < MINIMUM);
        assertThat(levels(check(csv.toString()), "SUR-001").contains(Level.FAIL))
                .as("%s: %s", events, csv)
                .isEqualTo(few);
    }

    /** DIF-001: one table taken from another fails exactly where a difference is small. */
    @Property(tries = 100)
    void nestedTablesAreJudgedAsTheirDifferencesAre(@ForAll @Size(4) List<@IntRange(min = 0, max = 25) Integer> less)
            throws Exception {
        StringBuilder all = new StringBuilder("stage,patients\n");
        StringBuilder part = new StringBuilder("stage,patients\n");
        int inAll = 0;
        int inPart = 0;
        for (int i = 0; i < less.size(); i++) {
            int count = 100 + 37 * i;
            inAll += count;
            inPart += count - less.get(i);
            all.append('s').append(i).append(',').append(count).append('\n');
            part.append('s').append(i).append(',').append(count - less.get(i)).append('\n');
        }
        all.append("Total,").append(inAll).append('\n');
        part.append("Total,").append(inPart).append('\n');
        Submission submission = Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(file("all.csv", all.toString()))
                .file(file("part.csv", part.toString()))
                .build();
        boolean few = less.stream().anyMatch(each -> each >= 1 && each < MINIMUM);
        assertThat(levels(CHECKER.check(submission), "DIF-001").contains(Level.FAIL))
                .as("%s", less)
                .isEqualTo(few);
    }

    private static Report check(String csv) throws DeclarationException {
        return CHECKER.check(Submission.builder()
                .defaults(Declaration.builder().unit("patient").build())
                .file(file("t.csv", csv))
                .build());
    }

    private static OutputFile file(String name, String csv) {
        return OutputFile.inMemory(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<Level> levels(Report report, String rule) {
        Set<Level> levels = new TreeSet<>();
        report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .forEach(finding -> levels.add(finding.level()));
        return levels;
    }

    private static String decimals(double value, int places) {
        return BigDecimal.valueOf(value)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString()
                .toLowerCase(Locale.ROOT);
    }
}
