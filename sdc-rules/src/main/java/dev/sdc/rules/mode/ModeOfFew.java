package dev.sdc.rules.mode;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Modes that few units hold, or all of a group. */
@SdcRule(
        id = "MODE-001",
        title = "Mode of few",
        source = "StatbarnSDC ontology 1.0; Genomics England, airlock rules",
        parameters = "min_count")
public final class ModeOfFew implements TableRule {
    private static final String[] MODES = {"mode", "modal", "modus", "modalwert"};
    private static final String[] HOLDERS = {
        "at mode",
        "at the mode",
        "modal frequency",
        "mode frequency",
        "frequency of mode",
        "n mode",
        "mode n",
        "modal count",
        "mode count"
    };

    private static final String[] WITH = {
        "n with",
        "n at",
        "n in",
        "number with",
        "number at",
        "count with",
        "patients with",
        "patients at",
        "people with"
    };

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Quantity> modes = modes(table);
        if (modes.isEmpty()) {
            return new Outcome.NotApplicable("no modes");
        }
        Findings findings = Findings.in(this, table);
        for (Quantity mode : modes) {
            judge(table, mode, facts, settings, findings);
        }
        return findings.outcome("the units that hold each mode");
    }

    private static List<Quantity> modes(Table table) {
        List<Quantity> modes = new ArrayList<>();
        BitSet labelled = table.rowsLabelled(label -> isMode(label, table));
        BitSet all = new BitSet();
        all.set(0, table.rowCount());
        for (Column column : table.columns()) {
            boolean named = isMode(column.name(), table) && !holdsHolders(column);
            BitSet rows = named ? all : labelled;
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                CellValue cell = table.cell(row, column.index());
                boolean number = cell instanceof CellValue.Magnitude || cell instanceof CellValue.Share;
                boolean counted = named && cell instanceof CellValue.Count && isSummary(table, column);
                boolean text = named && cell instanceof CellValue.Label && column.index() > 0;
                boolean inRow = number && !column.isLabel() && labelled.get(row);
                if ((named && number) || counted || text || inRow) {
                    modes.add(new Quantity(row, column.index(), ColumnRole.MAGNITUDE, null, BigDecimal.ZERO));
                }
            }
        }
        return modes;
    }

    /** A mode of treatment is no statistic. */
    private static boolean isMode(String name, Table table) {
        boolean declared = table.type() == OutputType.MODE;
        return Wording.names(name, MODES)
                && (declared || !Wording.names(name, "mode of", "modes"))
                && (Wording.begins(name, MODES) || Wording.is(name.replaceAll(".*[/:,]", ""), MODES));
    }

    /** {@code n with modal diagnosis}: how many hold the mode, whatever the variable is called. */
    private static boolean namesHolders(String name) {
        return Wording.names(name, HOLDERS) || (Wording.begins(name, WITH) && Wording.names(name, MODES));
    }

    private static boolean holdsHolders(Column column) {
        boolean counts = column.mayHold(ColumnRole.COUNT) && column.source() != Column.RoleSource.CONTENT;
        return counts || namesHolders(column.name());
    }

    /** Whether whole numbers under the header are values of a variable, not counts of a category called so. */
    private static boolean isSummary(Table table, Column column) {
        return table.type() == OutputType.MODE
                || Wording.is(column.leaf(), MODES)
                || table.holds(ColumnRole.MEAN)
                || table.holds(ColumnRole.PERCENTILE)
                || table.holds(ColumnRole.SD);
    }

    private static void judge(Table table, Quantity mode, Facts facts, Settings settings, Findings findings) {
        Optional<Long> printed = printed(table, mode.row());
        Optional<Long> supplied = new SuppliedEvidence(table).cellCount(mode.row(), mode.column());
        Optional<Long> holders = printed.isPresent() ? printed : supplied;
        Optional<Size> n = size(table, mode, facts);
        int minimum = settings.minCount();
        if (holders.isPresent() && holders.get() < minimum) {
            add(table, mode, Disposition.BREACH, holders.get() + " units hold it; the minimum is " + minimum, findings);
        } else if (n.isPresent() && n.get().high() < minimum) {
            add(table, mode, Disposition.BREACH, "it is of " + n.get().inWords() + " units in all", findings);
        } else if (holders.isPresent() && n.isPresent() && n.get().high() <= holders.get()) {
            add(table, mode, Disposition.BREACH, "all " + holders.get() + " units hold it", findings);
        } else if (holders.isEmpty()) {
            add(table, mode, Disposition.NEEDS_EVIDENCE, "nobody says how many units hold it", findings);
        } else if (printed.isEmpty()) {
            findings.restsOn("evidence.cell_counts: " + table.rowLabel(mode.row()));
        }
    }

    /** The units of the whole group; a count of those that hold the mode is none. */
    private static Optional<Size> size(Table table, Quantity mode, Facts facts) {
        Optional<Size> n = facts.sampleSize(table, mode);
        for (Column column : table.columns()) {
            String where = table.file() + "!" + table.address(mode.row(), column.index());
            boolean holders = namesHolders(column.name()) || column.index() == mode.column();
            if (holders && n.isPresent() && n.get().where().equals(where)) {
                return plainSize(table, mode);
            }
        }
        return n;
    }

    private static Optional<Size> plainSize(Table table, Quantity mode) {
        for (Column column : table.columns()) {
            boolean stated = column.source() == Column.RoleSource.HEADER && !namesHolders(column.name());
            long n = stated ? LineCounts.at(table, mode.row(), column.index()) : LineCounts.NONE;
            if (n != LineCounts.NONE) {
                String where = table.file() + "!" + table.address(mode.row(), column.index());
                return Optional.of(Size.exactly(n, Size.Source.PRINTED, where, null));
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> printed(Table table, int row) {
        for (Column column : table.columns()) {
            long n = namesHolders(column.name()) ? LineCounts.at(table, row, column.index()) : -1;
            if (n > 0) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    private static void add(Table table, Quantity mode, Disposition disposition, String because, Findings findings) {
        String label = table.rowLabel(mode.row());
        String key = label.isEmpty() ? table.columns().get(mode.column()).name() : label;
        findings.add(
                table,
                mode.row(),
                mode.column(),
                disposition,
                words -> words.message("The mode may be the value of a few units, or of everyone in the group.")
                        .because(because)
                        .remedy("Leave the mode out, or give it in bands so wide that enough units hold it.")
                        .evidence("evidence.cell_counts: {\"" + key + "\": n}"));
    }
}
