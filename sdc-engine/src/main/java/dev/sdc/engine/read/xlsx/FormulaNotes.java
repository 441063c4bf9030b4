package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Notes;
import dev.sdc.engine.read.Reading.Note.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a formula does besides showing its stored result: reach outside, or give away what the result hides. */
final class FormulaNotes {
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern SHEET = Pattern.compile("'(?:[^']|'')*'!");
    private static final Pattern REACHES_OUT = Pattern.compile(
            "\\b(?:WEBSERVICE|FILTERXML|CALL|REGISTER(?:\\.ID)?|EXEC|RTD|DDE|DDEINIT|SQL\\.REQUEST|IMPORTDATA|IMPORTXML)\\s*\\("
                    + "|\\[[^\\]]*\\][^!(,]*!|\\|",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK =
            Pattern.compile("\\bHYPERLINK\\s*\\(.*(?:://|\\\\\\\\|mailto:)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("(?<![\\w.$:!])\\d+(?:\\.\\d+)?(?![\\w.(:!])");
    private static final Pattern MARK = Pattern.compile(
            "\\s*(?:[<>≤≥*\\[(~-].*|\\.\\.+|[cx]|suppressed|masked|n/?a)\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ROUNDS = Pattern.compile(
            "\\b(?:M?ROUND(?:UP|DOWN)?|CEILING(?:\\.MATH)?|FLOOR(?:\\.MATH)?|INT|TRUNC|TEXT|FIXED)\\s*\\(\\s*[\\d.]+\\s*[,)]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANTS =
            Pattern.compile("[\\d.\\s+*/^%()-]*\\d[\\d.\\s]*[+*/^-][\\d.\\s+*/^%()-]*");

    private FormulaNotes() {}

    /** Adds the remarks on the formula of a cell with a stored result. */
    static void add(Notes notes, String where, String formula, String type, String result) {
        String bare = STRING.matcher(formula).replaceAll("\"\"");
        if (REACHES_OUT
                        .matcher(SHEET.matcher(bare).replaceAll(FormulaNotes::sheetOnly))
                        .find()
                || LINK.matcher(formula).find()) {
            notes.add(
                    Kind.ACTIVE,
                    where,
                    "The cell's formula reaches outside the workbook. Replace it by its value (paste values).");
        }
        if (result.isEmpty() && !type.equals("str")) {
            notes.add(
                    Kind.NOT_UNDERSTOOD,
                    where,
                    "The cell holds a formula without its result, so what it will show is not known. Open and save the"
                            + " workbook in a spreadsheet program, or replace the formula by its value.");
        } else if (type.equals("str") && MARK.matcher(result).matches() && givesAway(bare, result)) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    where,
                    "The cell shows a mark, and its formula holds a number that the mark hides. Replace the formula by its"
                            + " value (paste values).");
        } else if (ROUNDS.matcher(bare).find()) {
            notes.add(
                    Kind.HIDDEN_DATA,
                    where,
                    "The cell's formula rounds a number that it holds itself, so that the exact number can be read there."
                            + " Replace the formula by its value (paste values).");
        } else if (CONSTANTS.matcher(bare).matches()) {
            notes.add(
                    Kind.HIDDEN,
                    where,
                    "The cell's formula is made of numbers that no cell shows. Replace it by its value (paste values).");
        }
    }

    /** Keeps a bracket that names another workbook, drops the rest of a sheet's name. */
    private static String sheetOnly(java.util.regex.MatchResult sheet) {
        return sheet.group().indexOf('[') >= 0 ? "[1]x!" : "x!";
    }

    private static boolean givesAway(String formula, String result) {
        Matcher literals = LITERAL.matcher(formula);
        while (literals.find()) {
            if (!result.contains(literals.group())) {
                return true;
            }
        }
        return false;
    }
}
