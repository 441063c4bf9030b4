package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a name and a number each, as a summary lists them: {@code Patients: 143}, {@code n_deaths=6}, {@code - Surgery:
 * 38.5%}, {@code III | ### 6}. They are read where a name, or the line above them, tells that people are counted.
 */
final class NamedFigures implements Stretch.Finder {
    private static final Pattern LINE = Pattern.compile("\\s{0,12}(?:[-*•+>]\\s{1,4}|\\d{1,2}[.)]\\s{1,4})?[*_`]{0,2}"
            + "(?<name>[\\p{L}\\p{N}\"'<>≤≥(\\[].{0,80}?)[*_`]{0,2}\\s{0,40}"
            + "(?:[:=]|<-|\\.{3,80}|\\||(?=[#*█▇▉■▪▬]))[*_`]{0,2}\\s{0,40}(?:[#*█▇▉■▪▬]{1,120}\\s{1,120})?"
            + "[*_`]{0,2}(?<figure>" + NamedFigure.FIGURE + "|" + NamedFigure.AMOUNT
            + ")[*_`]{0,2}\\s{0,40}[.;,]?\\s{0,40}");

    /** What a line may end with behind the digits of its figure. */
    private static final String BEHIND = ")%*_`.;,";
    /** What stands between a name and its figure begins with one of these. */
    private static final String PARTING = ":=<.|#*█▇▉■▪▬";

    private static final int LONGEST = 300;
    private static final int HEADING = 200;

    private final @Nullable String place;
    private final Limits limits;

    NamedFigures(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); ) {
            NamedFigure first = of(lines.get(i), i);
            if (first == null) {
                heading = lines.get(i).isBlank() ? heading : lines.get(i);
                i++;
                continue;
            }
            List<NamedFigure> run = new ArrayList<>();
            int end = i;
            for (int at = i; at < lines.size() && at <= end + 1; at++) {
                NamedFigure next = at == i ? first : lines.get(at).isBlank() ? null : of(lines.get(at), at);
                if (next != null) {
                    run.add(next);
                    end = at + 1;
                } else if (!lines.get(at).isBlank()) {
                    break;
                }
            }
            String above = heading.length() > HEADING ? "" : heading;
            List<NamedFigure> people = NamedFigure.ofPeople(above, run);
            List<NamedFigure> amounts = people.isEmpty() ? NamedFigure.besideAmounts(run) : List.of();
            if (!people.isEmpty()) {
                found.add(stretch(lines, i, end, people));
            } else if (!amounts.isEmpty()) {
                // the one number of people among them is told by its line, too
                Part part = TextGrid.of(place, NamedFigure.rows(amounts), limits);
                found.add(new Stretch(i, end, part, List.copyOf(lines.subList(i, end))));
            }
            heading = "";
            i = end;
        }
        return found;
    }

    private Stretch stretch(List<String> lines, int from, int to, List<NamedFigure> named) {
        List<String> left = new ArrayList<>(lines.subList(from, to));
        named.forEach(pair -> left.set(pair.figure().line() - from, ""));
        return new Stretch(
                from, to, TextGrid.of(place, NamedFigure.rows(named), limits), Collections.unmodifiableList(left));
    }

    private static boolean mayEnd(char last) {
        return (last >= '0' && last <= '9') || BEHIND.indexOf(last) >= 0;
    }

    /** Whether anything stands in a line that parts a name from its figure. */
    private static boolean isParted(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ' ' && PARTING.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable NamedFigure of(String line, int number) {
        String text = line.stripTrailing();
        if (text.isEmpty() || line.length() > LONGEST || !mayEnd(text.charAt(text.length() - 1)) || !isParted(text)) {
            return null; // most lines
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        return new NamedFigure(
                new Piece(0, MarkdownText.plain(matcher.group("name").strip()), number, matcher.start("name")),
                new Piece(1, matcher.group("figure"), number, matcher.start("figure")));
    }
}
