package dev.sdc.cli.architecture.sample.engine.rule;

import java.util.Locale;

final class ReadsEnvironment {
    void all() {
        System.getenv();
        System.getProperty("x");
        Locale.getDefault();
    }
}
