package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decision trees as R's rpart and tree print them, a line for every node. The leaves become rows: how many records each
 * holds, and how many of each class, or their mean.
 */
final class PrintedNodes implements Stretch.Finder {
    private static final Pattern SIZE = Pattern.compile("n= ?\\d+\\s*");
    private static final Pattern HEADER =
            Pattern.compile("\\s*node\\), split, n, (loss|deviance), yval(, \\(yprob\\))?\\s*");
    private static final Pattern NODE =
            Pattern.compile("\\s*(\\d+)\\) (\\S.*?) (\\d+) +(-?[\\d.]+(?:e[+-]?\\d+)?) +(\\S+?)"
                    + "(?: +\\( ?([ \\d.e+-]+)\\))?(\\s+\\*)?\\s*");
    private static final int LONGEST_LINE = 2_000;
    private static final int SIZES_DIGITS = 15;

    private final @Nullable String place;
    private final Limits limits;

    PrintedNodes(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = header(lines.get(i));
            if (header != null) {
                int end = i + 1;
                List<Matcher> nodes = new ArrayList<>();
                List<Integer> at = new ArrayList<>();
                while (end < lines.size() && (nodes.isEmpty() || !lines.get(end).isBlank())) {
                    String line = lines.get(end);
                    Matcher node = line.length() > LONGEST_LINE ? null : NODE.matcher(line);
                    boolean legend = line.isBlank() || line.strip().equals("* denotes terminal node");
                    if (node != null && node.matches()) {
                        nodes.add(node);
                        at.add(end);
                    } else if (!nodes.isEmpty() || !legend) {
                        break;
                    }
                    end++;
                }
                if (!nodes.isEmpty()) {
                    boolean classes = header.group(1).equals("loss") || header.group(2) != null;
                    found.add(new Stretch(top(lines, i), end, leaves(nodes, at, classes)));
                    i = end - 1;
                }
            }
        }
        return found;
    }

    private static @Nullable Matcher header(String line) {
        Matcher header = line.startsWith("node)") ? HEADER.matcher(line) : null;
        return header != null && header.matches() ? header : null;
    }

    /** The size of the sample stands above the tree; it is that of the root. */
    private static int top(List<String> lines, int header) {
        int above = header - 1;
        while (above >= Math.max(0, header - 2) && lines.get(above).isBlank()) {
            above--;
        }
        return above >= 0 && SIZE.matcher(lines.get(above)).matches() ? above : header;
    }

    private Part leaves(List<Matcher> nodes, List<Integer> at, boolean classes) {
        int width = 0;
        List<List<Piece>> rows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Matcher node = nodes.get(i);
            int line = at.get(i);
            boolean root = i == 0 && nodes.size() > 1;
            if (node.group(7) == null && !root) {
                continue;
            }
            List<Piece> row = new ArrayList<>();
            row.add(new Piece(0, root ? "Total" : "leaf " + node.group(1), line, node.start(1)));
            row.add(new Piece(1, node.group(3), line, node.start(3)));
            if (classes) {
                parts(node, line, row);
            } else {
                row.add(new Piece(2, node.group(5), line, node.start(5)));
            }
            width = Math.max(width, row.size());
            rows.add(row);
        }
        List<Piece> header = new ArrayList<>();
        header.add(new Piece(0, "leaf", at.get(0), 0));
        header.add(new Piece(1, "n", at.get(0), 0));
        for (int c = 2; c < width; c++) {
            header.add(new Piece(c, classes ? "n of class " + (c - 1) : "mean", at.get(0), 0));
        }
        rows.add(0, header);
        return TextGrid.of(place, rows, limits);
    }

    /** How many of the records of a node are of each class: its shares times its size, or those that were misjudged. */
    private static void parts(Matcher node, int line, List<Piece> row) {
        BigDecimal n = new BigDecimal(node.group(3));
        if (node.group(3).length() > SIZES_DIGITS) {
            return;
        }
        if (node.group(6) == null) {
            row.add(new Piece(2, node.group(4), line, node.start(4)));
            return;
        }
        int at = node.start(6);
        for (String share : node.group(6).strip().split(" +", -1)) {
            BigDecimal part = number(share);
            if (part != null) {
                row.add(new Piece(
                        row.size(),
                        part.multiply(n).setScale(0, RoundingMode.HALF_UP).toPlainString(),
                        line,
                        at));
            }
            at += share.length() + 1;
        }
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > SIZES_DIGITS || (text.indexOf('e') >= 0 && text.length() > 14)
                    ? null
                    : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
