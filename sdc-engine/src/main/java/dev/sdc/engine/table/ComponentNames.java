package dev.sdc.engine.table;

import java.util.regex.Pattern;

/** The names that programs and people give to factors, components and dimensions. */
public final class ComponentNames {
    private static final Pattern ONE =
            Pattern.compile("(?i)(?:factor|pc|comp|component|dim|dimension|mr|ml|rc|pa)[ ._]?[0-9]{1,2}");

    private ComponentNames() {}

    /** Whether a header is the name of one: {@code PC1}, {@code Factor 2}, {@code Dim.1}. */
    public static boolean isOne(String header) {
        return ONE.matcher(header.strip()).matches();
    }
}
