package dev.sdc.rules.dom;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Limits that a variable has by its nature or its scale, so that nobody need declare them: no patient is older than 120.
 * They are wide, and known by the name of the variable.
 *
 * @param name what the variable is called, in lower case
 * @param bounds its limits
 */
record NaturalLimits(String name, Bounds bounds) {
    private static final List<NaturalLimits> KNOWN = List.of(
            new NaturalLimits("age", Bounds.of(0, 120)),
            new NaturalLimits("alter", Bounds.of(0, 120)),
            new NaturalLimits("bmi", Bounds.of(0, 200)),
            new NaturalLimits("body mass index", Bounds.of(0, 200)),
            new NaturalLimits("height", Bounds.of(0, 300)),
            new NaturalLimits("weight kg", Bounds.of(0, 700)),
            new NaturalLimits("blood pressure", Bounds.of(0, 400)),
            new NaturalLimits("ecog", Bounds.of(0, 5)),
            new NaturalLimits("gleason", Bounds.of(2, 10)),
            new NaturalLimits("score", Bounds.of(0, 100)),
            new NaturalLimits("scale", Bounds.of(0, 100)),
            new NaturalLimits("percentage", Bounds.of(0, 100)),
            new NaturalLimits("percent", Bounds.of(0, 100)),
            atLeastZero("los"),
            atLeastZero("length of stay"),
            atLeastZero("bed days"),
            atLeastZero("duration"),
            atLeastZero("waiting time"),
            atLeastZero("time to"),
            atLeastZero("follow up"),
            atLeastZero("survival time"),
            atLeastZero("size"),
            atLeastZero("volume"),
            atLeastZero("dose"));

    /** A variable that is never negative, and has no limit above. */
    private static NaturalLimits atLeastZero(String name) {
        return new NaturalLimits(name, new Bounds(BigDecimal.ZERO, null));
    }

    /** Variables without a limit, though they may be of an age or come in per cent. */
    private static final String[] UNLIMITED = {
        "cost",
        "costs",
        "price",
        "income",
        "turnover",
        "revenue",
        "spend",
        "spending",
        "expenditure",
        "amount",
        "wages",
        "salary",
        "change",
        "difference"
    };

    /** Headers that name a statistic and no variable, so that the row does. */
    private static final String[] BARE = {"mean", "mean sd", "average", "avg", "value", "overall", "all", "total"};

    /** The columns whose header names a variable with limits, or leaves it to the row. */
    static BitSet columns(Table table) {
        return table.columns().stream()
                .filter(column ->
                        Wording.is(column.leaf(), BARE) || named(column.leaf()).isPresent())
                .mapToInt(Column::index)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** The limits of the variable that a figure is of, as its header names it, or its row under a bare header. */
    static Optional<NaturalLimits> of(Table table, Quantity figure) {
        String header = table.columns().get(figure.column()).leaf();
        String label = table.rowLabel(figure.row());
        boolean rowNamesIt = table.rowRole(figure.row()) != null || Wording.is(header, BARE);
        // a row such as "Age 60-69" is a group of another variable
        boolean group = label.chars().anyMatch(Character::isDigit);
        if (Wording.names(header + ' ' + label, UNLIMITED) || (rowNamesIt && group)) {
            return Optional.empty();
        }
        return named(rowNamesIt ? label : header).filter(known -> known.bounds.allow(figure.value(), BigDecimal.ZERO));
    }

    /** The limits for people. */
    String inWords() {
        return bounds.high() == null ? "not below " + bounds.low() : bounds.low() + " to " + bounds.high();
    }

    private static Optional<NaturalLimits> named(String text) {
        if (text.strip().endsWith("(%)")) {
            return Optional.of(new NaturalLimits("percentage", Bounds.of(0, 100)));
        }
        return KNOWN.stream().filter(known -> Wording.names(text, known.name)).findFirst();
    }
}
