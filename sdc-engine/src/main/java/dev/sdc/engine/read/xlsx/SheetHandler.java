package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one sheet's cells into a grid, event by event. */
final class SheetHandler extends DefaultHandler {
    private static final int MAX_ROWS = 1 << 20;
    private static final int MAX_COLUMNS = 1 << 14;
    private static final int EXACT_DIGITS = 15;
    /** In points; a line of the smallest type that people set has four. */
    private static final BigDecimal LEAST_HEIGHT = BigDecimal.valueOf(2);
    /** In characters. */
    private static final BigDecimal LEAST_WIDTH = new BigDecimal("0.5");

    private final String name;
    private final GridBuilder grid;
    private final SharedTexts shared;
    private final NumberFormats formats;
    private final Display display;
    private final Palette palette;
    private final Inks inks;
    private final Notes notes;
    private final Surroundings surroundings;
    private final Extent invisible = new Extent();
    private final Extent invisibleFigures = new Extent();

    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final RichText inline;
    private final int valueLimit;
    private boolean inValue;
    private boolean inFormula;
    private boolean hasFormula;
    private int row = -1;
    private int column = -1;
    private boolean outOfOrder;
    private String type = "";
    private int style;

    private boolean rowsHiddenByDefault;
    private boolean columnsHiddenByDefault;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet sizedColumns = new BitSet();
    private final List<Grid.Area> merged = new ArrayList<>();
    private final ShownCells shown = new ShownCells();

    SheetHandler(
            String name,
            long cellLimit,
            Limits limits,
            SharedTexts shared,
            Styles styles,
            Display display,
            Notes notes) {
        this.name = name;
        this.grid = new GridBuilder(name, NumberStyle.ENGLISH, cellLimit, limits);
        this.shared = shared;
        this.formats = styles.formats();
        this.palette = styles.palette();
        this.inks = styles.inks();
        this.surroundings = new Surroundings(name, inks, notes);
        this.display = display;
        this.notes = notes;
        this.inline = new RichText(limits);
        this.valueLimit = limits.fieldCharacters();
    }

    /** The sheet once all of it was read. */
    Grid build(Grid.Layout.Visibility visibility) {
        Grid plain = grid.build(Grid.Layout.PLAIN);
        if (columnsHiddenByDefault) {
            for (int c = sizedColumns.nextClearBit(0); c < plain.columns(); c = sizedColumns.nextClearBit(c + 1)) {
                hiddenColumns.set(c);
            }
        }
        unseen(Kind.HIDDEN_DATA, invisibleFigures, " with figures", plain);
        unseen(Kind.HIDDEN, invisible, "", plain);
        return plain.withLayout(new Grid.Layout(
                visibility,
                upTo(hiddenRows, plain.rows()),
                upTo(hiddenColumns, plain.columns()),
                List.copyOf(merged),
                shown));
    }

    private void unseen(Kind kind, Extent cells, String with, Grid plain) {
        if (cells.count() > 0) {
            notes.add(
                    kind,
                    cells.address(plain),
                    cells.cells() + with
                            + " of this range cannot be told from the ground, by colour or by format. Show what"
                            + " is to be seen, and delete the rest.");
        }
    }

    private static List<Integer> upTo(BitSet set, int end) {
        return set.stream().takeWhile(i -> i < end).boxed().toList();
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) throws SAXException {
        switch (element) {
            case "c" -> startCell(attributes);
            case "v" -> inValue = true;
            case "f" -> {
                inFormula = true;
                hasFormula = true;
            }
            case "row" -> startRow(attributes);
            case "col" -> column(attributes);
            case "sheetFormatPr" -> {
                rowsHiddenByDefault = Xml.flag(attributes, "zeroHeight");
                columnsHiddenByDefault = isBelow(Xml.attribute(attributes, "defaultColWidth", ""), LEAST_WIDTH);
            }
            case "mergeCell" -> {
                Grid.Area area = CellAddress.area(Xml.attribute(attributes, "ref", ""));
                if (area != null) {
                    merged.add(area);
                }
            }
            default -> {
                inline.start(element, attributes, palette);
                surroundings.start(element, attributes);
            }
        }
    }

