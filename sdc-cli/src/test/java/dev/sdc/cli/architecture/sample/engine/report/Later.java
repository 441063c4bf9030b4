package dev.sdc.cli.architecture.sample.engine.report;

import dev.sdc.cli.architecture.sample.engine.submission.Earlier;

/** Sees what stands before it, as it may. */
public record Later(Earlier earlier) {}
