package dev.sdc.rules;

import dev.sdc.engine.intake.Intake;
import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.ReceivedFileReader;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables on the page of a rule that show one of its cases: below a line {@code <!-- case: NAME -->} stands the table
 * of that case, with what the rule finds in bold.
 */
final class PageTables {
    private static final Pattern MARK = Pattern.compile("<!-- case: (\\S+) -->");
    private static final int MOST_ROWS = 20;

    private PageTables() {}

    /** The page of a rule with these tables as the cases have them now. */
    static String madeAnew(String rule, String page) throws IOException {
        List<String> made = new ArrayList<>();
        boolean old = false;
        for (String line : page.split("\n", -1)) {
            old = old && line.startsWith("|");
            if (!old) {
                made.add(line);
            }
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                made.addAll(table(rule, mark.group(1)));
                old = true;
            }
        }
        return String.join("\n", made);
    }

    private static List<String> table(String rule, String name) throws IOException {
        Path folder = RuleCase.ROOT.resolve(rule).resolve(name);
        RuleCase shown = RuleCase.read(rule, folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(shown.submission())) {
            files = all.filter(file -> file.toString().endsWith(".csv")).toList();
        }
        if (files.size() != 1) {
            throw new IllegalArgumentException(
                    CaseFile.shown(folder) + ": a page shows a case with one .csv file; this one has " + files.size());
        }
        String file = Objects.toString(files.get(0).getFileName());
        Grid grid = grid(files.get(0));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < Math.min(grid.rows(), MOST_ROWS); row++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < grid.columns(); column++) {
                String text = grid.text(row, column).replace("|", "\\|");
                String at = file + "!" + grid.address(row, column);
                boolean found = shown.expect().stream()
                        .filter(each -> each.level() != Level.NOTE)
                        .anyMatch(each -> holds(each.at(), at));
                line.append(' ')
                        .append(found && !text.isEmpty() ? "**" + text + "**" : text)
                        .append(" |");
            }
            lines.add(line.toString());
            if (row == 0) {
                lines.add("|" + " --- |".repeat(grid.columns()));
            }
        }
        return lines;
    }

    private static boolean holds(String range, String cell) {
        Address all = Address.of(range);
        Address one = Address.of(cell);
        return all != null && one != null && all.contains(one);
    }

    private static Grid grid(Path file) throws IOException {
        OutputFile read = OutputFile.inMemory(Objects.toString(file.getFileName()), Files.readAllBytes(file));
        Reading reading = ReceivedFileReader.read(new Intake(Limits.DEFAULT).receive(read), Limits.DEFAULT);
        if (reading instanceof Reading.Grids grids && !grids.grids().isEmpty()) {
            return grids.grids().get(0);
        }
        throw new IllegalArgumentException(CaseFile.shown(file) + " holds no table that a page could show");
    }
}
