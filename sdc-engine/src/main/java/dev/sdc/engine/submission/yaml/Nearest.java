package dev.sdc.engine.submission.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name nearest to one that is not known, for "did you mean". */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The nearest of {@code known}, or empty where none is near enough to be meant. The first wins a tie. */
    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = bare(name);
        String best = null;
        int least = Math.max(1, wanted.length() * 2 / 5) + 1;
        for (String candidate : known) {
            int distance = distance(wanted, bare(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Did you mean `x`? Known: a, b." */
    public static String advice(String name, Collection<String> known) {
        String all = "Known: " + String.join(", ", known) + ".";
        return of(name, known)
                .map(near -> "Did you mean " + Quoted.of(near) + "? " + all)
                .orElse(all);
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
