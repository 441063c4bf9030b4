package dev.sdc.rules.freq;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How many different persons stand behind a count of events: as printed in the row, or as supplied. */
final class PersonsBehind {
    private static final Pattern PERSONS =
            Pattern.compile("(?:(?:number of |no\\.? of |n )?(?:distinct |different |unique |individual )?"
                    + "(?:patients|persons|people|individuals|patienten|personen)(?: \\(?n\\)?)?)");

    private final Table table;
    private final Map<String, Long> supplied;
    private final int personsColumn;
    private final boolean oneCountOfEvents;
    private boolean fromEvidence;

    PersonsBehind(Table table) {
        this.table = table;
        this.supplied = table.declaration().evidence().distinctPatients();
        int declared = -1;
        int named = -1;
        int counts = 0;
        for (Column column : table.columns()) {
            if (column.role() == ColumnRole.DISTINCT_PATIENTS) {
                declared = column.index();
            } else if (column.mayHold(ColumnRole.COUNT) || column.mayHold(ColumnRole.EVENTS)) {
                counts++;
                named = namesPersons(column) ? column.index() : named;
            }
        }
        // a lone column of "patients" is what the unit says it is: events
        boolean besideEvents = declared < 0 && named >= 0 && counts > 1;
        personsColumn = besideEvents ? named : declared;
        oneCountOfEvents = counts - (besideEvents ? 1 : 0) == 1;
    }

    /** Whether a column counts persons rather than events. */
    boolean counts(int column) {
        return column == personsColumn;
    }

    private static boolean namesPersons(Column column) {
        return PERSONS.matcher(column.leaf().toLowerCase(Locale.ROOT).strip()).matches();
    }

    /** The number of persons behind a cell; {@link LineCounts#NONE} where nobody says it. */
    long behind(int row, int column) {
        long own = supplied(row, column);
        if (own != LineCounts.NONE) {
            fromEvidence = true;
            return own;
        }
        return personsColumn >= 0 && oneCountOfEvents ? LineCounts.at(table, row, personsColumn) : LineCounts.NONE;
    }

    /** Whether any number came from the evidence that was supplied. */
    boolean fromEvidence() {
        return fromEvidence;
    }

    /** The number supplied for a cell, or for its row where the row has no other count of events. */
    private long supplied(int row, int column) {
        Column c = table.columns().get(column);
        String label = table.rowLabel(row);
        List<String> ofCell = List.of(
                label + " / " + c.name(), label + " / " + c.leaf(), c.name() + " / " + label, c.leaf() + " / " + label);
        for (String key : ofCell) {
            if (supplied.containsKey(key)) {
                return supplied.getOrDefault(key, LineCounts.NONE);
            }
        }
        if (!oneCountOfEvents && !c.total()) {
            return LineCounts.NONE;
        }
        List<String> labels = table.rowLabels(row);
        String innermost = labels.isEmpty() ? label : labels.get(labels.size() - 1);
        return supplied.getOrDefault(label, supplied.getOrDefault(innermost, LineCounts.NONE));
    }
}
