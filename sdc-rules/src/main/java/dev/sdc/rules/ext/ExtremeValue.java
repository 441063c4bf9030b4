package dev.sdc.rules.ext;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence.End;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.DayDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Minima, maxima, ranges, whisker ends, first and last dates: each is the value of a single unit unless shown otherwise. */
@SdcRule(
        id = "EXT-001",
        title = "Minimum or maximum is one unit's value",
        source = "OpenSAFELY; ADRF; Eurostat ACRO; Genomics England",
        parameters = {"min_count", "extremes_fail"})
public final class ExtremeValue implements TableOrTextRule {
    private static final Set<ColumnRole> ENDS = Set.of(ColumnRole.MINIMUM, ColumnRole.MAXIMUM);

    /** What the numbers of a list of the largest or the smallest may be read as. */
    private static final Set<ColumnRole> LISTED = Set.of(ColumnRole.MAGNITUDE, ColumnRole.TIME);

    @Override
    public Set<ColumnRole> decides() {
        return ENDS;
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        for (ExtremesInWords.Spot spot : ExtremesInWords.in(prose)) {
            findings.add(
                    prose.address(spot.line(), spot.column()),
                    null,
                    null,
                    disposition(settings),
                    words -> words.message("The text tells the value of a single unit, or of very few.")
                            .because("\"" + spot.text().strip().replaceAll("\\s+", " ")
                                    + "\" is the end of a range, and nothing shows that " + settings.minCount()
                                    + " units or more hold it")
                            .remedy("Write the 5th and 95th percentile, or the middle half, instead.")
                            .value(spot.text()));
        }
        return findings.outcome("the ends of ranges told in words");
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        List<Extreme> extremes = extremes(table);
        if (extremes.isEmpty()) {
            return new Outcome.NotApplicable("no minima, maxima or ranges");
        }
        Findings findings = Findings.in(this, table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        for (Extreme extreme : extremes) {
            judge(findings, table, evidence, extreme, settings);
        }
        return findings.outcome("the ends of all ranges");
    }

    /** One end of a range, printed in a cell. */
    private record Extreme(int row, int column, boolean isMinimum) {}

    private static List<Extreme> extremes(Table table) {
        List<Extreme> extremes = new ArrayList<>();
        table.forEachQuantity(
                ENDS,
                figure ->
                        extremes.add(new Extreme(figure.row(), figure.column(), figure.role() == ColumnRole.MINIMUM)));
        if (extremes.isEmpty() && table.typeDeclared() && table.type() == OutputType.EXTREMES) {
            table.forEachQuantity(
                    LISTED,
                    figure -> extremes.add(new Extreme(figure.row(), figure.column(), isOfLeast(table, figure))));
        }
        for (Column column : table.columns()) {
            boolean first = Wording.names(column.leaf(), "first", "earliest", "minimum", "min");
            boolean last = Wording.names(column.leaf(), "last", "latest", "maximum", "max");
            for (int row = 0; row < table.rowCount() && (first || last); row++) {
                if (DayDate.of(table.text(row, column.index())).isPresent()) {
                    extremes.add(new Extreme(row, column.index(), first));
                }
            }
        }
        return extremes;
    }

    /** Whether a list that is declared to be one of extremes says that it is of the least. */
    private static boolean isOfLeast(Table table, Quantity figure) {
        List<String> names = new ArrayList<>(table.titles());
        table.columns().stream().filter(Column::isLabel).map(Column::leaf).forEach(names::add);
        names.add(table.columns().get(figure.column()).name());
        return names.stream()
                .anyMatch(name -> Wording.names(
                        name, "shortest", "smallest", "lowest", "youngest", "earliest", "least", "bottom"));
    }

    private static void judge(
            Findings findings, Table table, SuppliedEvidence evidence, Extreme extreme, Settings settings) {
        End end = end(evidence, extreme);
        Long holders = end == null ? null : end.nAtValue();
        boolean held = holders != null && holders >= settings.minCount();
        if (held || (end != null && end.structural())) {
            findings.restsOn("evidence.extreme_evidence: " + name(table, extreme));
            return;
        }
        findings.add(
                table,
                extreme.row,
                extreme.column,
                isOfScale(table, extreme.row, extreme.column) || isSetting(table)
                        ? Disposition.HUMAN_JUDGEMENT
                        : disposition(settings),
                words -> words.message("An end of the range is the value of a single unit, or of very few.")
                        .because(
                                holders == null
                                        ? "nothing shows that the value is set by design or held by "
                                                + settings.minCount() + " units or more"
                                        : "the evidence says that " + holders + " hold it; the minimum is "
                                                + settings.minCount())
                        .remedy("Print the 5th and 95th percentile, or the mean of the most extreme group, instead.")
                        .evidence("evidence.extreme_evidence: {\"" + name(table, extreme) + "\": {"
                                + (extreme.isMinimum ? "min" : "max")
                                + ": {structural: , n_at_value: }}}"));
    }

    /** Whether the row is a questionnaire or the like, and the range from 0 or 1 to a whole number may be that of its scale. */
    private static boolean isOfScale(Table table, int row, int column) {
        boolean scales = table.columns().stream()
                .anyMatch(label -> label.isLabel()
                        && Wording.is(
                                label.leaf(),
                                "scale",
                                "instrument",
                                "questionnaire",
                                "subscale",
                                "skala",
                                "fragebogen"));
        return scales
                && table.quantities(row, column).size() == 2
                && table.quantities(row, column).stream()
                        .allMatch(end -> end.value().stripTrailingZeros().scale() <= 0)
                && table.quantities(row, column).stream()
                        .anyMatch(end -> end.role() == ColumnRole.MINIMUM
                                && end.value().abs().compareTo(BigDecimal.ONE) <= 0);
    }

    /** Whether the rows are called settings: what an analyst sets is of no unit, if it is one. */
    private static boolean isSetting(Table table) {
        return table.columns().stream()
                .anyMatch(label -> label.isLabel()
                        && Wording.is(
                                label.leaf(),
                                "setting",
                                "settings",
                                "option",
                                "options",
                                "hyperparameter",
                                "hyperparameters",
                                "argument",
                                "arguments"));
    }

    private static Disposition disposition(Settings settings) {
        return settings.extremesFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
    }

    private static @Nullable End end(SuppliedEvidence evidence, Extreme extreme) {
        return evidence.extremes(extreme.row, extreme.column)
                .map(both -> extreme.isMinimum ? both.minimum() : both.maximum())
                .orElse(null);
    }

    private static String name(Table table, Extreme extreme) {
        String label = table.rowLabel(extreme.row);
        return label.isEmpty() ? table.columns().get(extreme.column).name() : label;
    }
}
