package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.Declaration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows what kind of thing a declared unit is; the words are in {@code units.txt}. */
final class Units {
    private static final Map<String, Unit.Kind> KINDS = kinds();

    private Units() {}

    static Unit of(Declaration declaration) {
        String declared = declaration.unit();
        if (declared == null || declared.isBlank()) {
            return new Unit(Unit.Kind.UNKNOWN, null);
        }
        String words =
                declared.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        Unit.Kind kind = kind(words);
        if (kind == null) {
            kind = kind(words.substring(words.lastIndexOf(' ') + 1));
        }
        return new Unit(kind == null ? Unit.Kind.OTHER : kind, declared);
    }

    private static Unit.@Nullable Kind kind(String word) {
        Unit.Kind kind = KINDS.get(word);
        if (kind == null && word.endsWith("ies")) {
            kind = KINDS.get(word.substring(0, word.length() - 3) + "y");
        }
        if (kind == null && word.endsWith("s")) {
            kind = KINDS.get(word.substring(0, word.length() - 1));
        }
        return kind == null && word.endsWith("es") ? KINDS.get(word.substring(0, word.length() - 2)) : kind;
    }

    private static Map<String, Unit.Kind> kinds() {
        Map<String, Unit.Kind> kinds = new HashMap<>();
        try (InputStream in = Units.class.getResourceAsStream("units.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.charAt(0) != '#') {
                    Unit.Kind kind = Unit.Kind.valueOf(line.substring(0, colon));
                    for (String word : line.substring(colon + 1).split("\\|", -1)) {
                        kinds.put(word.strip(), kind);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }
}
