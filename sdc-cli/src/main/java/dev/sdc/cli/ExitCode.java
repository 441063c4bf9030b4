package dev.sdc.cli;

import dev.sdc.engine.report.Verdict;

/** What the exit codes of {@code sdc} mean. */
final class ExitCode {
    /** Everything passed, or the command did what it was asked. */
    static final int PASS = 0;
    /** Something fails. */
    static final int FAIL = 1;
    /** The command line, a path, a profile or a declaration is wrong; or the command is not built yet. */
    static final int USAGE = 2;
    /** Nothing fails, but evidence is missing or a person must judge. */
    static final int REVIEW = 3;
    /** No report could be made. */
    static final int INTERNAL = 70;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case REVIEW -> REVIEW;
            case FAIL -> FAIL;
        };
    }
}
