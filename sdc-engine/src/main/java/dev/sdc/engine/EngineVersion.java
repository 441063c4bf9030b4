package dev.sdc.engine;

import dev.sdc.engine.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the engine calls itself in reports; the build writes the version. */
final class EngineVersion {
    private EngineVersion() {}

    static Report.Engine current() {
        try (InputStream in = Objects.requireNonNull(
                EngineVersion.class.getResourceAsStream("version.txt"), "version.txt is missing from the jar")) {
            return new Report.Engine("sdc-engine", new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