    /** Whether a row or column is too small to show what it holds. */
    private static boolean isBelow(String size, BigDecimal least) {
        BigDecimal number = StoredNumber.parse(size.strip());
        return number != null && number.compareTo(least) < 0;
    }

    private void startRow(Attributes attributes) throws SAXException {
        int number = Xml.number(attributes, "r", row + 2) - 1;
        outOfOrder(number <= row);
        if (number < 0 || number >= MAX_ROWS) {
            throw outside();
        }
        row = number;
        column = -1;
        String height = Xml.attribute(attributes, "ht", "");
        boolean byDefault = rowsHiddenByDefault && height.isEmpty();
        if (Xml.flag(attributes, "hidden") || isBelow(height, LEAST_HEIGHT) || byDefault) {
            hiddenRows.set(row);
        }
    }

    private void column(Attributes attributes) {
        int first = Math.max(Xml.number(attributes, "min", 1), 1);
        int last = Math.min(Xml.number(attributes, "max", first), MAX_COLUMNS);
        if (first <= last) {
            sizedColumns.set(first - 1, last);
            if (Xml.flag(attributes, "hidden") || isBelow(Xml.attribute(attributes, "width", ""), LEAST_WIDTH)) {
                hiddenColumns.set(first - 1, last);
            }
        }
    }

    private void startCell(Attributes attributes) throws SAXException {
        String reference = attributes.getValue("r");
        if (reference == null) {
            column++;
        } else {
            CellAddress address = CellAddress.parse(reference);
            if (address == null) {
                throw outside();
            }
            outOfOrder(address.row() != row || address.column() <= column);
            row = address.row();
            column = address.column();
        }
        if (row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) {
            throw outside();
        }
        type = Xml.attribute(attributes, "t", "n");
        String styled = attributes.getValue("s");
        style = styled == null ? 0 : Math.max(0, Xml.number(attributes, "s", 0));
        value.setLength(0);
        formula.setLength(0);
        inline.clear();
        hasFormula = false;
    }

    private void outOfOrder(boolean now) {
        if (now && !outOfOrder) {
            outOfOrder = true;
            notes.add(
                    Kind.NOT_UNDERSTOOD,
                    where(),
                    "The sheet's cells do not stand in order, so that one may hide another. Save the workbook anew.");
        }
    }

    private static SAXException outside() {
        return new SAXException(new UnreadableWorkbook(
                "A cell of the workbook has an address that no sheet has. Save the workbook anew."));
    }

    private String where() {
        return row < 0 || column < 0 ? name : name + "!" + Grid.columnName(column) + (row + 1);
    }

    @Override
    public void characters(char[] buffer, int offset, int length) throws SAXException {
        if (inValue) {
            append(value, buffer, offset, length);
        } else if (inFormula) {
            append(formula, buffer, offset, length);
        } else {
            inline.add(buffer, offset, length);
            surroundings.characters(buffer, offset, length);
        }
    }

    private void append(StringBuilder target, char[] buffer, int offset, int length) throws SAXException {
        if (target.length() + length > valueLimit) {
            throw new SAXException(new UnreadableWorkbook("The cell " + where() + " has more than " + valueLimit
                    + " characters, more than is read. Send the summary that is needed."));
        }
        target.append(buffer, offset, length);
    }

    @Override
    public void endElement(String uri, String element, String qName) throws SAXException {
        switch (element) {
            case "v" -> inValue = false;
            case "f" -> inFormula = false;
            case "c" -> endCell();
            default -> {
                inline.end(element);
                surroundings.end(element);
            }
        }
    }

