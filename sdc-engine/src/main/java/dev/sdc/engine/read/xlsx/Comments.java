package dev.sdc.engine.read.xlsx;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The notes that hang on cells of a sheet: how long each is, by the cell's address. Old and threaded comments alike. */
final class Comments extends DefaultHandler {
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final Set<String> withFigures = new HashSet<>();
    private String cell = "";
    private boolean inText;

    /** The number of characters by cell; empty notes are left out. */
    Map<String, Integer> lengths() {
        return lengths;
    }

    /** Whether the note of a cell holds a figure; one without is words, such as who checked the table. */
    boolean holdsFigures(String at) {
        return withFigures.contains(at);
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        switch (element) {
            case "comment", "threadedComment" -> cell = Xml.attribute(attributes, "ref", "");
            case "t", "text" -> inText = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        if (inText && !new String(buffer, offset, length).isBlank()) {
            lengths.merge(cell, length, Integer::sum);
            for (int i = offset; i < offset + length; i++) {
                if (Character.isDigit(buffer[i])) {
                    withFigures.add(cell);
                }
            }
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (element.equals("t") || element.equals("text")) {
            inText = false;
        }
    }
}
