package dev.sdc.cli.architecture.sample.engine.submission;

/** Seen from later packages. */
public record Earlier() {}
