package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid.Layout.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The table of contents of a workbook: its sheets in order and its defined names. */
final class Workbook extends DefaultHandler {
    /** A sheet: its name, the id of the reference to its part, and whether it is seen. */
    record Sheet(String name, String relationship, Visibility visibility) {}

    /** A defined name and what it stands for. */
    record Name(String name, boolean hidden, String formula) {}

    private static final int MOST_NAMES = 10_000;
    /** What programs allow for defined names; for sheets it is far less. */
    private static final int LONGEST_NAME = 255;
    /** Eight times what programs write. */
    private static final int LONGEST_FORMULA = 1 << 16;

    private final int mostSheets;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final Map<Integer, String> printAreas = new HashMap<>();
    private final StringBuilder formula = new StringBuilder();
    private String name = "";
    private boolean hidden;
    private int sheet;
    private boolean inName;
    private boolean from1904;

    /** The contents of a workbook that has no more sheets than this. */
    Workbook(int mostSheets) {
        this.mostSheets = mostSheets;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<Name> names() {
        return names;
    }

    /** What is printed of the sheet at a place. */
    PrintArea printed(int place) {
        return PrintArea.of(printAreas.getOrDefault(place, ""));
    }

    /** Whether days are counted from 1904 and not from 1900. */
    boolean from1904() {
        return from1904;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) throws SAXException {
        switch (element) {
            case "workbookPr" -> from1904 = Xml.flag(attributes, "date1904");
            case "sheet" -> {
                enough(sheets.size(), mostSheets, "sheets");
                sheets.add(new Sheet(
                        name(attributes),
                        Xml.attribute(attributes, "id", ""),
                        switch (Xml.attribute(attributes, "state", "visible")) {
                            case "hidden" -> Visibility.HIDDEN;
                            case "veryHidden" -> Visibility.VERY_HIDDEN;
                            default -> Visibility.VISIBLE;
                        }));
            }
            case "definedName" -> {
                name = name(attributes);
                hidden = Xml.flag(attributes, "hidden");
                sheet = Xml.number(attributes, "localSheetId", -1);
                inName = true;
                formula.setLength(0);
            }
            default -> {}
        }
    }

    private static String name(Attributes attributes) throws SAXException {
        String name = Xml.attribute(attributes, "name", "");
        if (name.length() > LONGEST_NAME) {
            throw new SAXException(new UnreadableWorkbook("A sheet or a defined name of the workbook has a name of "
                    + name.length() + " characters, as no program writes it. Copy the tables to a new workbook."));
        }
        return name;
    }

    private static void enough(int count, int most, String what) throws SAXException {
        if (count == most) {
            throw new SAXException(new UnreadableWorkbook("The workbook has more than " + most + " " + what
                    + ", more than are read. Send the summary that is needed."));
        }
    }

    @Override
    public void characters(char[] text, int offset, int length) throws SAXException {
        if (inName) {
            if (formula.length() + length > LONGEST_FORMULA) {
                throw new SAXException(new UnreadableWorkbook("A defined name of the workbook stands for more than "
                        + LONGEST_FORMULA + " characters, more than are read. Delete it."));
            }
            formula.append(text, offset, length);
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) throws SAXException {
        if (element.equals("definedName")) {
            enough(names.size(), MOST_NAMES, "defined names");
            if (name.equalsIgnoreCase("_xlnm.Print_Area")) {
                printAreas.put(sheet, formula.toString());
            }
            names.add(new Name(name, hidden, formula.toString().strip()));
            inName = false;
        }
    }
}
