package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.ZipDirectory.Entry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Counts the elements of a part by name, and the characters of text in it that are no blanks. */
final class Elements extends DefaultHandler {
    private final Map<String, Integer> counts = new HashMap<>();
    private int characters;

    static Elements of(Archive archive, Entry entry) throws IOException {
        Elements elements = new Elements();
        archive.parse(entry, elements);
        return elements;
    }

    int count(String element) {
        return counts.getOrDefault(element, 0);
    }

    int characters() {
        return characters;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        counts.merge(element, 1, Integer::sum);
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            characters += Character.isWhitespace(buffer[i]) ? 0 : 1;
        }
    }
}
