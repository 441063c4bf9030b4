package dev.sdc.engine.rule;

import dev.sdc.engine.submission.OutputType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code kinds.txt}, which lies beside the rules of a jar: a line for each kind of output. */
final class KindsFile {
    private static final String NAME = "kinds.txt";
    private static final int FIELDS = 7;

    private KindsFile() {}

    /** Adds the kinds that a provider's jar brings; a later jar's line replaces an earlier one's. */
    static void read(Class<?> provider, Map<OutputType, KindOfOutput> into) {
        try (InputStream in = provider.getResourceAsStream(NAME)) {
            if (in != null) {
                read(in, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream in, Map<OutputType, KindOfOutput> into) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                KindOfOutput kind = kind(line);
                into.put(kind.type(), kind);
            }
        }
    }

    static KindOfOutput kind(String line) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException(NAME + ": expected " + FIELDS + " fields, found " + line);
        }
        String name = fields[0].strip();
        OutputType type = OutputType.of(name)
                .orElseThrow(() -> new IllegalStateException(NAME + ": there is no kind of output " + name));
        return new KindOfOutput(
                type,
                fields[1].strip(),
                fields[2].strip(),
                words(fields[3]),
                words(fields[4]),
                fields[5].strip(),
                fields[6].strip());
    }

    private static List<String> words(String field) {
        return field.isBlank() ? List.of() : List.of(field.strip().split("\\s+", -1));
    }
}
