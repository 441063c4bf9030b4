package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A worked case of one rule: a folder of {@code testdata/rules/ID/} with {@code case.yaml} and {@code submission/}, and
 * {@code released/} where something was released before.
 *
 * @param rule the id of the rule that the case speaks of
 * @param expect every finding that the rule has to make, and no other
 * @param applies whether the rule has something to test here; asked where it finds nothing
 * @param restsOn declarations that a pass has to name; others may stand beside them
 * @param tested words of what the rule says that it tested
 * @param decides addresses of columns, each {@code file!range}, that this rule alone has to decide on
 * @param leaves addresses of columns that this rule alone must not decide on
 * @param anyOrder whether the rule has to find as much where the rows of every table stand in the reverse order
 */
public record RuleCase(
        Path folder,
        String rule,
        Kind kind,
        String about,
        @Nullable String profile,
        List<Expected> expect,
        boolean applies,
        List<String> restsOn,
        @Nullable String tested,
        List<String> decides,
        List<String> leaves,
        boolean anyOrder) {
    static final Path ROOT = Path.of("..", "testdata", "rules");
    private static final Pattern BROKEN =
            Pattern.compile("\\bnull\\b|  | [,;:)]| \\.(?![a-z.])|\\( |\\(\\)|\"\"|^[ ,;]|[ (]$");
    private static final Pattern BELOW_NOTHING = Pattern.compile("(?<![\\w.-])-\\d");
    /** A rule that decides on no column. */
    private static final String OF_FILES = "FILE-001";

    public enum Kind {
        FAILING,
        PASSING,
        BOUNDARY
    }

    /**
     * A finding.
     *
     * @param at the file and cell it stands at
     * @param says words of its message or its reason
     * @param asks words of the evidence that it asks for
     * @param related all other cells that it names, each {@code file!cell}, in any order; null where it is not asked
     */
    public record Expected(
            Level level,
            String at,
            @Nullable String says,
            @Nullable String asks,
            @Nullable List<String> related) {
        boolean is(Finding finding) {
            String asked = finding.evidenceNeeded();
            return toString().equals(placed(finding))
                    && (says == null || (finding.message() + "\n" + finding.because()).contains(says))
                    && (asks == null || (asked != null && asked.contains(asks)))
                    && (related == null || Set.copyOf(related).equals(Set.copyOf(finding.related())));
        }

        @Override
        public String toString() {
            return level + " at " + at;
        }
    }

    Path submission() {
        return folder.resolve("submission");
    }

    /** Outputs that were released before, where the case has any. */
    Path released() {
        return folder.resolve("released");
    }

    public String name() {
        return rule + "/" + folder.getFileName();
    }

    /** Checks the submission; fails where the rule finds anything else than what is expected. */
    public void holds(OutputChecker checker) throws DeclarationException {
        Submission checked = SubmissionReader.readFolder(submission(), null);
        List<Submission> before = Files.isDirectory(released())
                ? List.of(SubmissionReader.readFolder(released(), null).under("released"))
                : List.of();
        Report report = checker.against(before).check(checked, Profiles.choose(profile, checked));
        List<Finding> found = found(report);
        assertFound(found, report);
        if (anyOrder) {
            assertFindsAsMuchInReverse(found, checker.against(before));
        }
        for (Expected each : expect) {
            assertThat(found).as("%s: what is told at %s", name(), each.at()).anyMatch(each::is);
        }
        assertWholeSentences(report);
        assertOwnWords(found, checker, Stream.concat(before.stream(), Stream.of(checked)));
        if (expect.isEmpty()) {
            assertThat(tested(report))
                    .as("%s: whether %s applies", name(), rule)
                    .isEqualTo(applies);
        }
        assertThat(report.files().stream()
                        .flatMap(file -> file.outputs().stream())
                        .flatMap(output -> output.restsOn().stream()))
                .as("%s: what a pass rests on", name())
                .containsAll(restsOn);
        if (tested != null) {
            assertThat(results(report).map(Report.RuleReport::why))
                    .as("%s: what %s says that it tested", name(), rule)
                    .anyMatch(why -> why.contains(tested));
        }
        if (!decides.isEmpty() || !leaves.isEmpty()) {
            assertThat(undecided(OF_FILES, before, checked))
                    .as("%s: what is undecided without %s", name(), rule)
                    .containsAll(decides);
            assertThat(undecided(rule, before, checked))
                    .as("%s: what %s alone leaves undecided", name(), rule)
                    .noneMatch(decides::contains)
                    .containsAll(leaves);
        }
    }

    private List<Finding> found(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    /** A rule that looks at two rows may forget that the one and the other can stand first. */
    private void assertFindsAsMuchInReverse(List<Finding> found, OutputChecker checker) throws DeclarationException {
        Report report;
        try (ReversedRows reversed = ReversedRows.of(submission())) {
            Submission read = SubmissionReader.readFolder(reversed.folder(), null);
            report = checker.check(read, Profiles.choose(profile, read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> turned = found(report).stream().map(RuleCase::placed).toList();
        if (turned.size() != found.size()) {
            fail(
                    "%s: where the rows stand in the reverse order, the rule finds %s, and not %d: it may treat the earlier of two"
                                    .formatted(
                                            name(),
                                            turned.isEmpty() ? "nothing" : String.join(", ", turned),
                                            found.size())
                            + " rows otherwise than the later. If it should, take `any_order` out of the case.");
        }
    }

    /** Every finding at its place, and no other. */
    private void assertFound(List<Finding> found, Report report) {
        List<String> missing =
                new ArrayList<>(expect.stream().map(Expected::toString).toList());
        List<String> others = new ArrayList<>();
        for (Finding finding : found) {
            if (!missing.remove(placed(finding))) {
                others.add(placed(finding) + ": " + finding.message());
            }
        }
        missing.replaceAll(place -> place + foundBy(place, report));
        if (!missing.isEmpty() || !others.isEmpty()) {
            fail(name() + ":" + listed("expected and not found", missing) + listed("found and not expected", others)
                    + CaseAsRead.of(report, rule, Stream.concat(missing.stream(), others.stream()))
                    + "\n  If the rule is right, change `expect` in %s. If it is wrong, change the files or the rule."
                            .formatted(CaseFile.shown(folder.resolve("case.yaml"))));
        }
    }

    /** Which other rule finds something there: a case tells of its own rule alone. */
    private String foundBy(String place, Report report) {
        return report.findings().stream()
                .filter(finding ->
                        !finding.rule().equals(rule) && placed(finding).equals(place))
                .findFirst()
                .map(finding -> " (found by " + finding.rule() + "; `expect` names what " + rule + " finds)")
                .orElse("");
    }

    private static String listed(String what, List<String> places) {
        return places.isEmpty() ? "" : "\n  " + what + ": " + String.join("\n    ", places);
    }

    /** The columns that one rule alone does not decide on; the checker of the case may know no other. */
    private List<String> undecided(String only, List<Submission> before, Submission checked)
            throws DeclarationException {
        RuleBook book = RuleBook.of(OutputChecker.standard().rules().rules().stream()
                .filter(each -> each.info().id().equals(only))
                .toList());
        return OutputChecker.of(book)
                .against(before)
                .check(checked, Profiles.choose(profile, checked))
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals(RuleBook.NOT_DECIDED.id()))
                .map(finding -> finding.file() + "!" + finding.cell())
                .toList();
    }

    /** Words that lack a part, and what was tested told by less than nothing. */
    private void assertWholeSentences(Report report) {
        assertThat(results(report).map(Report.RuleReport::why))
                .as("%s: what %s says of its result", name(), rule)
                .noneMatch(why ->
                        BROKEN.matcher(why).find() || BELOW_NOTHING.matcher(why).find());
        assertThat(results(report).filter(each -> each.outcome() == Report.RuleOutcome.NOT_APPLICABLE))
                .as("%s: reasons why %s does not apply", name(), rule)
                .noneMatch(each -> each.why().isBlank());
        report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .peek(finding -> assertThat(ComparisonInWords.falseIn(finding.because()))
                        .as("%s: a comparison in the reason of %s that is not so", name(), rule)
                        .isEmpty())
                .forEach(finding -> assertThat(List.of(finding.message(), finding.because(), finding.remedy()))
                        .as("%s: words of %s", name(), rule)
                        .noneMatch(text -> BROKEN.matcher(text).find()));
    }

    /**
     * Neither values of the file nor limits of the profile in what goes back to the analyst. The engine's own rule is no
     * class, and not looked at.
     */
    private void assertOwnWords(List<Finding> found, OutputChecker checker, Stream<Submission> submissions) {
        List<String> files = submissions
                .flatMap(each -> each.files().stream())
                .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
                .toList();
        Optional<OwnWords> own = checker.rules().rules().stream()
                .filter(each -> each.info().id().equals(rule))
                .findFirst()
                .map(OwnWords::of);
        for (Finding finding : found) {
            for (String text : List.of(finding.message(), finding.remedy())) {
                own.flatMap(words -> words.foreignIn(text, files))
                        .ifPresent(word -> fail(name() + ": \"" + word + "\" in \"" + text
                                + "\" is no word of the rule: `message` and `remedy` may repeat nothing of the file and no"
                                + " limit of the profile; say it in `because`"));
            }
        }
    }

    /** Whether the rule came to a result on some file or output. */
    private boolean tested(Report report) {
        return results(report).anyMatch(each -> each.outcome() == Report.RuleOutcome.PASS);
    }

    /** What the rule came to on every file and output. */
    private Stream<Report.RuleReport> results(Report report) {
        return report.files().stream()
                .flatMap(file -> Stream.concat(
                        file.rules().stream(), file.outputs().stream().flatMap(output -> output.rules().stream())))
                .filter(each -> each.id().equals(rule));
    }

    private static String placed(Finding finding) {
        String place = finding.cell().isEmpty() ? finding.file() : finding.file() + "!" + finding.cell();
        return finding.level() + " at " + place;
    }

    /**
     * All cases of one rule, by name; empty when there are none.
     *
     * @throws IllegalArgumentException if one of them cannot be read; it says what to mend
     */
    public static List<RuleCase> of(String rule) {
        return foldersOf(rule).stream().map(folder -> read(rule, folder)).toList();
    }

    /** The folders of the cases of one rule. */
    static List<Path> foldersOf(String rule) {
        return folders(ROOT.resolve(rule));
    }

    /** The ids that have a folder of cases, in order. */
    static List<String> rules() {
        return folders(ROOT).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** One case. */
    static RuleCase read(String rule, Path folder) {
        try {
            return CaseFile.read(rule, folder);
        } catch (DeclarationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " has no case.yaml that can be read", e);
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
