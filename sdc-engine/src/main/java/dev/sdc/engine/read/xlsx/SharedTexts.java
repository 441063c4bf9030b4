package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.Limits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells of all sheets refer to by number, and which of them a cell uses. */
final class SharedTexts extends DefaultHandler {
    private final Limits limits;
    private final List<String> texts = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final BitSet white = new BitSet();
    private final BitSet aided = new BitSet();
    private final Palette palette;
    private final RichText text;
    private long characters;

    SharedTexts(Limits limits, Palette palette) {
        this.limits = limits;
        this.palette = palette;
        this.text = new RichText(limits);
    }

    /** The text with a number; a number past the end is no text, and the workbook is damaged. */
    String get(int index) throws SAXException {
        if (index < 0 || index >= texts.size()) {
            throw new SAXException(new UnreadableWorkbook(
                    "A cell of the workbook refers to a text that is not there. Save the workbook anew."));
        }
        used.set(index);
        return texts.get(index);
    }

    /** Whether a part of a text is written in white. */
    boolean isWhite(int index) {
        return index >= 0 && white.get(index);
    }

    /** Whether a text has reading aids. */
    boolean isAided(int index) {
        return index >= 0 && aided.get(index);
    }

    /** How many texts no cell uses. */
    int unused() {
        int unused = 0;
        for (int index = used.nextClearBit(0); index < texts.size(); index = used.nextClearBit(index + 1)) {
            unused += texts.get(index).isBlank() ? 0 : 1;
        }
        return unused;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        if (element.equals("si")) {
            text.clear();
        } else {
            text.start(element, attributes, palette);
        }
    }

    @Override
    public void characters(char[] buffer, int offset, int length) throws SAXException {
        text.add(buffer, offset, length);
    }

    @Override
    public void endElement(String uri, String element, String qName) throws SAXException {
        text.end(element);
        if (element.equals("si")) {
            characters += text.length();
            if (texts.size() >= limits.texts() || characters > limits.textCharacters()) {
                throw new SAXException(new UnreadableWorkbook("The workbook has more than " + limits.texts()
                        + " different texts, or " + limits.textCharacters()
                        + " characters of them, more than is read. Send the summary that is needed."));
            }
            white.set(texts.size(), text.isWhite());
            aided.set(texts.size(), text.aside() > 0);
            texts.add(text.toString());
        }
    }
}
