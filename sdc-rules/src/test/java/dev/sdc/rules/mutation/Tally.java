package dev.sdc.rules.mutation;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run came to: the share of mutants that some test fails on, for each rule and in all. */
final class Tally {
    private static final String HOME = "dev.sdc.rules.";

    private final Map<String, int[]> bySubject = new TreeMap<>();
    private final List<String> alive = new ArrayList<>();
    private int made;
    private int killed;

    /** Reads the results that workers wrote. */
    static Tally of(Path results) throws IOException {
        Tally tally = new Tally();
        Map<String, String> ids = new TreeMap<>();
        for (Rule rule : OutputChecker.standard().rules().rules()) {
            ids.put(rule.getClass().getName(), rule.info().id());
        }
        for (String line : Files.readAllLines(results)) {
            tally.add(line.split("\t", -1), ids);
        }
        return tally;
    }

    private void add(String[] mutant, Map<String, String> ids) {
        String outer = mutant[0].replaceFirst("\\$.*", "");
        String subject = ids.getOrDefault(outer, "shared by " + outer.replaceFirst("\\.[^.]*$", ""));
        int[] counts = bySubject.computeIfAbsent(subject, key -> new int[2]);
        boolean dead = mutant[4].equals("KILLED") || mutant[4].equals("ENDLESS") || mutant[4].equals("REFUSED");
        made++;
        counts[0]++;
        if (dead) {
            killed++;
            counts[1]++;
        } else {
            String name = mutant[0].startsWith(HOME) ? mutant[0].substring(HOME.length()) : mutant[0];
            alive.add(name + ":" + mutant[1] + " " + mutant[2] + ": " + mutant[3]
                    + (mutant[4].equals("NOT_REACHED") ? " (no test comes here)" : ""));
        }
    }

    /** The share of mutants that were killed, in percent. */
    double percentKilled() {
        return 100.0 * killed / made;
    }

    /** All of it as a page. */
    String page() {
        StringBuilder page = new StringBuilder("Killed ")
                .append(killed)
                .append(" of ")
                .append(made)
                .append(" mutants\n\n");
        page.append("| rule | mutants | killed | % |\n| --- | --- | --- | --- |\n");
        bySubject.forEach((subject, counts) -> page.append("| ")
                .append(subject)
                .append(" | ")
                .append(counts[0])
                .append(" | ")
                .append(counts[1])
                .append(" | ")
                .append(100 * counts[1] / counts[0])
                .append(" |\n"));
        page.append("\nAlive:\n\n");
        alive.forEach(each -> page.append("- ").append(each).append('\n'));
        return page.toString();
    }
}
