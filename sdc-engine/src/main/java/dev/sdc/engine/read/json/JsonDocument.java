package dev.sdc.engine.read.json;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parts JSON into its tables and the text that is left. */
public final class JsonDocument {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY) // else the first of two is not seen
            .build()
            .reader();

    private JsonDocument() {}

    /** The value in parts; the text as it is, with a remark, where it is no JSON. */
    public static Reading of(Reading.Text text, Limits limits) {
        JsonNode root;
        try {
            root = parse(text.lines());
        } catch (JacksonException | NumberFormatException e) { // a number of an exponent that no program has room for
            List<Reading.Note> notes = new ArrayList<>(text.notes());
            notes.add(new Reading.Note(
                    Reading.Note.Kind.NOT_UNDERSTOOD, "", "The file is no JSON that can be read. Save it anew."));
            return new Reading.Text(text.lines(), notes);
        }
        JsonTables.Found found = JsonTables.in(root, limits);
        if (found.parts().isEmpty()) {
            return text;
        }
        List<Part> parts = new ArrayList<>(found.parts());
        if (!found.texts().isEmpty()) {
            List<String> rest =
                    text.lines().stream().map(line -> said(line, found.texts())).toList();
            parts.add(new Part.Words(null, text.lines(), rest));
        }
        return new Reading.Document(parts, text.lines(), text.notes());
    }

    /** A line with blanks for all but some texts, those that are written otherwise than they read, and their names. */
    private static String said(String line, Set<String> texts) {
        StringBuilder said = new StringBuilder(" ".repeat(line.length()));
        int name = -1; // where the text before begins
        int open = line.indexOf('"');
        while (open >= 0) {
            int close = closing(line, open);
            String text = line.substring(open + 1, close);
            if (texts.contains(text) || text.indexOf('\\') >= 0) {
                int from = name >= 0 ? name : open;
                int to = Math.min(close + 1, line.length());
                said.replace(from, to, line.substring(from, to));
            }
            int next = line.indexOf('"', close + 1);
            boolean named = next >= 0 && line.substring(close + 1, next).strip().equals(":");
            name = named ? open : -1;
            open = next;
        }
        return said.toString();
    }

    /** The quotation mark that ends a text, or the end of the line. */
    private static int closing(String line, int open) {
        for (int at = open + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                return at;
            }
            at += c == '\\' ? 1 : 0;
        }
        return line.length();
    }

    /** One value, or one value in every line. */
    static JsonNode parse(List<String> lines) {
        try {
            return READER.readTree(String.join("\n", lines));
        } catch (JacksonException | NumberFormatException e) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (String line : lines) {
                if (!line.isBlank()) {
                    values.add(READER.readTree(line));
                }
            }
            if (values.size() < 2) {
                throw e;
            }
            return values;
        }
    }
}
