package dev.sdc.engine.read.xlsx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which styles of a workbook write in the colour of their ground, or show nothing of what a cell holds. */
final class Inks extends DefaultHandler {
    private static final String NO_TEXT = ";;;";

    private final Palette palette;
    private final List<@Nullable Integer> fonts = new ArrayList<>();
    private final List<@Nullable Integer> grounds = new ArrayList<>();
    private final BitSet invisible = new BitSet();
    private final BitSet coloured = new BitSet();
    private final BitSet invisibleByCondition = new BitSet();
    private String list = "";
    private int styles;
    private int conditions;
    private boolean inFill;
    private boolean inFont;
    private boolean solid;
    private @Nullable Integer ink;
    private @Nullable Integer ground;
    private boolean showsNothing;

    Inks(Palette palette) {
        this.palette = palette;
    }

    /** Whether the text of a cell with a style cannot be told from its ground. */
    boolean hides(int style) {
        return invisible.get(style);
    }

    /** Whether a style's ground is white. */
    boolean isOnWhite(int style) {
        return !coloured.get(style);
    }

    /** Whether the look that a condition gives its cells hides their text. */
    boolean hidesByCondition(int look) {
        return look >= 0 && invisibleByCondition.get(look);
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        switch (element) {
            case "fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs" -> list = element;
            case "font" -> {
                inFont = true;
                ink = list.equals("dxfs") ? null : (Integer) Palette.BLACK;
            }
            case "fill" -> {
                inFill = true;
                ground = Palette.WHITE;
                solid = true;
            }
            case "patternFill" -> {
                String pattern = Xml.attribute(attributes, "patternType", list.equals("dxfs") ? "solid" : "none");
                solid = pattern.equals("solid");
                ground = pattern.equals("none") ? (Integer) Palette.WHITE : null;
            }
            case "gradientFill" -> ground = null;
            // the look of a condition names its ground the other way round
            case "fgColor" -> ground = inFill && solid && !list.equals("dxfs") ? palette.colour(attributes) : ground;
            case "bgColor" -> ground = inFill && solid && list.equals("dxfs") ? palette.colour(attributes) : ground;
            case "color" -> ink = inFont ? palette.colour(attributes) : ink;
            case "dxf" -> {
                ink = null;
                ground = Palette.WHITE;
                showsNothing = false;
            }
            case "numFmt" ->
                showsNothing = Xml.attribute(attributes, "formatCode", "").equals(NO_TEXT);
            case "xf" -> {
                if (list.equals("cellXfs")) {
                    style(attributes);
                }
            }
            default -> {}
        }
    }

    private void style(Attributes attributes) {
        Integer written = of(fonts, Xml.number(attributes, "fontId", 0), Palette.BLACK);
        Integer under = of(grounds, Xml.number(attributes, "fillId", 0), Palette.WHITE);
        if (written != null && under != null && Palette.alike(written, under)) {
            invisible.set(styles);
        }
        coloured.set(styles, under == null || !Palette.alike(under, Palette.WHITE));
        styles++;
    }

    private static @Nullable Integer of(List<@Nullable Integer> colours, int number, int otherwise) {
        return number >= 0 && number < colours.size() ? colours.get(number) : (Integer) otherwise;
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        switch (element) {
            case "font" -> {
                inFont = false;
                if (list.equals("fonts")) {
                    fonts.add(ink);
                }
            }
            case "fill" -> {
                inFill = false;
                if (list.equals("fills")) {
                    grounds.add(ground);
                }
            }
            case "dxf" -> {
                if (showsNothing || (ink != null && ground != null && Palette.alike(ink, ground))) {
                    invisibleByCondition.set(conditions);
                }
                conditions++;
            }
            case "fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs" -> list = "";
            default -> {}
        }
    }
}
