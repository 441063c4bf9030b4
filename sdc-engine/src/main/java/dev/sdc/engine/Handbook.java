package dev.sdc.engine;

import dev.sdc.engine.report.Report;
import dev.sdc.engine.rule.Settings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The default profile's values, until profiles are read from files. */
final class Handbook {
    private Handbook() {}

    static final Settings SETTINGS = new Settings(
            10,
            Settings.ZeroPolicy.REVIEW,
            BigDecimal.ONE,
            new Settings.Nk(2, new BigDecimal("0.90")),
            false,
            null,
            new BigDecimal("0.10"),
            10,
            10,
            10,
            10,
            false,
            10,
            0,
            Settings.Totals.SUM_OR_MULTIPLE,
            false,
            10,
            4,
            3,
            false,
            5000,
            16L << 20,
            false,
            true,
            false,
            true,
            Set.of(
                    "csv", "tsv", "xlsx", "txt", "md", "html", "tex", "json", "ipynb", "log", "rout", "lst", "out",
                    "png", "jpeg", "jpg", "svg", "r", "do", "py", "sas", "sps", "sql"));

    static final Report.ProfileUsed USED =
            new Report.ProfileUsed("handbook-10", "0", "0".repeat(64), "the default profile", List.of());
}
