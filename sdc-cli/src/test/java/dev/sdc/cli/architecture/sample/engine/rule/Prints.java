package dev.sdc.cli.architecture.sample.engine.rule;

final class Prints {
    void all(Exception exception) {
        System.out.println();
        System.err.println();
        exception.printStackTrace();
    }
}
