package dev.sdc.engine.table;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a variable with what they mean, as a data dictionary lists them: {@code 1 male; 2 female; 9 not known}. */
final class CodeList {
    private static final Set<String> HEADERS = Set.of(
            "values",
            "value labels",
            "valid values",
            "permitted values",
            "codes",
            "coding",
            "categories",
            "levels",
            "format",
            "options",
            "labels",
            "kodierung",
            "werte");

    private static final Pattern ONE = Pattern.compile("\\s*(\\d{1,3})\\s*[-–=:.)]?\\s*\\p{L}[^;,|\\n]*");

    private CodeList() {}

    /** Whether a column with this header lists values. */
    static boolean isHeader(String header) {
        return HEADERS.contains(Words.normal(header));
    }

    /** Whether a text lists numbers one by one, each with words; the last may stand for what is not known. */
    static boolean is(String text) {
        long before = -1;
        String[] parts = text.split("[;,|\\n]", -1);
        for (String part : parts) {
            Matcher one = ONE.matcher(part);
            if (!one.matches()) {
                return false;
            }
            long n = Long.parseLong(one.group(1));
            boolean next = before < 0 ? n <= 1 : n == before + 1 || (n > before && CodesForUnknown.has(n));
            if (!next) {
                return false;
            }
            before = n;
        }
        return parts.length > 1;
    }
}
