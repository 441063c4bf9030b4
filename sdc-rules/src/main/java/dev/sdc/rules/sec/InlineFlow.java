package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import dev.sdc.rules.sec.StepList.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the steps of a selection that stand in one line: {@code Registered 8120 -> adults 8011}, {@code Randomised n=608 | Analysed n=601}. */
final class InlineFlow {
    private static final Pattern ARROW =
            Pattern.compile("\\s*(?:[-=]{1,3}>|[→⟶⇒➔➜►▶»]|\\$?\\\\(?:right|long|Right)\\w{0,14}arrow\\$?)\\s*");
    private static final Pattern BAR = Pattern.compile("\\s[|│/·•]\\s|;\\s");
    /** A number of people is all that stands in a part of the line beside words. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.,%/-])(?<n>" + FlowNumber.PATTERN + ")(?![\\p{L}\\p{N}_%/-]|[.,]\\d|\\s?%)");

    private static final Pattern OTHER = Pattern.compile("[\\p{L}\\p{N}_][\\[({]|[<{}\\[\\]\"]");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:stage|grade|phase|group|arm|table|figure|type|level|version|model|step|ecog|day|week|month|year|visit|cycle|line)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IS_N = Pattern.compile("\\b[nN]\\s?=\\s?$|:\\s*$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3}");
    private static final int LONGEST_LINE = 600;
    private static final int FEWEST_TO_PRESUME = 3;
    /** Smaller numbers behind arrows are grades and scores as well. */
    private static final int FEWEST_PEOPLE = 10;

    private InlineFlow() {}

    /** What each step takes off where its name, or what the line begins with, says that it is one. */
    static List<Remainder> steps(Prose prose) {
        return read(prose, true);
    }

    /** What each arrow of three numbers or more takes off where no name says so. */
    static List<Remainder> presumed(Prose prose) {
        return read(prose, false);
    }

    private static List<Remainder> read(Prose prose, boolean told) {
        List<Remainder> found = new ArrayList<>();
        List<String> lines = prose.running();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.length() <= LONGEST_LINE && !OTHER.matcher(text).find()) {
                line(prose, line, text, ARROW, told, found);
                line(prose, line, text, BAR, told, found);
            }
        }
        return found;
    }

    private static void line(Prose prose, int line, String text, Pattern between, boolean told, List<Remainder> found) {
        List<Step> steps = new ArrayList<>();
        Matcher part = between.matcher(text);
        int from = 0;
        while (part.find()) {
            if (!add(prose, line, text, from, part.start(), between == ARROW, steps)) {
                return;
            }
            from = part.end();
        }
        if (steps.isEmpty() || !add(prose, line, text, from, text.length(), between == ARROW, steps)) {
            return;
        }
        List<Step> kept = StepList.kept(steps);
        boolean named = kept.size() < FEWEST_TO_PRESUME
                ? FlowSteps.areTwo(kept.stream().map(Step::label).toList())
                : StepList.told(kept, false);
        boolean sure = named
                || (between == ARROW
                        && !kept.isEmpty()
                        && FlowSteps.begins(kept.get(0).label()));
        boolean presumed = between == ARROW
                && kept.size() >= FEWEST_TO_PRESUME
                && kept.stream().allMatch(step -> step.n() >= FEWEST_PEOPLE);
        if (told ? sure : presumed && !sure) {
            found.addAll(StepList.remainders(kept));
        }
    }

    /** Adds the step that a part of a line tells; false where it tells none. */
    private static boolean add(Prose prose, int line, String text, int from, int to, boolean bare, List<Step> steps) {
        Matcher number = NUMBER.matcher(text).region(from, to).useTransparentBounds(true);
        if (!number.find()) {
            return false;
        }
        String before = text.substring(from, number.start());
        String label = (before.replaceAll("[(\\[$]*\\b[nN]\\s?=\\s?$|[:(\\[]\\s*$", "")
                        + ' '
                        + text.substring(number.end(), to))
                .replaceAll("[()$\\].;:]+", " ")
                .strip();
        boolean isN = IS_N.matcher(before).find();
        boolean other = !WORDS.matcher(label).find()
                || NAMED.matcher(before).find()
                || (!isN && YEAR.matcher(number.group()).matches())
                || (!isN && !bare);
        String where = prose.address(line, number.start());
        steps.add(new Step(label, FlowNumber.of(number.group()), where, prose.file() + "!" + where, null, null));
        return !other && !number.find();
    }
}
