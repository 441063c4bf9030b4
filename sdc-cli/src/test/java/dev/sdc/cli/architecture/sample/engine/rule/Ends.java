package dev.sdc.cli.architecture.sample.engine.rule;

final class Ends {
    void all() {
        System.exit(1);
        Runtime.getRuntime().halt(1);
    }
}
