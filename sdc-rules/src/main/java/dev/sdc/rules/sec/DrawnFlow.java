package dev.sdc.rules.sec;

import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.table.Prose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a flow chart that is drawn with characters: boxes or bare texts below one another, with lines or arrows between them. */
final class DrawnFlow {
    private static final Pattern BARS = Pattern.compile("[│┃║|¦]|[-─━=]{2,80}>?|[→←►◄▶◀⟶]");
    private static final Pattern PIECE = Pattern.compile("\\S++(?:\\s\\S++)*+");
    private static final Pattern LEADS = Pattern.compile("[|│┃║↓▼⇓⬇▽vV┬/\\\\]");
    private static final Pattern BORDER = Pattern.compile("\\+[-=]{3}|[┌┐└┘╔╗╚╝╭╮╰╯]");
    private static final Pattern N = Pattern.compile(
            "\\b[nN]\\s?[=:]\\s?(?<n>" + FlowNumber.PATTERN + ")(?![\\d.])|: ?(?<m>" + FlowNumber.PATTERN + ")$");
    private static final int LONGEST_LINE = 240;
    private static final int MOST_BOXES = 200;

    /** Some text in the drawing, growing line by line, and the first number of people in it. */
    private static final class Box {
        private final int top;
        private int bottom;
        private int from;
        private int to;
        private String label;
        private long n = -1;
        private String where = "";
        private long below;
        private final List<Box> parts = new ArrayList<>();

        private Box(int line, int from, int to) {
            this.top = line;
            this.bottom = line;
            this.from = from;
            this.to = to;
            this.label = "";
        }

        private boolean isOver(int line, int start, int end) {
            return bottom == line - 1 && from < end && start < to;
        }

        private int middle() {
            return from + to;
        }
    }

    private final Prose prose;
    private final List<String> lines;
    private final BitSet drawn = new BitSet();
    private final List<Remainder> found = new ArrayList<>();

    private DrawnFlow(Prose prose) {
        this.prose = prose;
        this.lines = prose.running();
    }

    /** The drawings of a text, read. */
    static DrawnFlow of(Prose prose) {
        DrawnFlow flow = new DrawnFlow(prose);
        int from = 0;
        for (int line = 0; line <= flow.lines.size(); line++) {
            if (line == flow.lines.size() || flow.lines.get(line).length() > LONGEST_LINE) {
                flow.drawing(from, line);
                from = line + 1;
            }
        }
        return flow;
    }

    /** What is left of each box when those below it are taken off. */
    List<Remainder> steps() {
        return found;
    }

    /** The lines with boxes side by side, which are no list. */
    BitSet lines() {
        return drawn;
    }

    private void drawing(int from, int to) {
        List<Box> open = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        boolean leads = false;
        boolean border = false;
        boolean beside = false;
        for (int line = from; line < to; line++) {
            String text = lines.get(line);
            boolean between = !text.isBlank() && FlowLines.isBetween(text);
            leads |= between && LEADS.matcher(text).find();
            border |= between && BORDER.matcher(text).find();
            if (between || text.isBlank()) {
                open.clear();
                continue;
            }
            List<Box> now = new ArrayList<>();
            Matcher piece = PIECE.matcher(blanked(text));
            while (piece.find()) {
                if (boxes.size() >= MOST_BOXES) {
                    find(boxes, leads, border, beside);
                    boxes.clear();
                }
                now.add(add(line, piece, open, boxes));
            }
            beside |= now.size() > 1;
            open.clear();
            open.addAll(now);
        }
        find(boxes, leads, border, beside);
    }