    private void endCell() throws SAXException {
        String text = value.toString();
        beside(text);
        switch (type) {
            case "s" -> {
                text = text.isEmpty() ? "" : shared.get(index(text.strip()));
                stored(grid.set(row, column, text));
            }
            case "inlineStr" -> {
                text = inline.toString();
                stored(grid.set(row, column, text));
            }
            case "str" -> {
                text = RichText.unescape(text);
                stored(grid.set(row, column, text));
            }
            case "b" ->
                stored(grid.set(row, column, text.isEmpty() ? "" : text.strip().equals("0") ? "FALSE" : "TRUE"));
            case "e" -> stored(grid.set(row, column, text));
            case "d" -> text(text);
            default -> number(text.strip());
        }
        if (hasFormula) {
            FormulaNotes.add(notes, where(), formula.toString(), type, text);
        }
    }

    /** What the cell holds beside its value. */
    private void beside(String text) throws SAXException {
        boolean isInline = type.equals("inlineStr");
        if (isInline ? !text.isBlank() : inline.length() > 0) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    where(),
                    "The cell keeps a second value that no program shows. Save the workbook anew.");
        }
        int shared = type.equals("s") ? index(text.strip()) : -1;
        if (isInline ? inline.aside() > 0 : this.shared.isAided(shared)) {
            notes.add(
                    Kind.HIDDEN,
                    where(),
                    "The cell keeps a reading aid (phonetic text) beside its text. Copy the table as plain text.");
        }
        boolean filled = !text.isBlank() || inline.length() > 0;
        boolean white = isInline ? inline.isWhite() : this.shared.isWhite(shared);
        boolean isNumber = type.isEmpty() || type.equals("n");
        boolean shownAsNothing =
                isNumber ? showsNothing(text) : formats.of(style).hidesText();
        if (filled && (shownAsNothing || inks.hides(style) || (white && inks.isOnWhite(style)))) {
            String words = isInline ? inline.toString() : shared >= 0 ? this.shared.get(shared) : text;
            boolean figure = isNumber || words.chars().anyMatch(Character::isDigit);
            (figure ? invisibleFigures : invisible).add(row, column);
        }
    }

    /** Whether a format shows nothing of a number; zeros that are not shown are told where values are compared with what is shown. */
    private boolean showsNothing(String text) {
        BigDecimal number =
                formats.of(style).kind() == NumberFormat.Kind.OTHER ? StoredNumber.parse(text.strip()) : null;
        return number != null && number.signum() != 0 && formats.of(style).showsNothing(number.signum());
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void number(String text) throws SAXException {
        NumberFormat format = formats.of(style);
        if (format.kind() == NumberFormat.Kind.GENERAL && isExact(text)) {
            stored(grid.set(row, column, text));
            return;
        }
        BigDecimal number = StoredNumber.parse(text);
        if (number == null) {
            text(text);
            return;
        }
        if (format.kind() == NumberFormat.Kind.DATE) {
            Display.DateText date = display.date(number, format);
            if (date != null) {
                text(date.stored());
                shown(date.displayed());
                return;
            }
        }
        stored(grid.set(row, column, number.toPlainString()));
        shown(display.differing(number, format));
    }

    private void shown(@Nullable String displayed) {
        if (displayed != null) {
            shown.add(row, column, displayed);
        }
    }

    /** Whether a number is in plain form already and free of noise, as nearly all are. */
    private static boolean isExact(String text) {
        int length = text.length();
        if (length == 0 || length > EXACT_DIGITS) {
            return false;
        }
        boolean point = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && !point && i > 0) {
                point = true;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0)) {
                return false;
            }
        }
        char last = text.charAt(length - 1);
        return !point || (last != '0' && last != '.');
    }

    private void text(String text) throws SAXException {
        if (!text.isBlank()) {
            char[] characters = text.toCharArray();
            stored(grid.setText(row, column, characters, 0, characters.length));
        }
    }

    private void stored(boolean done) throws SAXException {
        if (!done) {
            throw new SAXException(new UnreadableWorkbook("The sheet \"" + name + "\" has " + grid.limitReached()
                    + ", more than is read (at " + where() + "). Copy the table to a new workbook."));
        }
    }
}
