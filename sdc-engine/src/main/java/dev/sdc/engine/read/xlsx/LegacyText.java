package dev.sdc.engine.read.xlsx;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Counts the characters in the text boxes of an old drawing; the rest of it says where its frames stand. */
final class LegacyText extends DefaultHandler {
    private int depth;
    private int characters;

    int count() {
        return characters;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        depth += element.equals("textbox") ? 1 : 0;
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        depth -= element.equals("textbox") ? 1 : 0;
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        for (int i = offset; depth > 0 && i < offset + length; i++) {
            characters += Character.isWhitespace(buffer[i]) ? 0 : 1;
        }
    }
}
