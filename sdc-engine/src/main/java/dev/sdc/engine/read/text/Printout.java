package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of a text as they were printed: what a log broke to fit its width is put together again. */
final class Printout {
    private static final int[] NO_BREAKS = {};
    private static final int NARROWEST = 60;
    private static final int WIDEST = 256;

    private Printout() {}

    static List<PrintedLine> of(List<String> lines) {
        boolean stata = lines.stream().anyMatch(Printout::isCommand);
        List<PrintedLine> printed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int start = i;
            int[] breaks = NO_BREAKS;
            if (stata && goesOn(lines, i)) {
                StringBuilder whole = new StringBuilder(line);
                IntStream.Builder further = IntStream.builder();
                while (goesOn(lines, i)) {
                    i++;
                    further.add(whole.length()).add(2);
                    whole.append(lines.get(i), 2, lines.get(i).length());
                }
                line = whole.toString();
                breaks = further.build().toArray();
            }
            printed.add(PrintedLine.of(line, start, breaks));
        }
        return printed;
    }

    private static boolean isCommand(String line) {
        return line.startsWith(". ") && line.length() > 2 && line.charAt(2) >= 'a' && line.charAt(2) <= 'z';
    }

    private static boolean goesOn(List<String> lines, int i) {
        int length = lines.get(i).length();
        return i + 1 < lines.size()
                && length >= NARROWEST
                && length <= WIDEST
                && lines.get(i + 1).startsWith("> ");
    }
}
