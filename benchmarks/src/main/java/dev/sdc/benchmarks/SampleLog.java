package dev.sdc.benchmarks;

/** A made-up Stata log: commands, remarks, a tabulation and a Cox model, over and over. */
final class SampleLog {
    private static final String[] BLOCK = {
        ". use registry, clear",
        "(made-up data of a registry)",
        "",
        ". tab stage sex",
        "",
        "           |          sex",
        "     stage |    female       male |     Total",
        "-----------+----------------------+----------",
        "         I |     1,204        987 |     2,191 ",
        "        II |       804        762 |     1,566 ",
        "       III |       633        590 |     1,223 ",
        "-----------+----------------------+----------",
        "     Total |     2,641      2,339 |     4,980 ",
        "",
        ". stcox i.stage age",
        "",
        "         failure _d:  died == 1",
        "   analysis time _t:  months",
        "",
        "Iteration 0:   log likelihood = -13284.712",
        "Iteration 1:   log likelihood = -13120.304",
        "Refining estimates:",
        "Iteration 0:   log likelihood = -13120.304",
        "",
        "Cox regression -- Breslow method for ties",
        "",
        "No. of subjects =        4,980                  Number of obs    =       4,980",
        "No. of failures =        1,702",
        "Time at risk    =       171204",
        "                                                LR chi2(3)       =      328.82",
        "Log likelihood  =   -13120.304                  Prob > chi2      =      0.0000",
        "",
        "------------------------------------------------------------------------------",
        "          _t | Haz. Ratio   Std. Err.      z    P>|z|     [95% Conf. Interval]",
        "-------------+----------------------------------------------------------------",
        "       stage |",
        "         II  |   1.412087   .0841502     5.79   0.000     1.256422    1.587038",
        "        III  |   2.370315   .1387021    14.75   0.000     2.113478    2.658364",
        "             |",
        "         age |   1.018402   .0021307     8.72   0.000     1.014235    1.022587",
        "------------------------------------------------------------------------------",
        "",
    };

    private SampleLog() {}

    /** A log of so many lines. */
    static String of(int lines) {
        StringBuilder log = new StringBuilder(lines * 48);
        for (int line = 0; line < lines; line++) {
            log.append(BLOCK[line % BLOCK.length]).append('\n');
        }
        return log.toString();
    }
}