    /** A line with blanks for all that is drawn in it. */
    private static String blanked(String text) {
        Matcher bars = BARS.matcher(text);
        StringBuilder blanked = new StringBuilder(text);
        while (bars.find()) {
            for (int i = bars.start(); i < bars.end(); i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    private Box add(int line, Matcher piece, List<Box> open, List<Box> boxes) {
        Box box = null;
        for (Box over : open) {
            if (over.isOver(line, piece.start(), piece.end())) {
                box = over;
            }
        }
        if (box == null) {
            box = new Box(line, piece.start(), piece.end());
            boxes.add(box);
        }
        box.bottom = line;
        box.from = Math.min(box.from, piece.start());
        box.to = Math.max(box.to, piece.end());
        Matcher n = N.matcher(piece.group());
        if (box.n < 0 && n.find()) {
            String group = n.group("n") == null ? "m" : "n";
            box.n = FlowNumber.of(n.group(group));
            box.where = prose.address(line, piece.start() + n.start(group));
            box.label += ' ' + piece.group().substring(0, n.start());
        } else if (box.n < 0) {
            box.label += ' ' + piece.group();
        }
        return box;
    }

    private void find(List<Box> all, boolean leads, boolean border, boolean beside) {
        if (!border && !(leads && beside)) {
            return; // one below the other they are a list
        }
        List<List<Box>> tiers = new ArrayList<>();
        List<Box> boxes = all.stream()
                .filter(box -> box.n >= 0 && !FlowSteps.isTakenOff(box.label.strip()))
                .sorted(Comparator.comparingInt(box -> box.top))
                .toList();
        int bottom = -1;
        for (Box box : boxes) {
            if (box.top > bottom) {
                tiers.add(new ArrayList<>());
            }
            tiers.get(tiers.size() - 1).add(box);
            bottom = Math.max(bottom, box.bottom);
        }
        for (int i = 1; i < tiers.size(); i++) {
            tier(tiers.get(i - 1), tiers.get(i));
        }
        boxes.forEach(box -> drawn.set(box.top, box.bottom + 1));
        boxes.forEach(this::tell);
    }

    private void tier(List<Box> above, List<Box> below) {
        boolean linked = linked(above, below);
        Map<Box, List<Box>> parts = new LinkedHashMap<>();
        for (Box box : below) {
            Box over = over(above, box, below.size() == 1);
            if (over != null && (linked || FlowSteps.isStep(box.label))) {
                parts.computeIfAbsent(over, any -> new ArrayList<>()).add(box);
            } else if (over == null && linked) {
                joined(above, box);
            }
        }
        parts.forEach((box, its) -> box.parts.addAll(its));
    }

    /** The box that another stands below; null where several lead to it. */
    private static @Nullable Box over(List<Box> above, Box box, boolean alone) {
        if (above.size() > 1 && alone) {
            List<Box> right = above.stream()
                    .filter(over -> over.from * 2 <= box.middle() && box.middle() <= over.to * 2)
                    .toList();
            return right.size() == 1 ? right.get(0) : null;
        }
        return above.stream()
                .min(Comparator.comparingInt(over -> Math.abs(over.middle() - box.middle())))
                .orElse(null);
    }

    private boolean linked(List<Box> above, List<Box> below) {
        int from = above.stream().mapToInt(box -> box.bottom).max().orElse(0);
        int to = below.stream().mapToInt(box -> box.top).min().orElse(0);
        for (int line = from + 1; line < to; line++) {
            String text = lines.get(line);
            if (FlowLines.isBetween(text) && LEADS.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private void joined(List<Box> above, Box box) {
        List<Proof.Term> terms = new ArrayList<>();
        above.forEach(part -> terms.add(new Proof.Term(Proof.Sign.PLUS, prose.file() + "!" + part.where)));
        terms.add(new Proof.Term(Proof.Sign.PLUS, prose.file() + "!" + box.where).turned());
        long whole = above.stream().mapToLong(part -> part.n).sum();
        found.add(new Remainder(box.where, null, null, whole, box.n, "left out at this step", terms));
    }

    private void tell(Box box) {
        box.below = box.parts.stream().mapToLong(part -> part.n).sum();
        if (!box.parts.isEmpty() && box.below <= box.n) {
            found.add(new Remainder(
                    box.where,
                    null,
                    null,
                    box.n,
                    box.below,
                    "in none of the boxes that follow",
                    Remainder.less(
                            prose.file() + "!" + box.where,
                            box.parts.stream()
                                    .map(part -> prose.file() + "!" + part.where)
                                    .toList())));
        }
    }
}
