package dev.sdc.engine.read.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Says what a reader of the screen sees of a stored number. Not thread-safe. */
final class Display {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?:E[+-]?\\d+)?");
    private static final int MAX_DISTINCT = 1 << 16;

    private @Nullable DataFormatter formatter;
    private final boolean from1904;
    private final Map<String, String> pooled = new HashMap<>();

    Display(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * The displayed text where it says less than the stored number, or something else; null where both say the same. A
     * percentage is always given, because only the display says that it is one.
     */
    @Nullable
    String differing(BigDecimal stored, NumberFormat format) {
        return switch (format.kind()) {
            case GENERAL, DATE -> null;
            case FIXED -> stored.scale() <= format.decimals() ? null : text(stored, format);
            case PERCENT -> text(stored, format);
            case OTHER -> {
                String shown = text(stored, format);
                yield saysTheSame(shown, stored) ? null : shown;
            }
        };
    }

    private String text(BigDecimal stored, NumberFormat format) {
        if (format.showsNothing(stored.signum())) {
            return "";
        }
        String shown = formatted(stored.doubleValue(), format).strip();
        if (pooled.size() >= MAX_DISTINCT) {
            return shown;
        }
        String known = pooled.putIfAbsent(shown, shown);
        return known == null ? shown : known;
    }

    private String formatted(double stored, NumberFormat format) {
        if (format.kind() == NumberFormat.Kind.OTHER && format.holdsLiterals()) {
            try {
                return CellFormat.getInstance(Locale.US, format.code()).apply(stored).text;
            } catch (RuntimeException e) {
                // a pattern that it does not know; the other formatter makes of it what it can
            }
        }
        if (formatter == null) {
            formatter = new DataFormatter(Locale.US); // heavy, and most workbooks never need it
        }
        return formatter.formatRawCellContents(stored, format.id(), format.code(), from1904);
    }

    /** Whether a text holds one number and it is the stored one; currency, units and brackets for minus do not matter. */
    private static boolean saysTheSame(String shown, BigDecimal stored) {
        Matcher numbers = NUMBER.matcher(shown);
        if (!numbers.find()) {
            return false;
        }
        String first = numbers.group().replace(",", "");
        if (numbers.find() || shown.indexOf('<') >= 0 || shown.indexOf('>') >= 0) {
            return false;
        }
        return new BigDecimal(first).compareTo(stored.abs()) == 0;
    }

    /**
     * A date as it is displayed, and what is stored where the display leaves part of it out.
     *
     * @param stored the text that the grid holds
     * @param displayed what is shown, where that is less; else null
     */
    record DateText(String stored, @Nullable String displayed) {}

    /** The text of a date; null where the number is no date. */
    @Nullable
    DateText date(BigDecimal stored, NumberFormat format) {
        double days = stored.doubleValue();
        if (!DateUtil.isValidExcelDate(days)) {
            return null;
        }
        LocalDateTime date = DateUtil.getLocalDateTime(days, from1904, true);
        if (date == null) {
            return null;
        }
        String shown = text(stored, format);
        String code = withoutLiterals(format.code());
        boolean time = code.indexOf('h') >= 0;
        boolean day = code.indexOf('d') >= 0;
        boolean month = code.indexOf('m') >= 0;
        boolean year = code.indexOf('y') >= 0;
        boolean midnight = date.toLocalTime().toSecondOfDay() == 0;
        boolean onlyTime = time && !day && !year && stored.compareTo(BigDecimal.ONE) < 0;
        boolean all = (time || midnight)
                && (day || date.getDayOfMonth() == 1)
                && (month || date.getMonthValue() == 1)
                && year;
        if (all || onlyTime) {
            return new DateText(shown, null);
        }
        String iso = midnight ? date.toLocalDate().toString() : date.toString().replace('T', ' ');
        return new DateText(iso, shown);
    }

    private static String withoutLiterals(String code) {
        StringBuilder plain = new StringBuilder();
        boolean literal = false;
        boolean locale = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                literal = !literal;
            } else if (c == '[' && !literal) {
                // [h] is elapsed time; [$-409] and [Red] say nothing of the parts
                locale = !(code.startsWith("[h", i) || code.startsWith("[m", i) || code.startsWith("[s", i));
            } else if (c == ']') {
                locale = false;
            } else if (c == '\\') {
                i++;
            } else if (!literal && !locale) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
