package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.text.CountInNames;
import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;

/**
 * Finds counts of people in what a workbook gives names to or sets and no sheet shows: defined names, styles, tables, number
 * formats, fonts, conditions, extensions.
 */
final class TellingNames {
    /** A sheet has one for each cell, row and text: what they set are places and types, and their text is shown. */
    private static final Set<String> OF_CELLS = Set.of("c", "row", "v", "f", "is", "t", "si", "r", "xf", "sheet");

    /** Their text repeats the names of sheets. */
    private static final Set<String> OF_SHEETS = Set.of("definedName", "lpstr");

    private static final int LONGEST = 1 << 13;

    private final Set<String> looked = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean reads;
    private boolean found;

    boolean found() {
        return found;
    }

    void start(String element, Attributes attributes) {
        boolean looks = !found && !OF_CELLS.contains(element);
        reads = looks && !OF_SHEETS.contains(element);
        text.setLength(0);
        for (int i = 0; looks && i < attributes.getLength(); i++) {
            look(attributes.getLocalName(i) + '=' + attributes.getValue(i));
        }
    }

    /** Some text of the element that began last. */
    void characters(char[] buffer, int offset, int length) {
        if (reads) {
            text.append(buffer, offset, Math.min(length, LONGEST - text.length()));
        }
    }

    void end() {
        if (reads && !text.isEmpty()) {
            look(text.toString());
        }
        reads = false;
    }

    private void look(String setting) {
        found |= looked.add(setting) && CountInNames.isIn(setting);
    }
}
