package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables that statistical programs and consoles print in columns of characters. */
final class PrintedTables implements Stretch.Finder {
    /** The header of a report on a classifier, as scikit-learn prints it. */
    private static final Pattern REPORT = Pattern.compile("\\s*precision\\s+recall\\s+f1-score\\s+support\\s*");

    /** The header of a listing of observations, as SAS prints it above a blank line. */
    private static final Pattern OBSERVATIONS = Pattern.compile("\\s*Obs\\s+\\S.*");

    private static final Pattern STATISTICS = Pattern.compile("\\s*[Ss]ummary statistics: (\\w[\\w, ()]{0,80})");
    /** A title takes two lines at most. */
    private static final int MOST_TITLES = 2;

    private static final int MOST_HEADERS = 3;

    private final @Nullable String place;
    private final Limits limits;
    private final List<PrintedTable.Cells> found = new ArrayList<>();
    private List<String> all = List.of();
    /** What Stata says of the lines of the table below. */
    private List<String> statistics = List.of();

    PrintedTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        all = lines;
        List<PrintedLine> run = new ArrayList<>();
        int gap = 0;
        List<PrintedLine> printed = Printout.of(lines);
        Listing listing = Listing.of(printed);
        for (int i = 0; i < printed.size(); i++) {
            PrintedLine line = printed.get(i);
            if (listing.gaps().get(i)) {
                continue;
            }
            boolean blank = line.kind() == PrintedLine.Kind.BLANK;
            if (blank && gap == 0 && !run.isEmpty() && mayStandApart(run)) {
                gap++;
                continue;
            }
            gap = blank ? gap : 0;
            if (blank || line.kind() == PrintedLine.Kind.COMMAND) {
                boolean table = run.size() > MOST_TITLES;
                run(run);
                statistics = table ? List.of() : told(run, statistics);
                run.clear();
            } else {
                run.add(line);
            }
        }
        run(run);
        List<TabulatedModel.Source> tables = new ArrayList<>();
        int free = 0;
        for (PrintedTable.Cells cells : found) {
            int from = cells.from();
            while (from > free && isRule(lines.get(from - 1))) {
                from--;
            }
            int to = cells.to();
            while (to < lines.size() && isRule(lines.get(to))) {
                to++;
            }
            free = to;
            tables.add(new TabulatedModel.Source(listing.top(lines, from), to, listing.rows(cells)));
        }
        return TabulatedModel.stretches(tables, lines, place, limits);
    }

    /** Whether a blank line does not end these lines: the parts of a report stand apart, and a listing from its header. */
    private static boolean mayStandApart(List<PrintedLine> run) {
        String first = run.get(0).text();
        String last = run.get(run.size() - 1).text();
        return (first.contains("precision") && REPORT.matcher(first).matches())
                || (last.contains("Obs") && OBSERVATIONS.matcher(last).matches());
    }

    private static boolean isRule(String line) {
        return PrintedLine.of(line, 0, new int[0]).kind() == PrintedLine.Kind.RULE;
    }

    /** The statistics that some titles name: {@code Summary statistics: N, Mean, SD}. */
    private static List<String> told(List<PrintedLine> titles, List<String> before) {
        for (PrintedLine line : titles) {
            Matcher told = STATISTICS.matcher(line.text());
            if (told.matches()) {
                return List.of(told.group(1).strip().split(",\\s*", -1));
            }
        }
        return before;
    }

    /** Lines without a blank one between them. */
    private void run(List<PrintedLine> run) {
        List<PrintedLine> above = new ArrayList<>();
        PrintedTable table = null;
        for (int i = 0; i < run.size(); i++) {
            PrintedLine line = run.get(i);
            if (table != null && table.takes(line)) {
                continue;
            }
            if (table != null) {
                above = close(table) ? new ArrayList<>(table.pending()) : table.lines();
                table = null;
            }
            if (line.kind() != PrintedLine.Kind.RULE && PrintedTable.isRow(line) && !isHeader(run, i, above)) {
                table = new PrintedTable(above, line);
                above = new ArrayList<>();
            } else {
                above.add(line);
            }
        }
        if (table != null) {
            close(table);
        }
    }

    /** Whether a line of numbers stands above a table; where it names the columns of a crossing the table takes it in itself. */
    private static boolean isHeader(List<PrintedLine> run, int at, List<PrintedLine> above) {
        List<PrintedLine> rows = run.subList(at, Math.min(at + 3, run.size()));
        if (rows.size() > 1 && QuantileHeader.is(rows.get(0), rows.get(1))) {
            return true;
        }
        return CodeHeader.is(rows.get(0), nearest(above), rows.subList(1, rows.size()))
                && !CrossingHeader.is(above, rows);
    }

    private static List<PrintedLine> nearest(List<PrintedLine> above) {
        return above.subList(Math.max(0, above.size() - MOST_HEADERS), above.size());
    }

    /** Whether a line holds spaces alone: R prints it for variables without a name above each part of a wide table. */
    private boolean spaced(int line) {
        return !all.get(line).isEmpty() && all.get(line).isBlank();
    }

    /** Keeps a table; false where its lines are none, so that they may be the header of another. */
    private boolean close(PrintedTable table) {
        PrintedTable.Cells cells = table.cells(statistics);
        if (cells == null) {
            return false;
        }
        PrintedTable.Cells last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean reached = last != null && (last.reaches(cells) || (last.to() + 1 == cells.from() && spaced(last.to())));
        PrintedTable.Cells both = last == null || !reached ? null : last.with(cells);
        if (both == null) {
            found.add(cells);
        } else {
            found.set(found.size() - 1, both);
        }
        return true;
    }
}
