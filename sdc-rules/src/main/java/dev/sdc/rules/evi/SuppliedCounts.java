package dev.sdc.rules.evi;

import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Distinct patients and unrounded counts supplied for printed counts. */
final class SuppliedCounts {
    private SuppliedCounts() {}

    static List<Contradiction> contradictions(Table table) {
        List<Contradiction> found = new ArrayList<>();
        Map<String, Long> patients = table.declaration().evidence().distinctPatients();
        boolean rounded = table.declaration().rounding() != null;
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        long columns =
                table.columns().stream().filter(column -> !column.isLabel()).count();
        table.forEachCount((row, column, n) -> {
            Column c = table.columns().get(column);
            // with several counts in a row, what is supplied for the row may be of any of them
            Long supplied = columns == 1
                    ? evidence.distinctPatients(row, column).orElse(null)
                    : patients.get(table.rowLabel(row) + " / " + c.name());
            if (supplied != null && !rounded && supplied > n) {
                found.add(new Contradiction(
                        row, column, supplied + " distinct patients are supplied for " + n + " that are counted"));
            } else if (supplied != null && supplied == 0 && n > 0) {
                found.add(new Contradiction(row, column, "no patient is supplied for " + n + " that are counted"));
            }
        });
        return found;
    }
}
