package dev.sdc.engine.read.html;

/** The lists of values that stand in a script, and whether they look like records: several as long as each other. */
public final class NumberLists {
    /** Charts of groups have few marks; as many as this, in two lists, are rather records. */
    private static final int FEWEST = 20;

    private final String script;
    private int longest;
    private int alike;

    /** Looks through a script or a JSON text. */
    public NumberLists(String script) {
        this.script = script;
        search();
    }

    /** How many records there seem to be; 0 where the lists do not look like any. */
    public int records() {
        return alike > 1 && longest >= FEWEST ? longest : 0;
    }

    private void search() {
        int at = script.indexOf('[');
        while (at >= 0) {
            int end = at + 1;
            int values = 0;
            boolean inValue = false;
            boolean plain = true;
            while (end < script.length() && plain) {
                char c = script.charAt(end);
                if (c == ']' || c == '[' || c == '{' || c == '(' || c == ';') {
                    break;
                }
                if (c == '"') {
                    int close = closing(end);
                    plain = close > 0;
                    end = Math.max(close, end);
                    values++;
                    inValue = true;
                } else if (c == ',') {
                    inValue = false;
                } else if (!inValue && !Character.isWhitespace(c)) {
                    values++;
                    inValue = true;
                }
                end++;
            }
            if (end < script.length() && script.charAt(end) == ']') {
                take(values);
            }
            at = script.indexOf('[', Math.max(at + 1, end));
        }
    }

    private int closing(int quote) {
        for (int at = quote + 1; at < script.length(); at++) {
            char c = script.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return at;
            } else if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private void take(int values) {
        if (values > longest) {
            longest = values;
            alike = 1;
        } else if (values == longest) {
            alike++;
        }
    }
}
