package dev.sdc.rules.code;

import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;

/** Tells code and logs from other texts. */
final class Script {
    private Script() {}

    static boolean isCodeOrLog(Output output) {
        return output.type() == OutputType.CODE || output.type() == OutputType.LOG;
    }
}
