package dev.sdc.engine.read.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The colours of a workbook's theme, and what a colour that is named in any of four ways comes to. */
final class Palette extends DefaultHandler {
    static final int WHITE = 0xFFFFFF;
    static final int BLACK = 0;

    /** The colours that numbers stood for before there were themes; 64 is the window's text and 65 its ground. */
    private static final int[] INDEXED = {
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF, 0xFF0000,
        0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080,
        0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080,
        0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99,
        0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699,
        0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333, BLACK, WHITE
    };

    /** The order in which cells number them: light and dark change places against the theme's own order. */
    private static final List<String> NAMES = List.of(
            "lt1",
            "dk1",
            "lt2",
            "dk2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink");

    private final List<@Nullable Integer> theme = new ArrayList<>(List.of(
            0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x5B9BD5, 0x70AD47,
            0x0563C1, 0x954F72));
    private int name = -1;

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        int known = NAMES.indexOf(element);
        if (known >= 0) {
            name = known;
        } else if (name >= 0 && element.equals("srgbClr")) {
            theme.set(name, hex(Xml.attribute(attributes, "val", "")));
        } else if (name >= 0 && element.equals("sysClr")) {
            theme.set(name, hex(Xml.attribute(attributes, "lastClr", "")));
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (NAMES.contains(element)) {
            name = -1;
        }
    }

    /** The colour that an element of a style names, as red, green and blue; null where it cannot be known. */
    @Nullable
    Integer colour(Attributes attributes) {
        Integer plain = untinted(attributes);
        String tint = Xml.attribute(attributes, "tint", "");
        return plain == null || tint.isEmpty() ? plain : tinted(plain, tint);
    }

    private @Nullable Integer untinted(Attributes attributes) {
        String rgb = Xml.attribute(attributes, "rgb", "");
        if (!rgb.isEmpty()) {
            return hex(rgb);
        }
        int number = Xml.number(attributes, "theme", -1);
        if (number >= 0) {
            return number < theme.size() ? theme.get(number) : null;
        }
        int index = Xml.number(attributes, "indexed", -1);
        return index >= 0 && index < INDEXED.length ? INDEXED[index] : null;
    }

    private static @Nullable Integer hex(String text) {
        String digits = text.length() == 8 ? text.substring(2) : text; // the first two tell how opaque it is
        try {
            return digits.length() == 6 ? Integer.parseInt(digits, 16) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A lighter or darker colour: of its light, a share is taken away, or added of what is missing to white. */
    private static @Nullable Integer tinted(int colour, String tint) {
        double share;
        try {
            share = Math.max(-1, Math.min(1, Double.parseDouble(tint)));
        } catch (NumberFormatException e) {
            return null;
        }
        double red = ((colour >> 16) & 0xFF) / 255.0;
        double green = ((colour >> 8) & 0xFF) / 255.0;
        double blue = (colour & 0xFF) / 255.0;
        double light = (Math.max(red, Math.max(green, blue)) + Math.min(red, Math.min(green, blue))) / 2;
        double wanted = share < 0 ? light * (1 + share) : light * (1 - share) + share;
        // hue and saturation stay: the distance of each part from the light is scaled to the room that is left
        double room = 1 - Math.abs(2 * light - 1);
        double scale = room == 0 ? 0 : (1 - Math.abs(2 * wanted - 1)) / room;
        return part(red, light, wanted, scale) << 16
                | part(green, light, wanted, scale) << 8
                | part(blue, light, wanted, scale);
    }

    private static int part(double value, double light, double wanted, double scale) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, wanted + (value - light) * scale)));
    }

    /** Whether two colours cannot be told apart on a screen. */
    static boolean alike(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > 12) {
                return false;
            }
        }
        return true;
    }
}
