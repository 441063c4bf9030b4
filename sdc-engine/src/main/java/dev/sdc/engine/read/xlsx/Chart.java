package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The values that a chart keeps of its own, and where on the sheets they are said to stand. */
final class Chart extends DefaultHandler {
    private static final int MOST = 1 << 20;

    /** Values that stand, as the chart says, in some cells; each with its place among them. */
    private static final class Cache {
        private final List<Integer> places = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private String reference = "";
    }

    private final List<Cache> caches = new ArrayList<>();
    private @Nullable Cache open;
    private final StringBuilder text = new StringBuilder();
    private int place;
    private int points;
    private boolean gathers;
    private boolean saysFigures;
    private boolean inText;

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        switch (element) {
            case "numRef", "strRef", "numLit", "strLit", "multiLvlStrRef" -> {
                open = new Cache();
                caches.add(open);
            }
            case "pt" -> place = Xml.number(attributes, "idx", -1);
            case "f", "v" -> {
                gathers = open != null;
                text.setLength(0);
            }
            case "t" -> inText = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        if (gathers && text.length() + length < MOST) {
            text.append(buffer, offset, length);
        }
        for (int i = offset; inText && i < offset + length; i++) {
            saysFigures |= Character.isDigit(buffer[i]);
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        Cache cache = open;
        switch (element) {
            case "f" -> {
                if (cache != null) {
                    cache.reference = text.toString().strip();
                }
                gathers = false;
            }
            case "v" -> {
                if (cache != null && points++ < MOST) {
                    cache.places.add(place);
                    cache.values.add(text.toString().strip());
                }
                gathers = false;
            }
            case "numRef", "strRef", "numLit", "strLit", "multiLvlStrRef" -> open = null;
            case "t" -> inText = false;
            default -> {}
        }
    }

    /** Whether texts of the chart hold figures. */
    boolean saysFigures() {
        return saysFigures;
    }

    /**
     * What the chart holds beside what the sheets show.
     *
     * @param unseen values that no cell shows
     * @param unknown values that could not be compared
     */
    record Compared(int unseen, int unknown) {}

    /** Compares the chart's values with the cells that they are said to come from. */
    Compared compare(Sheets sheets) {
        int unseen = 0;
        int unknown = 0;
        for (Cache cache : caches) {
            Source source = Source.of(cache.reference, sheets);
            for (int i = 0; i < cache.values.size(); i++) {
                Boolean shown =
                        source == null ? (Boolean) false : source.shows(cache.places.get(i), cache.values.get(i));
                unknown += shown == null ? 1 : 0;
                unseen += Boolean.FALSE.equals(shown) ? 1 : 0;
            }
        }
        return new Compared(unseen, unknown + (points > MOST ? 1 : 0));
    }

    /** The cells behind a series. */
    private record Source(Sheets.Seen sheet, Grid.Area area) {
        static @Nullable Source of(String reference, Sheets sheets) {
            int mark = reference.lastIndexOf('!');
            Grid.Area area = mark < 0 ? null : CellAddress.area(reference.substring(mark + 1));
            if (area == null) {
                return null;
            }
            String name = reference.substring(0, mark);
            Sheets.Seen sheet = sheets.named(
                    name.length() > 1 && name.startsWith("'") && name.endsWith("'")
                            ? name.substring(1, name.length() - 1).replace("''", "'")
                            : name);
            return sheet == null ? null : new Source(sheet, area);
        }

        /** Whether the cell at a place of the area shows a value; null where that cannot be told. */
        @Nullable
        Boolean shows(int place, String value) {
            Grid grid = sheet.grid();
            int width = area.lastColumn() - area.firstColumn() + 1;
            int row = area.firstRow() + place / width;
            int column = area.firstColumn() + place % width;
            if (place < 0 || row > area.lastRow() || row >= grid.rows() || column >= grid.columns()) {
                return value.isEmpty();
            }
            if (!sheet.shows(row, column)) {
                return false;
            }
            BigDecimal stored = grid.number(row, column);
            BigDecimal number = StoredNumber.parse(value);
            if (stored != null && number != null) {
                return stored.compareTo(number) == 0;
            }
            if (grid.text(row, column).strip().equals(value)) {
                return true;
            }
            return number == null ? (Boolean) false : null; // a date or a truth value is a number to the chart
        }
    }
}
