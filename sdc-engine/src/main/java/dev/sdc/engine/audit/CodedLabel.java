package dev.sdc.engine.audit;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label that may have codes of a classification beside its name: {@code Pancreas (C25)}, {@code C18-C20 Bowel}.
 *
 * @param name the name in one writing; empty where there are codes only
 * @param codes the codes
 */
record CodedLabel(String name, Set<String> codes) {
    private static final int LONGEST = 200;
    private static final String CODE = "[A-Z]\\d\\d(?:\\.?\\d{1,2})?";
    private static final String CODES = CODE + "(?:\\s?[-–,;/+&]\\s?" + CODE + "){0,12}";
    private static final Pattern BESIDE = Pattern.compile("\\s*[(\\[]\\s?(?:ICD[- ]?\\d{0,2}:?\\s?)?" + CODES
            + "\\s?[)\\]]|^" + CODES + "(?:\\s?[-:–.])?(?:\\s|$)|\\s(?:[-:–,]\\s)?" + CODES + "$");
    private static final Pattern ONE = Pattern.compile(CODE);

    static CodedLabel of(String label) {
        Matcher beside = BESIDE.matcher(label);
        if (label.length() > LONGEST || !beside.find()) {
            return new CodedLabel(CountedCell.inOneWriting(label), Set.of());
        }
        Set<String> codes = new HashSet<>();
        Matcher code = ONE.matcher(beside.group());
        while (code.find()) {
            codes.add(code.group());
        }
        String name = label.substring(0, beside.start()) + " " + label.substring(beside.end());
        return new CodedLabel(name.isBlank() ? "" : CountedCell.inOneWriting(name), codes);
    }

    /** Whether the codes allow that both are of the same. */
    boolean mayBe(CodedLabel other) {
        return codes.isEmpty() || other.codes.isEmpty() || !Collections.disjoint(codes, other.codes);
    }
}
