package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text as they were printed: what a log broke to fit its width is put together again. */
final class Printout {
    private static final Pattern STATA = Pattern.compile("\\. [a-z].*");
    private static final int NARROWEST = 60;
    private static final int WIDEST = 256;

    private Printout() {}

    static List<PrintedLine> of(List<String> lines) {
        boolean stata = lines.stream().anyMatch(line -> STATA.matcher(line).matches());
        List<PrintedLine> printed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int start = i;
            List<Integer> breaks = new ArrayList<>();
            if (stata && goesOn(lines, i)) {
                StringBuilder whole = new StringBuilder(line);
                while (goesOn(lines, i)) {
                    i++;
                    breaks.add(whole.length());
                    breaks.add(2);
                    whole.append(lines.get(i), 2, lines.get(i).length());
                }
                line = whole.toString();
            }
            printed.add(PrintedLine.of(
                    line, start, breaks.stream().mapToInt(Integer::intValue).toArray()));
        }
        return printed;
    }

    private static boolean goesOn(List<String> lines, int i) {
        int length = lines.get(i).length();
        return i + 1 < lines.size()
                && length >= NARROWEST
                && length <= WIDEST
                && lines.get(i + 1).startsWith("> ");
    }
}
