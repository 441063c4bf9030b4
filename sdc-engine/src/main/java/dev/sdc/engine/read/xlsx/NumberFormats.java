package dev.sdc.engine.read.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The number formats of a workbook's cell styles, read from its styles part. */
final class NumberFormats extends DefaultHandler {
    private final Map<Integer, String> custom = new HashMap<>();
    private final Map<Integer, NumberFormat> known = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean inCellStyles;

    /** The format of a cell style; the general one where the style says nothing. */
    NumberFormat of(int style) {
        int id = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        return known.computeIfAbsent(id, this::format);
    }

    private NumberFormat format(int id) {
        String code = custom.get(id);
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(id);
        }
        return NumberFormat.of(id, code == null ? "General" : code);
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        switch (element) {
            case "numFmt" -> {
                if (!inCellStyles) {
                    custom.put(
                            Xml.number(attributes, "numFmtId", -1), Xml.attribute(attributes, "formatCode", "General"));
                }
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    styles.add(Xml.number(attributes, "numFmtId", 0));
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        if (element.equals("cellXfs")) {
            inCellStyles = false;
        }
    }
}
