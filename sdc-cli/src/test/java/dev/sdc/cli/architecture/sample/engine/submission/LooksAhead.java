package dev.sdc.cli.architecture.sample.engine.submission;

import dev.sdc.cli.architecture.sample.engine.report.Later;

abstract class LooksAhead {
    abstract void see(Later later);
}
