package dev.sdc.engine.read.csv;

/**
 * How a file separates and quotes its cells.
 *
 * @param delimiter between cells
 * @param quote around cells that hold delimiters or line breaks; {@link #NO_QUOTE} where quotation marks are ordinary
 * @param backslash whether a quotation mark inside a quoted cell is written {@code \"} and not doubled
 * @param separatorLine whether the first row is a spreadsheet's {@code sep=;}, which is no data
 */
record Dialect(char delimiter, char quote, boolean backslash, boolean separatorLine) {
    /** Stands for "no quotation mark"; U+FFFF is no character, so that no text holds it. */
    static final char NO_QUOTE = '\uFFFF';

    Dialect withBackslash() {
        return new Dialect(delimiter, quote, true, separatorLine);
    }

    Dialect withoutQuotes() {
        return new Dialect(delimiter, NO_QUOTE, false, separatorLine);
    }

    /** The delimiter in words, such as "comma-delimited". */
    String words() {
        String name = switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            case ':' -> "colon";
            default -> "\"" + delimiter + "\"";
        };
        return name + "-delimited" + (quote == '\'' ? ", single quotation marks" : "")
                + (backslash ? ", quotation marks escaped by a backslash" : "");
    }
}
