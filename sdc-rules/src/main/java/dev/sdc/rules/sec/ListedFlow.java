package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the steps of a selection that stand one a line: {@code - Diagnosis confirmed: 2,206}, {@code Stage recorded (n=2,202)}. */
final class ListedFlow {
    private static final Pattern LINE =
            Pattern.compile("\\s{0,12}(?:(?:[-*•>↓→+]|\\\\item)\\s{1,4}|\\d{1,2}[.)]\\s{1,4})?"
                    + "(?<label>[\\p{L}(][^:=\\[{>]{0,120}?)\\s{0,4}(?:[:=]|[(\\[]?\\b[nN]\\s?=)\\s{0,4}(?<n>"
                    + FlowNumber.PATTERN
                    + ")[)\\]]?[.;,]?\\s{0,20}");
    private static final Pattern PIECE = Pattern.compile("\\S++(?:\\s{1,2}+\\S++)*+");
    private static final int LONGEST_LINE = 200;
    private static final int FEWEST_STEPS = 3;

    private record Step(String label, long n, int line, int at) {}

    private ListedFlow() {}

    /** What each step of a list takes off. */
    static List<Remainder> steps(Prose prose) {
        List<Remainder> steps = new ArrayList<>();
        List<Step> run = new ArrayList<>();
        List<String> lines = prose.running();
        String above = "";
        String last = "";
        for (int line = 0; line < lines.size(); line++) {
            Matcher pieces = PIECE.matcher(lines.get(line)); // of a page whose tags were taken out there may be several
            while (pieces.find()) {
                String text = pieces.group();
                Matcher matcher = text.length() > LONGEST_LINE ? null : LINE.matcher(text);
                if (matcher != null && matcher.matches()) {
                    above = run.isEmpty() ? last : above;
                    long n = FlowNumber.of(matcher.group("n"));
                    run.add(new Step(matcher.group("label"), n, line, pieces.start() + matcher.start("n")));
                } else if (!isBetween(text)) {
                    close(run, above, prose, steps);
                    last = text;
                }
            }
        }
        close(run, above, prose, steps);
        return steps;
    }

    /** Whether a piece of a line is an arrow or a rule alone. */
    private static boolean isBetween(String line) {
        return line.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static void close(List<Step> run, String above, Prose prose, List<Remainder> found) {
        FlowSteps steps = new FlowSteps(FlowSteps.announces(above));
        List<Step> kept =
                run.stream().filter(step -> !FlowSteps.isTakenOff(step.label())).toList();
        boolean flow = kept.size() >= FEWEST_STEPS
                && kept.stream().allMatch(step -> steps.goOn(step.label(), step.n()))
                && steps.told();
        for (int i = 1; flow && i < kept.size(); i++) {
            Step before = kept.get(i - 1);
            Step step = kept.get(i);
            found.add(new Remainder(
                    prose.address(step.line(), step.at()),
                    null,
                    null,
                    before.n(),
                    step.n(),
                    "left out at this step",
                    Remainder.less(place(prose, before), List.of(place(prose, step)))));
        }
        run.clear();
    }

    private static String place(Prose prose, Step step) {
        return prose.file() + "!" + prose.address(step.line(), step.at());
    }
}
