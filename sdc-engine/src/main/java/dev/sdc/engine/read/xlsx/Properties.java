package dev.sdc.engine.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The names of the properties that somebody gave a workbook. */
final class Properties extends DefaultHandler {
    private final List<String> names = new ArrayList<>();

    List<String> names() {
        return names;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        if (element.equals("property")) {
            names.add(Xml.attribute(attributes, "name", ""));
        }
    }
}
