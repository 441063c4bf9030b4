package dev.sdc.rules;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the page of a rule says what its cases, and so its class, do not do: of a page whose test is a {@link StatedComparison},
 * its words and numbers are held against one another and against the numbers that the cases expect to be found.
 */
final class Contradictions {
    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String BELOW = "below|(?:fewer|less|lower|smaller|shorter) than|under(?= \\d)";
    private static final String ABOVE =
            "above|(?:more|greater|higher|larger|longer) than|exceed(?:s|ing)?|over(?= \\d)";
    private static final Pattern DIRECTION = Pattern.compile("(?i)\\b(?:(?<below>" + BELOW + ")|" + ABOVE + ")\\b");
    private static final Pattern LIMIT = Pattern.compile(
            "(?i)\\b(?:" + BELOW + "|" + ABOVE + ") (?:the (?:limit|minimum) of )?" + NUMBER + "(?![\\d.]*\\d)");
    /** In a title a unit may stand behind the number, which is not that of the test. */
    private static final Pattern LIMIT_AT_THE_END = Pattern.compile(LIMIT.pattern() + "$");

    private static final Pattern ITSELF = Pattern.compile(NUMBER + " is the (?:limit|minimum) itself");

    private final StatedComparison test;
    private final String page;
    private final List<String> found = new ArrayList<>();

    private Contradictions(String rule, StatedComparison test) {
        this.test = test;
        this.page = "docs/rules/" + rule + ".md: ";
    }

    /** In sentences that name the file and say what to do; a case that cannot be read is told elsewhere. */
    static List<String> on(RulePage page, List<RuleCase> cases) throws DeclarationException {
        Optional<StatedComparison> stated = StatedComparison.on(page);
        if (stated.isEmpty()) {
            return List.of();
        }
        Contradictions all = new Contradictions(page.id(), stated.get());
        all.words("the title", page.title(), LIMIT_AT_THE_END);
        all.words("\"What it finds\"", page.sections().getOrDefault("What it finds", ""), LIMIT);
        all.limitItself(page.sections().getOrDefault("Passes", ""));
        all.levels(cases);
        for (RuleCase each : cases) {
            int before = all.found.size();
            all.numbers(each);
            if (all.found.size() > before) {
                break; // the other cases would say the same
            }
        }
        return List.copyOf(all.found);
    }

    /** A direction that is not that of the test, or a limit that is not its own. */
    private void words(String where, String text, Pattern limit) {
        List<MatchResult> directions = DIRECTION.matcher(text).results().toList();
        if (!directions.isEmpty() && directions.stream().noneMatch(each -> (each.group(1) != null) == test.below())) {
            say(where + " says \"" + directions.get(0).group() + "\"");
        }
        others(limit.matcher(text).results().map(each -> each.group(1)).toList())
                .ifPresent(other -> say(where + " says " + other));
    }

    private void limitItself(String passes) {
        if (!test.times()) {
            others(ITSELF.matcher(passes).results().map(each -> each.group(1)).toList())
                    .ifPresent(limit -> say("\"Passes\" says that " + limit + " is the limit itself"));
        }
    }

    /** The first of these numbers, if the test has a limit and none of them is it. */
    private Optional<String> others(List<String> limits) {
        return test.number()
                .filter(own -> limits.stream().noneMatch(each -> new BigDecimal(each).compareTo(own) == 0))
                .flatMap(own -> limits.stream().findFirst());
    }

    private void levels(List<RuleCase> cases) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        cases.forEach(each -> each.expect().forEach(expected -> levels.add(expected.level())));
        Level stated = test.verdict().equals("breach") ? Level.FAIL : Level.REVIEW;
        Level other = stated == Level.FAIL ? Level.REVIEW : Level.FAIL;
        if (levels.contains(other) && !levels.contains(stated)) {
            found.add(page + "\"The test\" says \"" + test.verdict() + "\", which is a " + stated
                    + ", but the cases expect " + other + " only: mend the page, or the class and the cases");
        }
    }

    /** Numbers that are expected to be found though the test would not, and the other way about beside them. */
    private void numbers(RuleCase one) throws DeclarationException {
        if (one.expect().isEmpty()) {
            return;
        }
        Submission submission = SubmissionReader.readFolder(one.submission(), null);
        Profile profile = Profiles.choose(one.profile(), submission);
        List<NumbersOfTables.Shown> shown = NumbersOfTables.of(submission, profile);
        for (RuleCase.Expected each : one.expect()) {
            List<NumbersOfTables.Shown> there = shown.stream()
                    .filter(number -> number.at().equals(each.at()))
                    .toList();
            if (each.level() == Level.NOTE || there.isEmpty()) {
                continue;
            }
            if (there.stream()
                    .noneMatch(number -> isFound(number, shown, profile).orElse(true))) {
                say(
                        one,
                        "expects a finding at " + each.at() + ", which is "
                                + there.get(0).value().toPlainString());
            }
            there.stream()
                    .filter(number -> test.all())
                    .flatMap(number -> shown.stream().filter(other -> isOfTheColumnOf(number, other)))
                    .filter(other -> isFound(other, shown, profile).orElse(false) && !isExpected(one, other))
                    .forEach(other -> say(
                            one,
                            "expects none at " + other.at() + ", which is "
                                    + other.value().toPlainString()));
        }
    }

    private static boolean isOfTheColumnOf(NumbersOfTables.Shown number, NumbersOfTables.Shown other) {
        return other.table().equals(number.table())
                && other.column() == number.column()
                && other.role() == number.role();
    }

    private static boolean isExpected(RuleCase one, NumbersOfTables.Shown number) {
        Address cell = Address.of(number.at());
        return cell == null
                || one.expect().stream()
                        .map(each -> Address.of(each.at()))
                        .anyMatch(each -> each != null && each.contains(cell));
    }

    /** Whether the test finds a number; empty where that depends on what cannot be told. */
    private Optional<Boolean> isFound(NumbersOfTables.Shown number, List<NumbersOfTables.Shown> all, Profile profile) {
        Map<String, String> parameters = profile.settings().written();
        BigDecimal limit;
        try {
            limit = test.number().orElseGet(() -> new BigDecimal(parameters.getOrDefault(test.limit(), "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (!test.times()) {
            return Optional.of(test.finds(number.value(), limit));
        }
        List<NumbersOfTables.Shown> beside = all.stream()
                .filter(other -> other.table().equals(number.table())
                        && other.row() == number.row()
                        && other.role() != number.role()
                        && other.role() != ColumnRole.COUNT)
                .toList();
        return beside.size() == 1 && beside.get(0).value().signum() > 0
                ? Optional.of(
                        test.finds(number.value(), limit.multiply(beside.get(0).value())))
                : Optional.empty();
    }

    private void say(RuleCase one, String what) {
        Path folder = Path.of(CaseFile.shown(one.folder()));
        String sentence = page + "\"The test\" says \"" + test.words() + "\", but " + folder + " " + what
                + ": mend the page, or the class and the case";
        if (!found.contains(sentence)) {
            found.add(sentence);
        }
    }

    private void say(String what) {
        found.add(page + what + ", but \"The test\" says \"" + test.words() + "\": mend the one or the other");
    }
}
