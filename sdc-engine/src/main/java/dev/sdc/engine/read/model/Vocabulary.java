package dev.sdc.engine.read.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists beside this class. */
final class Vocabulary {
    /** What stands before and behind the first {@code =} that has a space on either side. */
    record Entry(String name, String text) {}

    private Vocabulary() {}

    /** The lines of a list, without comments and blank ones. */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no list " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The lines of a list of names and texts. */
    static List<Entry> entries(String name) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines(name)) {
            int at = line.indexOf(" = ");
            entries.add(new Entry(line.substring(0, at), line.substring(at + 3)));
        }
        return entries;
    }

    /** The alternatives of an entry. */
    static List<String> alternatives(String text) {
        return List.of(text.split(" \\| ", -1));
    }
}
