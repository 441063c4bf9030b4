package dev.sdc.cli.architecture.sample.engine.submission;

import dev.sdc.cli.architecture.sample.engine.FrontDoor;

abstract class LooksUp {
    abstract void see(FrontDoor door);
}
