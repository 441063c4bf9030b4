package dev.sdc.rules.sec;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the titles, headers, footnotes and texts of a file say of the marks in one of its tables. */
final class Legend {
    private static final Pattern HELD_BACK = Pattern.compile(
            "suppress|redact|mask|withh[eo]ld|disclos|confidential|held back|not shown|small (?:number|count|cell)");
    private static final Pattern MEANS = Pattern.compile(
            "suppress|redact|mask|withh[eo]ld|disclos|confidential|held back|not (?:shown|applicable|available)|missing"
                    + "|no data|small (?:number|count|cell)|fewer than|less than|below|under|zero|none|\\d+ to \\d+"
                    + "|\\d+ ?[-–] ?\\d+|[<≤]\\s*[1-9]");
    private static final Pattern BLANK =
            Pattern.compile("\\b(?:blanks?|empty|leere?s?) ?(?:cells?|felder|zellen)?\\b.{0,80}?"
                    + "(?:=|:|\\b(?:is|are|means?|stands?|denotes?|indicates?|no|nobody|none|zero|bedeute\\w*)\\b)");
    private static final Set<String> SPEAKING = Set.of(
            "supp",
            "suppressed",
            "redacted",
            "masked",
            "hidden",
            "confidential",
            "withheld",
            "low",
            "low count",
            "n/a",
            "n.a",
            "none");
    /** The shorthand of official statistics in Britain, which its users know: confidential, low, not applicable … */
    private static final Set<String> SHORTHAND = Set.of("[c]", "[c1]", "[c2]", "[low]", "[u]", "[w]", "[x]", "[z]");
    /** What programs and people write where there is nothing, and some where something is held back. */
    private static final Set<String> NOTHING = Set.of("", "-", "--", "–", "—", ".", "na", "<na>", "nan", "null", "nd");

    private static final int MOST_LINES = 2_000;
    private static final int LAST_ROWS = 10;

    private final List<String> lines = new ArrayList<>();

    Legend(Table table, Facts facts) {
        add(table);
        for (Output other : facts.outputs()) {
            if (other.file().equals(table.file()) && !other.equals(table)) {
                if (other instanceof Table beside) {
                    add(beside);
                } else if (other instanceof Prose prose) {
                    prose.running().forEach(this::add);
                }
            }
        }
    }

    private void add(Table table) {
        table.titles().forEach(this::add);
        table.footnotes().forEach(this::add);
        for (Column column : table.columns()) {
            column.header().forEach(this::add);
        }
        // a short line below the table may be taken for its last row
        for (int row = Math.max(0, table.rowCount() - LAST_ROWS); row < table.rowCount(); row++) {
            add(table.rowLabel(row));
        }
    }

    private void add(String line) {
        if (lines.size() < MOST_LINES && !line.isBlank()) {
            lines.add(line.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a mark is a word for what it does, or a shorthand that its readers know. */
    static boolean isUsual(String mark) {
        String lower = mark.toLowerCase(Locale.ROOT);
        String bare = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return SHORTHAND.contains(lower) || SPEAKING.contains(bare);
    }

    /** Whether a mark, or a blank, may as well say that nothing is there. */
    static boolean mayBeNothing(String mark) {
        return NOTHING.contains(mark.toLowerCase(Locale.ROOT));
    }

    /** Whether a line explains the mark; one that speaks of counts held back explains the only mark of a table. */
    boolean explains(String mark, boolean only) {
        String lower = mark.toLowerCase(Locale.ROOT);
        for (String line : lines) {
            boolean ofBlanks = mark.isEmpty() && BLANK.matcher(line).find();
            boolean explained = ofBlanks
                    || (stands(lower, line)
                            ? MEANS.matcher(line).find()
                            : only && HELD_BACK.matcher(line).find());
            if (explained) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mark stands in the line by itself, not inside a word or a longer mark. */
    private static boolean stands(String mark, String line) {
        for (int at = line.indexOf(mark); at >= 0 && !mark.isEmpty(); at = line.indexOf(mark, at + 1)) {
            boolean open = at == 0 || isBreak(line.charAt(at - 1), mark.charAt(0));
            int end = at + mark.length();
            boolean closed = end == line.length() || isBreak(line.charAt(end), mark.charAt(mark.length() - 1));
            if (open && closed) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBreak(char beside, char edge) {
        return beside != edge && !(Character.isLetterOrDigit(edge) && Character.isLetterOrDigit(beside));
    }
}
