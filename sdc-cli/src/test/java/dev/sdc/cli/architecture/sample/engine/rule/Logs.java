package dev.sdc.cli.architecture.sample.engine.rule;

import java.util.logging.Logger;

final class Logs {
    void all() {
        Logger.getLogger("x").info("y");
        System.getLogger("x").log(System.Logger.Level.INFO, "y");
    }
}
