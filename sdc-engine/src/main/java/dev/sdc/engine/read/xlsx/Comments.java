package dev.sdc.engine.read.xlsx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The notes that hang on cells of a sheet: how long each is, by the cell's address. Old and threaded comments alike. */
final class Comments extends DefaultHandler {
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private String cell = "";
    private boolean inText;

    /** The number of characters by cell; empty notes are left out. */
    Map<String, Integer> lengths() {
        return lengths;
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
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (element.equals("t") || element.equals("text")) {
            inText = false;
        }
    }
}
