package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names and their numbers as Python prints a mapping of them: {@code Counter({'I': 212, 'IV': 6})}, {@code [('I', 212), ('IV',
 * 6)]}. A counter always counts; another mapping does where its names are those of groups and not of settings.
 */
final class PrintedMappings implements Stretch.Finder {
    private static final String NAME =
            "(?:np\\.\\w{1,12}\\()?(?<name>'[^'\\n]{0,80}'|\"[^\"\\n]{0,80}\"|[\\p{L}\\p{N}_.]{1,40})\\)?";
    private static final Pattern ENTRY = Pattern.compile(
            "\\s{0,80}(?:\\(\\s?" + NAME.replace("<name>", "<first>") + ",|" + NAME
                    + "\\s?(?::|=>))\\s{0,20}(?:np\\.\\w{1,12}\\()?(?<figure>\\d{1,9}(?:\\.\\d{1,9})?)\\){0,2}\\s{0,80}(?<end>[,\\]}])");

    private static final Pattern OPENS = Pattern.compile(
            "\\s{0,40}(?:(?<left>[\\p{L}_][\\p{L}\\p{N}_ ]{0,60})\\s?[:=]\\s{0,4})?"
                    + "(?:(?<counter>Counter)\\(|(?:OrderedDict|defaultdict|dict|dict_items)\\((?:<class 'int'>,\\s?)?)?(?=[{\\[])[{\\[]");

    private static final Pattern CLOSES = Pattern.compile("\\)?\\s*");
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 1 << 14;
    private static final int HEADING = 200;

    private final @Nullable String place;
    private final Limits limits;

    PrintedMappings(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); ) {
            Stretch stretch = at(lines, i, heading);
            heading = lines.get(i).isBlank() || lines.get(i).length() > HEADING ? heading : lines.get(i);
            if (stretch != null) {
                found.add(stretch);
            }
            i = stretch == null ? i + 1 : stretch.to();
        }
        return found;
    }

    private @Nullable Stretch at(List<String> lines, int from, String heading) {
        String first = lines.get(from);
        if (first.length() > LONGEST || (first.indexOf('{') < 0 && first.indexOf('[') < 0)) {
            return null;
        }
        Matcher opens = OPENS.matcher(first);
        if (!opens.lookingAt()) {
            return null;
        }
        List<NamedFigure> entries = new ArrayList<>();
        int at = opens.end();
        for (int i = from; i < lines.size() && i - from < MOST_LINES; i++, at = 0) {
            String line = lines.get(i);
            Matcher entry = ENTRY.matcher(line);
            while (line.length() <= LONGEST && entry.region(at, line.length()).lookingAt()) {
                String group = entry.group("name") == null ? "first" : "name";
                entries.add(new NamedFigure(
                        new Piece(0, entry.group(group).replaceAll("^['\"]|['\"]$", ""), i, entry.start(group)),
                        new Piece(1, entry.group("figure"), i, entry.start("figure"))));
                at = entry.end();
                if (!entry.group("end").equals(",")) {
                    boolean counts =
                            counts(opens.group("counter") != null, heading + " " + opens.group("left"), entries);
                    return CLOSES.matcher(line.substring(at)).matches() && counts
                            ? new Stretch(from, i + 1, TextGrid.of(place, NamedFigure.rows(entries), limits))
                            : null;
                }
            }
            if (!line.substring(at).isBlank()) {
                return null;
            }
        }
        return null;
    }

    private static boolean counts(boolean counter, String told, List<NamedFigure> entries) {
        if (entries.size() < 2 && !counter) {
            return false;
        }
        boolean whole = entries.stream().allMatch(entry -> entry.figure().text().indexOf('.') < 0);
        boolean people = NamedFigure.speaksOfPeople(told) || entries.stream().anyMatch(NamedFigure::namesPeople);
        boolean groups = entries.stream().allMatch(entry -> isGroup(entry.name().text()));
        return counter
                || (whole
                        && entries.stream().allMatch(NamedFigure::mayCount)
                        && (people || (groups && !areCodes(entries))));
    }

    /** Whether a name is written as that of a group, and not as the name of a setting. */
    private static boolean isGroup(String name) {
        return !name.isEmpty()
                && name.indexOf('_') < 0
                && (Character.isUpperCase(name.charAt(0)) || !Character.isLetter(name.charAt(0)));
    }

    /** Whether the numbers are those that names are kept under: 0, 1, 2, or 1, 2, 3. */
    private static boolean areCodes(List<NamedFigure> entries) {
        List<Long> numbers = entries.stream()
                .map(entry -> Long.parseLong(entry.figure().text()))
                .sorted()
                .toList();
        return numbers.get(0) <= 1 && numbers.get(numbers.size() - 1) == numbers.get(0) + numbers.size() - 1;
    }
}
