package dev.sdc.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of running text: a line, or lines that were broken to fit a page put together again, with a space for each
 * break.
 */
public final class Passage {
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+#>|•–]|\\d{1,3}[.)]\\s|$).*");
    private static final String ENDS = ":;|";
    /** A shorter line was not broken to fit a page; before a small letter it may have been. */
    private static final int BROKEN = 60;

    private static final int BROKEN_BEFORE_SMALL = 25;
    private static final int LONGEST = 4_000;

    private final Prose prose;
    private final String text;
    private final int firstLine;
    /** Where the lines begin in the text. */
    private final List<Integer> starts;

    private Passage(Prose prose, String text, int firstLine, List<Integer> starts) {
        this.prose = prose;
        this.text = text;
        this.firstLine = firstLine;
        this.starts = List.copyOf(starts);
    }

    /**
     * The passages of a text: those put together of several lines first, then every line by itself, since what was put
     * together may be a list. So a place may be found twice.
     */
    static List<Passage> of(Prose prose) {
        List<Passage> passages = new ArrayList<>();
        List<String> lines = prose.running();
        for (int line = 0; line < lines.size(); ) {
            StringBuilder text = new StringBuilder(lines.get(line));
            List<Integer> starts = new ArrayList<>(List.of(0));
            int next = line + 1;
            while (next < lines.size() && text.length() < LONGEST && goesOn(lines.get(next - 1), lines.get(next))) {
                starts.add(text.length() + 1);
                text.append(' ').append(lines.get(next));
                next++;
            }
            if (next > line + 1) {
                passages.add(new Passage(prose, text.toString(), line, starts));
            }
            line = next;
        }
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                passages.add(new Passage(prose, lines.get(line), line, List.of(0)));
            }
        }
        return passages;
    }

    private static boolean goesOn(String line, String next) {
        String end = line.stripTrailing();
        String start = next.stripLeading();
        if (end.isEmpty()
                || start.isEmpty()
                || ITEM.matcher(next).matches()
                || ENDS.indexOf(end.charAt(end.length() - 1)) >= 0) {
            return false;
        }
        boolean small = Character.isLowerCase(start.charAt(0)) || Character.isDigit(start.charAt(0));
        return end.length() >= (small ? BROKEN_BEFORE_SMALL : BROKEN);
    }

    /** Whether it is one line, as it stands in the file. */
    public boolean isLine() {
        return starts.size() == 1;
    }

    int firstLine() {
        return firstLine;
    }

    /** Its characters. */
    public String text() {
        return text;
    }

    /** The address of one of its characters, counted from 0. */
    public String address(int at) {
        int line = starts.size() - 1;
        while (starts.get(line) > at) {
            line--;
        }
        return prose.address(firstLine + line, at - starts.get(line));
    }
}
