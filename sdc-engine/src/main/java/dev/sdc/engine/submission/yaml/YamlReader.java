package dev.sdc.engine.submission.yaml;

import dev.sdc.engine.submission.DeclarationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML file of one document, strictly: UTF-8, no duplicate key, no anchor, alias or tag, limited size and depth.
 *
 * <p>It builds its tree from the parser's events, so that a hostile file is refused while it is read, before it has
 * taken memory or stack.
 */
public final class YamlReader {
    /** Most bytes of a file: the evidence of a very large table still fits. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int DEEPEST = 32;

    private final Parser events;

    private YamlReader(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_BYTES)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /**
     * The file's value.
     *
     * @param file the file's name for messages
     * @throws DeclarationException where the file is not YAML as described above; the message names line and column
     */
    public static YamlValue read(String file, byte[] bytes) throws DeclarationException {
        Place top = Place.top(file);
        if (bytes.length > MOST_BYTES) {
            throw top.error("the file has " + bytes.length + " bytes; at most " + MOST_BYTES + " are read.");
        }
        String text = decode(top, bytes);
        try {
            return new YamlReader(file, text).document(top);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> at(top, mark)).orElse(top);
            throw place.error("this is not valid YAML: " + e.getProblem()
                    + ". Check the indentation, colons, brackets and quotation marks here and in the line above.");
        } catch (ReaderException e) {
            Place place = placeOf(top, text, e.getPosition());
            throw place.error("the character U+%04X may not stand in YAML; delete it.".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw top.error("this is not valid YAML. Check it with a YAML editor.");
        }
    }

    private static String decode(Place top, byte[] bytes) throws DeclarationException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw top.error("the file is not UTF-8 text; save it as UTF-8.");
        }
    }

    private YamlValue document(Place top) throws DeclarationException {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new YamlScalar(top, "", true);
        }
        YamlValue value = value(event, place(event, top, ""), 0);
        next(); // the document's end
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw place(after, top, "").error("a second document begins here; keep one document in a file.");
        }
        return value;
    }

    private Event next() {
        return events.next();
    }

    private YamlValue value(Event event, Place place, int depth) throws DeclarationException {
        refuseFeatures(event, place);
        if (depth > DEEPEST) {
            throw place.error("values are nested more than " + DEEPEST + " levels deep; flatten them.");
        }
        if (event instanceof ScalarEvent scalar) {
            return new YamlScalar(place, scalar.getValue(), scalar.isPlain());
        }
        return event.getEventId() == Event.ID.SequenceStart ? list(place, depth) : map(place, depth);
    }

    private YamlList list(Place place, int depth) throws DeclarationException {
        List<YamlValue> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            String name = Integer.toString(items.size() + 1);
            items.add(value(event, place(event, place, name), depth + 1));
        }
        return new YamlList(place, items);
    }

    private YamlMap map(Place place, int depth) throws DeclarationException {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw place(event, place, "").error("a key must be plain text, not a list or a map.");
            }
            String key = scalar.getValue();
            Place keyPlace = place(event, place, key);
            refuseFeatures(event, keyPlace);
            Place earlier = keys.putIfAbsent(key, keyPlace);
            if (earlier != null) {
                throw keyPlace.error("the key %s stands twice, first in line %d; keep one of the two."
                        .formatted(Quoted.of(key), earlier.line()));
            }
            Event content = next();
            entries.put(key, value(content, place(content, place, key), depth + 1));
        }
        return new YamlMap(place, entries, keys);
    }

    /** Anchors, aliases and tags can hide or multiply what a file says; a declaration has no need of them. */
    private static void refuseFeatures(Event event, Place place) throws DeclarationException {
        if (event.getEventId() == Event.ID.Alias
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw place.error("anchors (&) and aliases (*) are not accepted; write the value out, or put it in"
                    + " quotation marks if it is text.");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw place.error("tags (!) are not accepted; write the plain value, or put it in quotation marks if it is"
                    + " text.");
        }
    }

    private Place place(Event event, Place above, String name) {
        Place start = event.getStartMark().map(mark -> at(above, mark)).orElse(above);
        return name.isEmpty() ? start : above.below(name, start.line(), start.column());
    }

    private static Place at(Place near, Mark mark) {
        return near.moved(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place placeOf(Place top, String text, int codePoint) {
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i++) {
            boolean breaks = text.charAt(i) == '\n';
            line += breaks ? 1 : 0;
            column = breaks ? 1 : column + 1;
        }
        return top.moved(line, column);
    }
}
