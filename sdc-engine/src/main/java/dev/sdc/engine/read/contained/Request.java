package dev.sdc.engine.read.contained;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.ReceivedFile;

/** What the child is asked to read. */
record Request(ReceivedFile file, Limits limits) {}
