package dev.sdc.rules.sec;

import dev.sdc.engine.table.Prose;
import dev.sdc.rules.sec.StepList.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the steps of a selection that stand one a line: {@code - Diagnosis confirmed: 2,206}, {@code Stage recorded (n=2,202)}, with
 * or without arrows between them.
 */
final class ListedFlow {
    private static final String LOGGED = "(?:(?:\\[?(?:INFO|DEBUG|NOTE|WARN(?:ING)?)\\]?:?|\\[?\\d{4}-\\d\\d-\\d\\d"
            + "(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,6})?Z?)?\\]?|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,6})?\\]?|-)\\s{1,4}){0,5}";

    private static final Pattern LINE = Pattern.compile(
            "\\s{0,12}(?:(?<mark>[-*•>↓→+]|[-=]{1,2}>|\\\\item)\\s{1,4}|\\d{1,2}[.)]\\s{1,4})?" + LOGGED
                    + "(?<label>[\\p{L}(][^:=\\[{>]{0,120}?)\\s{0,4}(?:[:=]|(?:[(\\[]|[:=]\\s{0,4})?\\$?\\b[nN]\\s?[:=])\\s{0,4}(?<n>"
                    + FlowNumber.PATTERN
                    + ")\\$?[)\\]]?(?:\\s(?:rows|records|patients|people|persons|participants|women|men))?[.;,]?\\s{0,20}");
    private static final Pattern PIECE = Pattern.compile("\\S++(?:\\s{1,2}+\\S++)*+");
    private static final Pattern HEAD = Pattern.compile("(?:[|│¦\\s]*[vV][|│¦\\svV]*)|.*(?:[↓▼⇓⬇→⟶▽]|[-=]>).*");
    private static final int LONGEST_LINE = 200;
    private static final int FEWEST_STEPS = 3;

    private final Prose prose;
    private final List<Remainder> found = new ArrayList<>();
    private List<Step> run = new ArrayList<>();
    private String above = "";
    private String last = "";
    private boolean arrows;
    private boolean apart;

    private ListedFlow(Prose prose) {
        this.prose = prose;
    }

    /**
     * What each step of a list takes off.
     *
     * @param drawn lines that are a part of a drawing, and of no list
     */
    static List<Remainder> steps(Prose prose, BitSet drawn) {
        ListedFlow flow = new ListedFlow(prose);
        List<String> lines = FlowLines.of(prose);
        for (int line = 0; line < lines.size(); line++) {
            Matcher pieces = PIECE.matcher(lines.get(line)); // of a page whose tags were taken out there may be several
            while (!drawn.get(line) && pieces.find()) {
                flow.piece(pieces.group(), line, pieces.start());
            }
        }
        flow.close();
        return flow.found;
    }

    private void piece(String text, int line, int from) {
        Matcher matcher = text.length() > LONGEST_LINE ? null : LINE.matcher(text);
        if (matcher != null && matcher.matches()) {
            above = run.isEmpty() ? last : above;
            String mark = matcher.group("mark");
            arrows |= !run.isEmpty()
                    && mark != null
                    && !mark.equals(">")
                    && HEAD.matcher(mark).matches();
            apart |= !prose.running().get(line).isBlank();
            String where = prose.address(line, from + matcher.start("n"));
            long n = FlowNumber.of(matcher.group("n"));
            run.add(new Step(matcher.group("label"), n, where, prose.file() + "!" + where, null, null));
        } else if (FlowLines.isBetween(text)) {
            arrows |= !run.isEmpty()
                    && text.length() <= LONGEST_LINE
                    && HEAD.matcher(text).matches();
        } else {
            close();
            last = text;
        }
    }

    private void close() {
        List<Step> kept = StepList.kept(run);
        boolean few = kept.size() < FEWEST_STEPS;
        boolean flow = arrows
                || (few
                        ? FlowSteps.areTwo(kept.stream().map(Step::label).toList())
                        : StepList.told(kept, FlowSteps.announces(above)));
        if (flow && apart && kept.size() > 1) { // else they are told of as the table that they were read as
            found.addAll(StepList.remainders(kept));
        }
        run = new ArrayList<>();
        arrows = false;
        apart = false;
    }
}
