package dev.sdc.rules.ml;

import dev.sdc.engine.table.Prose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the leaves of trees that rpart, tree, partykit, C5.0, Weka and scikit-learn print. */
final class PrintedTree {
    /** Longer lines are no print of a tree. */
    private static final int LONGEST = 2_000;

    private static final Pattern RPART_HEAD = Pattern.compile("\\s*node\\), split, n, (loss|deviance), yval.*");
    /** {@code 22) Age>=111 14 2 absent (0.857 0.143) *}: node, split, n, loss or deviance, value, shares. */
    private static final Pattern RPART = Pattern.compile(
            "\\s*(\\d+)\\) \\S.* (\\d+) +(-?[\\d.]+(?:e[+-]?\\d+)?) +(\\S+)(?: +\\(([ \\d.e+-]+)\\))?\\s+\\*\\s*");
    /** {@code |   |--- class: 1}, {@code |--- weights: [12.00, 3.00] class: 0}, {@code |--- value: [12.5]}. */
    private static final Pattern SKLEARN = Pattern.compile(
            "(?:\\|   )*\\|--- (?:weights: \\[([\\d., ]+)\\] )?(?:class: (\\S+)|value: \\[[^\\]]*\\])\\s*");
    /** {@code [3] V <= 2: yes (n = 7, err = 0.0%)}. */
    private static final Pattern PARTYKIT =
            Pattern.compile(".*\\[(\\d+)\\].*: .*\\(n = (\\d+)(?:, err = ([\\d.]+)%?)?\\).*");
    /** {@code petal <= 1.9: setosa (50/2)}, {@code ...: yes (14.0)}. */
    private static final Pattern C50 = Pattern.compile(
            "[\\s|:.]*\\S.*(?:[<>=]|\\bin\\b).*: *(\\S+) \\((\\d+)(?:\\.0)?(?:/(\\d+)(?:\\.0)?)?\\)\\s*");

    private PrintedTree() {}

    /** The leaves printed in a text, in its order; empty where it prints no tree. */
    static List<Leaf> in(Prose prose) {
        List<Leaf> leaves = new ArrayList<>();
        String second = "";
        for (int line = 0; line < prose.lines().size(); line++) {
            String text = prose.lines().get(line);
            if (text.length() > LONGEST) {
                continue;
            }
            Matcher head = RPART_HEAD.matcher(text);
            if (head.matches()) {
                second = head.group(1);
            }
            Leaf leaf = leaf(text, second, prose, line);
            if (leaf != null) {
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    private static @Nullable Leaf leaf(String text, String second, Prose prose, int line) {
        String address = prose.address(line, indent(text));
        Matcher rpart = second.isEmpty() ? null : RPART.matcher(text);
        if (rpart != null && rpart.matches()) {
            return rpart(rpart, second.equals("loss"), address);
        }
        Matcher sklearn = text.contains("|--- ") ? SKLEARN.matcher(text) : null;
        if (sklearn != null && sklearn.matches()) {
            return sklearn(sklearn, address, line);
        }
        Matcher partykit = text.contains("(n = ") ? PARTYKIT.matcher(text) : null;
        if (partykit != null && partykit.matches()) {
            Long n = whole(partykit.group(2));
            boolean pure = partykit.group(3) != null && new BigDecimal(partykit.group(3)).signum() == 0;
            return new Leaf(partykit.group(1), address, n, List.of(), pure && text.contains("%"));
        }
        Matcher c50 = text.endsWith(")") ? C50.matcher(text) : null;
        if (c50 != null && c50.matches()) {
            Long n = whole(c50.group(2));
            Long wrong = c50.group(3) == null ? Long.valueOf(0) : whole(c50.group(3));
            return n == null || wrong == null
                    ? null
                    : new Leaf(c50.group(1), address, n, List.of(n - wrong, wrong), wrong == 0);
        }
        return null;
    }

    private static Leaf rpart(Matcher rpart, boolean classes, String address) {
        Long n = whole(rpart.group(2));
        Long loss = classes ? whole(rpart.group(3)) : null;
        return new Leaf(
                rpart.group(1),
                address,
                n,
                n == null || loss == null ? List.of() : List.of(n - loss, loss),
                loss != null && loss == 0);
    }

    private static Leaf sklearn(Matcher sklearn, String address, int line) {
        String name = "leaf in line " + (line + 1);
        if (sklearn.group(1) == null) {
            return new Leaf(name, address, null, List.of(), false);
        }
        List<Long> classes = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean whole = true;
        for (String part : sklearn.group(1).split(",", -1)) {
            BigDecimal weight = number(part.strip());
            whole &= weight != null && weight.remainder(BigDecimal.ONE).signum() == 0 && weight.precision() < 18;
            sum = weight == null ? sum : sum.add(weight);
            classes.add(
                    weight == null ? 0 : weight.setScale(0, RoundingMode.DOWN).longValue());
        }
        boolean pure = classes.size() > 1 && classes.stream().filter(n -> n > 0).count() == 1;
        // weights that are no whole numbers were balanced, and do not count records
        return whole
                ? new Leaf(name, address, sum.longValue(), List.copyOf(classes), pure)
                : new Leaf(name, address, null, List.of(), false);
    }

    private static @Nullable Long whole(String text) {
        BigDecimal number = number(text);
        return number == null
                        || number.precision() > 17
                        || number.remainder(BigDecimal.ONE).signum() != 0
                ? null
                : number.longValue();
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 30 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int indent(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
