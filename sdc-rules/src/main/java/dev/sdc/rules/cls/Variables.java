package dev.sdc.rules.cls;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells which figures of a table speak of the same variable of the same group. */
final class Variables {
    /** The words of a header that name the statistic rather than the variable. */
    private static final Pattern STATISTIC = Pattern.compile(
            "(?<![\\p{L}\\d])(?:min(?:imum)?|max(?:imum)?|median|mean|avg|average|sd|std|std dev"
                    + "|standard deviation|iqr|range|lower|upper|quartiles?|percentiles?|1st|3rd|first|third|qu|q\\d{1,2}|p\\d{1,2}"
                    + "|\\d{1,2}(?:\\.\\d+)?\\s*%|0?[.,]\\d+|25th|50th|75th|5th|95th|10th|90th|whiskers?)(?![\\p{L}\\d])");

    private Variables() {}

    /** A key that figures of one variable and one group share where statistics stand one below the other. */
    static String key(Table table, Quantity figure) {
        List<String> labels = table.rowLabels(figure.row());
        String innermost = labels.isEmpty() ? "" : labels.get(labels.size() - 1);
        List<String> outer = labels.isEmpty() ? labels : labels.subList(0, labels.size() - 1);
        return "column " + figure.column() + '\u0001' + String.join("\u0001", outer) + '\u0001' + variable(innermost);
    }

    /** A key that the columns of one variable share where its statistics stand side by side. */
    static String key(Column column) {
        List<String> header = column.header();
        String outer = header.isEmpty() ? "" : String.join("\u0001", header.subList(0, header.size() - 1));
        return outer + '\u0001' + variable(column.leaf());
    }

    private static String variable(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return STATISTIC
                .matcher(lower)
                .replaceAll(" ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
