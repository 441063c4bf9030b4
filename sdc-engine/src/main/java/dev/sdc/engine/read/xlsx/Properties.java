package dev.sdc.engine.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The names of the properties that somebody gave a workbook, and those that describe it with figures. */
final class Properties extends DefaultHandler {
    /** Programs set the others themselves: names, times, versions. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("description", "subject", "keywords", "category", "contentStatus", "identifier");

    private final List<String> names = new ArrayList<>();
    private final List<String> described = new ArrayList<>();
    private boolean figures;

    List<String> names() {
        return names;
    }

    List<String> described() {
        return described;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        figures = false;
        if (element.equals("property")) {
            names.add(Xml.attribute(attributes, "name", ""));
        }
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            figures |= Character.isDigit(buffer[i]);
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (figures && DESCRIPTIONS.contains(element)) {
            described.add(element);
        }
        figures = false;
    }
}
