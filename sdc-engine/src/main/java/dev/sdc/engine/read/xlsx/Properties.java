package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.text.CountInNames;
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
    private final StringBuilder text = new StringBuilder();
    private boolean figures;
    private boolean count;

    /** Whether one of them, the title and the author among them, tells how many people did what. */
    boolean tellACount() {
        return count;
    }

    List<String> names() {
        return names;
    }

    List<String> described() {
        return described;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        figures = false;
        text.setLength(0);
        if (element.equals("property")) {
            names.add(Xml.attribute(attributes, "name", ""));
        }
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            figures |= Character.isDigit(buffer[i]);
        }
        text.append(buffer, offset, length);
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (figures && DESCRIPTIONS.contains(element)) {
            described.add(element);
        }
        figures = false;
        count |= CountInNames.isIn(text.toString());
    }
}
