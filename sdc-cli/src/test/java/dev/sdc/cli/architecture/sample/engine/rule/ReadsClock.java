package dev.sdc.cli.architecture.sample.engine.rule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

final class ReadsClock {
    List<Object> all() {
        return List.of(Instant.now(), LocalDate.now(ZoneOffset.UTC), System.nanoTime(), Clock.systemUTC());
    }

    Instant ofAGivenClock(Clock clock) {
        return Instant.now(clock);
    }
}
