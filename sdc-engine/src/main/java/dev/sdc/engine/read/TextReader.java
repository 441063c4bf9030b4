package dev.sdc.engine.read;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.intake.TextEncoding;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads running text as lines. */
public final class TextReader {
    private TextReader() {}

    /** A reader of the characters of a text; what cannot be decoded becomes U+FFFD. */
    public static Reader open(byte[] bytes, TextEncoding encoding) {
        int start = encoding.bomLength();
        return encoding.charset().equals(StandardCharsets.ISO_8859_1)
                ? new SingleByteReader(bytes, start)
                : new InputStreamReader(
                        new ByteArrayInputStream(bytes, start, bytes.length - start), encoding.charset());
    }

    /** The remark that some bytes of a text cannot be decoded; empty where all can. */
    public static List<Reading.Note> undecodable(byte[] bytes, TextEncoding encoding) {
        if (encoding.firstBad() < 0) {
            return List.of();
        }
        int line = 1;
        for (int at = 0; at < encoding.firstBad(); at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return List.of(new Reading.Note(
                Reading.Note.Kind.NOT_UNDERSTOOD,
                "@" + line + ":1",
                "Line " + line + " is not all in " + encoding.name() + " as the rest is (byte "
                        + (encoding.firstBad() + 1) + " of the file). Save the file as UTF-8."));
    }

    /** The lines of a text. */
    public static Reading read(byte[] bytes, Limits limits) {
        TextEncoding encoding = TextEncoding.of(bytes);
        if (encoding == null) {
            return new Reading.NotUnderstood("The file is no text: it holds bytes that no text has.");
        }
        List<String> lines = new ArrayList<>();
        long characters = 0;
        try (BufferedReader reader = new BufferedReader(open(bytes, encoding))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                characters += line.length() + 1L;
                if (characters > limits.textCharacters()) {
                    return new Reading.Unreadable("The text has more than " + limits.textCharacters()
                            + " characters. Send the part that is needed.");
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // the bytes are in memory
        }
        List<Reading.Note> notes = new ArrayList<>();
        if (!encoding.name().equals("ASCII")) {
            notes.add(
                    new Reading.Note(Reading.Note.Kind.DIALECT, "", "The text is written in " + encoding.name() + "."));
        }
        notes.addAll(undecodable(bytes, encoding));
        return new Reading.Text(lines, notes);
    }
}
