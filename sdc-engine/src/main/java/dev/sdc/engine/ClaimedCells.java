package dev.sdc.engine;

import dev.sdc.engine.read.acro.Session;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out again, as far as a file allows, which of its cells a session says to fail. */
final class ClaimedCells {
    /** Which rules test what a check of ACRO tests. */
    private static final Map<String, List<String>> RULES = Map.ofEntries(
            Map.entry("threshold", List.of("FREQ-001", "MAG-001", "PCT-001")),
            Map.entry("minimumthresholdcheck", List.of("FREQ-001", "MAG-001", "PCT-001")),
            Map.entry("presenceofzerocheck", List.of("CLS-001", "CLS-002")),
            Map.entry("requiredzerocheck", List.of("CLS-001", "CLS-002")),
            Map.entry("nk-rule", List.of("DOM-001")),
            Map.entry("nkcheck", List.of("DOM-001")),
            Map.entry("p-ratio", List.of("DOM-002")),
            Map.entry("ppercentcheck", List.of("DOM-002")),
            Map.entry("negative", List.of("DOM-003")),
            Map.entry("all-values-are-same", List.of("CLS-006", "MODE-001")));

    private static final int NAMED = 5;

    private final ExaminedFile file;
    private final Session.Claim claim;
    private final Session.ClaimedFile claimed;
    private final Results results;

    ClaimedCells(ExaminedFile file, Session.Claim claim, Session.ClaimedFile claimed, Results results) {
        this.file = file;
        this.claim = claim;
        this.claimed = claimed;
        this.results = results;
    }

    /** How the cells that are claimed to fail and those that were found agree and differ. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        Table table = table();
        claimed.flagged().forEach((check, count) -> {
            List<String> rules = RULES.get(check.toLowerCase(Locale.ROOT));
            if (rules != null) {
                remarks.add(check + ": " + compared(table, check, count, rules));
            }
        });
        if (claim.suppressed() && table != null) {
            Set<String> shown = new TreeSet<>();
            for (Session.Cell cell :
                    claimed.cells().values().stream().flatMap(List::stream).toList()) {
                if (shows(table, cell)) {
                    shown.add(address(table, cell));
                }
            }
            remarks.add(
                    shown.isEmpty()
                            ? "the cells that are said to be suppressed show no number"
                            : "said to be suppressed, but shown: " + listed(shown));
        }
        return remarks;
    }

    private String compared(@Nullable Table table, String check, long count, List<String> rules) {
        String claims = count + (count == 1 ? " cell" : " cells") + " claimed";
        List<Session.Cell> cells = claimed.cells().getOrDefault(check, List.of());
        if (table == null || !ran(rules)) {
            return claims + ", which this file does not allow to work out again";
        }
        boolean zeros = rules.contains("CLS-002");
        Set<String> found = zeros ? new TreeSet<>() : found(table, rules);
        if (found.isEmpty() && lacksContributions(table)) {
            return claims + ", which this file does not allow to work out again: it holds no contributions";
        }
        for (Session.Cell cell : zeros ? all(table) : cells) {
            // ACRO takes an empty cell for one below the threshold
            if (isInside(table, cell) && table.count(cell.row(), column(table, cell)) == 0) {
                found.add(address(table, cell));
            }
        }
        if (cells.size() != count) {
            return claims + ", " + found.size() + " found";
        }
        Set<String> said =
                cells.stream().map(cell -> address(table, cell)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> both = new HashSet<>(said);
        both.retainAll(found);
        said.removeAll(both);
        found.removeAll(both);
        if (said.isEmpty() && found.isEmpty()) {
            return claims + ", and the same found";
        }
        return claims + ", " + both.size() + " of them found"
                + (said.isEmpty() ? "" : "; not found: " + listed(said))
                + (found.isEmpty() ? "" : "; found beside: " + listed(found));
    }

    /** Whether one of the rules came to a result on this file. */
    private boolean ran(List<String> rules) {
        return file.outputs().stream()
                .map(output -> results.ofOutput(output.id()))
                .anyMatch(byRule -> rules.stream().anyMatch(rule -> {
                    RuleResult result = byRule.get(rule);
                    return result != null && result.decided();
                }));
    }

    private boolean lacksContributions(Table table) {
        return List.of("DOM-004", "MAG-002").stream()
                .map(rule -> results.ofOutput(table.id()).get(rule))
                .anyMatch(result -> result != null && result.total() > 0);
    }

    private static List<Session.Cell> all(Table table) {
        List<Session.Cell> cells = new ArrayList<>();
        int labels = column(table, new Session.Cell(0, 0));
        table.forEachCount((row, column, n) -> {
            if (n == 0) {
                cells.add(new Session.Cell(row, column - labels));
            }
        });
        return cells;
    }

    private Set<String> found(Table table, List<String> rules) {
        Set<String> cells = new TreeSet<>();
        for (String rule : rules) {
            RuleResult result = results.ofOutput(table.id()).get(rule);
            if (result != null) {
                for (Finding finding : result.findings()) {
                    if (finding.level() != Level.NOTE) {
                        cells.add(finding.cell());
                    }
                }
            }
        }
        return cells;
    }

    private @Nullable Table table() {
        for (Output output : file.outputs()) {
            if (output instanceof Table table) {
                return table;
            }
        }
        return null;
    }

    private static boolean shows(Table table, Session.Cell cell) {
        int column = column(table, cell);
        return isInside(table, cell)
                && !(table.cell(cell.row(), column) instanceof CellValue.Blank)
                && !(table.cell(cell.row(), column) instanceof CellValue.Suppressed);
    }

    private static boolean isInside(Table table, Session.Cell cell) {
        return cell.row() >= 0
                && cell.row() < table.rowCount()
                && cell.column() >= 0
                && column(table, cell) < table.columns().size();
    }

    private static String address(Table table, Session.Cell cell) {
        return isInside(table, cell)
                ? table.address(cell.row(), column(table, cell))
                : "row " + (cell.row() + 1L) + ", column " + (cell.column() + 1L);
    }

    /** ACRO counts columns from the first that is no label. */
    private static int column(Table table, Session.Cell cell) {
        int labels = 0;
        for (Column column : table.columns()) {
            if (!column.isLabel()) {
                break;
            }
            labels++;
        }
        return (int) Math.min(Integer.MAX_VALUE, labels + (long) cell.column());
    }

    private static String listed(Set<String> cells) {
        String some = cells.stream().limit(NAMED).collect(Collectors.joining(", "));
        return cells.size() > NAMED ? some + " and " + (cells.size() - NAMED) + " more" : some;
    }
}
