package dev.sdc.engine.audit.ledger;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.MarkerMeaning;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.submission.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Releases to keep. */
final class Examples {
    private Examples() {}

    static Release release(String id, String dataset, long... keys) {
        return new Release(
                id,
                dataset,
                null,
                List.of(new Release.Sheet(
                        "t.csv",
                        null,
                        List.of("Age"),
                        List.of("Patients"),
                        List.of(List.of("Age", "Patients"), List.of("18-49", "ä \"84\""), List.of("", "<10")),
                        Declaration.builder()
                                .unit("patient")
                                .population(new Population("P1", null, 500L, "P0", null, null))
                                .rounding(new Rounding(5, Rounding.Method.NEAREST, Rounding.Totals.EXACT))
                                .markers(
                                        Map.of("<10", new MarkerMeaning.Between(BigDecimal.ONE, BigDecimal.valueOf(9))))
                                .build(),
                        1,
                        keys)));
    }
}
