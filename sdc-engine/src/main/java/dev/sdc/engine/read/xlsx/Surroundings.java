package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** What a sheet's part holds beside its cells: looks by condition, lists to choose from, headers and footers. */
final class Surroundings {
    /** Codes of headers and footers, such as {@code &P} for the page, {@code &14} for a size and {@code &"Arial"} . */
    private static final Pattern CODE = Pattern.compile("&(?:\"[^\"]*\"|\\d+|K[0-9A-F]{6}|.)");

    private static final int MOST = 1 << 16;

    private final String sheet;
    private final Inks inks;
    private final Notes notes;
    private final StringBuilder text = new StringBuilder();
    private String ranges = "";
    private boolean gathers;

    Surroundings(String sheet, Inks inks, Notes notes) {
        this.sheet = sheet;
        this.inks = inks;
        this.notes = notes;
    }

    void start(String element, Attributes attributes) {
        switch (element) {
            case "conditionalFormatting", "dataValidation" -> {
                ranges = Xml.attribute(attributes, "sqref", "");
                prompt(attributes);
            }
            case "cfRule" -> {
                if (inks.hidesByCondition(Xml.number(attributes, "dxfId", -1))) {
                    hidden("On a condition, cells of this range are written in the colour of their ground or not shown."
                            + " Remove the conditional format.");
                }
            }
            case "dataBar", "iconSet" -> {
                if (Xml.attribute(attributes, "showValue", "1").equals("0")) {
                    hidden(
                            "Bars or signs stand in place of the numbers of this range. Show the numbers, or delete them.");
                }
            }
            case "formula1",
                    "formula2",
                    "oddHeader",
                    "oddFooter",
                    "evenHeader",
                    "evenFooter",
                    "firstHeader",
                    "firstFooter" -> {
                gathers = true;
                text.setLength(0);
            }
            default -> {}
        }
    }

    void characters(char[] buffer, int offset, int length) {
        if (gathers && text.length() < MOST) {
            text.append(buffer, offset, length);
        }
    }

    void end(String element) {
        if (!gathers) {
            return;
        }
        gathers = false;
        switch (element) {
            case "formula1", "formula2" -> {
                if (text.indexOf("\"") >= 0) {
                    hidden("The cells of this range keep a list of "
                            + text.chars().filter(c -> c == ',').count()
                            + " or more values to choose from, which no cell shows. Remove the data validation.");
                }
            }
            default -> {
                if (CODE.matcher(text).replaceAll("").chars().anyMatch(Character::isDigit)) {
                    notes.add(
                            Kind.HIDDEN,
                            sheet,
                            "The " + (element.endsWith("Footer") ? "footer" : "header") + " of the sheet \"" + sheet
                                    + "\" holds figures, which only a print shows. Delete it.");
                }
            }
        }
    }

    private void prompt(Attributes attributes) {
        if (Xml.attribute(attributes, "prompt", "").chars().anyMatch(Character::isDigit)
                || Xml.attribute(attributes, "error", "").chars().anyMatch(Character::isDigit)) {
            hidden("A message with figures hangs on the cells of this range. Remove the data validation.");
        }
    }

    private void hidden(String what) {
        int end = ranges.indexOf(' ');
        notes.add(Kind.HIDDEN, sheet + "!" + (end < 0 ? ranges : ranges.substring(0, end)), what);
    }
}
