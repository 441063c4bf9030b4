package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says which defined names of a workbook hold values or lead nowhere. */
final class NameNotes {
    private static final Pattern CONSTANT =
            Pattern.compile("[-+]?[\\d.]+(?:E[-+]?\\d+)?%?|\"(?:[^\"]|\"\")*\"|\\{.*}", Pattern.DOTALL);

    private NameNotes() {}

    static void add(Notes notes, List<Workbook.Name> names) {
        for (Workbook.Name name : names) {
            if (name.name().toLowerCase(Locale.ROOT).startsWith("_xlnm.")) {
                continue; // print areas, titles and filters, which programs set themselves
            }
            String formula = name.formula().startsWith("=") ? name.formula().substring(1) : name.formula();
            if (CONSTANT.matcher(formula).matches()) {
                int values = formula.startsWith("{") ? formula.split("[,;]", -1).length : 1;
                notes.add(
                        Kind.HIDDEN_DATA,
                        "",
                        quoted(name) + " holds " + (values == 1 ? "a value" : values + " values")
                                + " that no sheet shows. Delete it.");
            } else if (formula.contains("#REF!")) {
                notes.add(Kind.HIDDEN, "", quoted(name) + " refers to cells that are no longer there. Delete it.");
            } else if (formula.contains("[")) {
                notes.add(Kind.HIDDEN, "", quoted(name) + " refers to another workbook. Delete it.");
            } else if (name.hidden()) {
                notes.add(Kind.HIDDEN, "", quoted(name) + " is hidden. Delete it.");
            }
        }
    }

    private static String quoted(Workbook.Name name) {
        return "The defined name \"" + name.name() + "\"";
    }
}
