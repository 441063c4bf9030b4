package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.PlainDigits;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.MarkerMeaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a cell that stands in the place of a number: a number, several numbers, or a mark. */
final class CellText {
    /** What a text is, before its column gives it a role. */
    enum Look {
        /** Words. */
        WORDS,
        /** One number. */
        NUMBER,
        /** Several numbers. */
        NUMBERS,
        /** A mark for a value held back. */
        MARK
    }

    /** What the level that others are compared with has in the place of a figure. */
    private static final Set<String> REFERENCES = Set.of(
            "ref", "reference", "referent", "reference level", "reference group", "reference category", "baseline");

    private static final Set<ColumnRole> FIGURES_OF_A_TERM = EnumSet.of(
            ColumnRole.ESTIMATE, ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER, ColumnRole.P_VALUE);

    private final NumberStyle style;
    private final Map<String, MarkerMeaning> declared;

    CellText(NumberStyle style, Map<String, MarkerMeaning> declared) {
        this.style = style;
        this.declared = declared;
    }

    /** What a text looks like on its own. */
    Look look(String text) {
        String s = PlainDigits.in(text.strip());
        if (s.isEmpty()) {
            return Look.WORDS;
        }
        if (declared.containsKey(s) || Marks.isMark(s)) {
            return Look.MARK;
        }
        if (isHalfOpen(s)) {
            return Look.WORDS;
        }
        MarkAndShare both = MarkAndShare.of(s, style);
        if (both != null) {
            return both.share() == null ? Look.MARK : Look.NUMBERS;
        }
        // most texts of a large table are names: they begin with a letter, and no phrase for a bound does
        char first = s.charAt(0);
        if (Character.isLetter(first) && "fFlLuUbBaAmMwWpP".indexOf(first) < 0) {
            return Look.WORDS;
        }
        if (Marks.interval(s, style) != null) {
            return Look.MARK;
        }
        String bare = PrintedFigure.withoutRemarks(s);
        if (PrintedFigure.single(bare, style) != null || Marks.limit(s, style) != null) {
            return Look.NUMBER;
        }
        if (PrintedFigure.several(bare, style) != null) {
            return Look.NUMBERS;
        }
        if (holdsFiguresOnly(bare)) {
            return Look.NUMBERS;
        }
        // an amount of money that cannot be read is still no name
        return Numerals.isCurrency(first) && Marks.anyDigit(s) ? Look.NUMBER : Look.WORDS;
    }

    /** What a text says in a column or row of this role. */
    CellValue read(String text, @Nullable ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {
        String s = PlainDigits.in(text.strip());
        if (s.isEmpty()) {
            return new CellValue.Blank();
        }
        MarkerMeaning meaning = declared.get(s);
        if (meaning != null) {
            return declaredMark(s, meaning, role, level);
        }
        if (Marks.isMark(s)) {
            return new CellValue.Suppressed(s, null);
        }
        Bounds interval = Marks.interval(s, style);
        boolean twoFigures = form == CompositeForm.ESTIMATE_INTERVAL
                || form == CompositeForm.RANGE
                || (role == ColumnRole.PERCENTILE
                        && level == null
                        && s.charAt(0) != '<'
                        && PrintedFigure.several(s, style) != null);
        if (interval != null && !twoFigures) {
            return new CellValue.Suppressed(s, interval);
        }
        MarkAndShare both = role != null && role.isCount() ? MarkAndShare.of(s, style) : null;
        if (both != null) {
            return both.value();
        }
        String bare = PrintedFigure.withoutRemarks(s);
        BigDecimal number = PrintedFigure.single(bare, style);
        if (number != null) {
            return plain(number, bare.endsWith("%"), role, level);
        }
        BigDecimal limit = Marks.limit(s, style);
        if (limit != null) {
            return plain(limit, false, role, level);
        }
        List<PrintedFigure> numbers = PrintedFigure.several(bare, style);
        if (numbers != null) {
            return CompositeCell.of(s, numbers, role, level, form);
        }
        if (role != null && FIGURES_OF_A_TERM.contains(role) && REFERENCES.contains(Words.normal(s))) {
            return new CellValue.Blank();
        }
        boolean expected = form == CompositeForm.ESTIMATE_INTERVAL || role == ColumnRole.CI_LOWER;
        return expected ? openInterval(s, role) : new CellValue.Unread(s);
    }

    /** {@code 66 (11.2) [19-98]}: more figures than are known to stand together, but no name. */
    private static boolean holdsFiguresOnly(String s) {
        int figures = 0;
        boolean bracket = false;
        boolean digit = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean here = Character.isDigit(c);
            if (Character.isLetter(c)) {
                return false;
            }
            figures += here && !digit ? 1 : 0;
            digit = here || (digit && (c == '.' || c == ','));
            bracket |= c == '(' || c == '[';
        }
        return bracket && figures > 2 && Character.isDigit(s.charAt(0));
    }

    /** {@code (17, 39]} and {@code [0, 5)}: a bin of values, as programs name them. */
    private static boolean isHalfOpen(String s) {
        char first = s.charAt(0);
        char last = s.charAt(s.length() - 1);
        return (first == '(' && last == ']') || (first == '[' && last == ')');
    }

    private CellValue declaredMark(
            String mark, MarkerMeaning meaning, @Nullable ColumnRole role, @Nullable BigDecimal level) {
        if (meaning instanceof MarkerMeaning.Between between) {
            return new CellValue.Suppressed(mark, new Bounds(between.low(), between.high()));
        }
        if (meaning instanceof MarkerMeaning.Exactly exactly) {
            return plain(exactly.value(), false, role, level);
        }
        if (meaning instanceof MarkerMeaning.NotApplicable) {
            return new CellValue.Blank();
        }
        return new CellValue.Suppressed(mark, null);
    }

    /** An interval of which an end is missing: {@code (0.00 - .)}, behind an estimate or alone. */
    private CellValue openInterval(String s, @Nullable ColumnRole role) {
        List<CellValue.Part> parts = new ArrayList<>();
        int bracket = Math.max(s.indexOf('('), s.indexOf('['));
        BigDecimal estimate =
                bracket > 0 ? Numerals.parse(s.substring(0, bracket).strip(), style) : null;
        if (estimate != null) {
            parts.add(new CellValue.Part(CompositeCell.beforeInterval(role), null, estimate));
        }
        String inside = (estimate == null ? s : s.substring(bracket))
                .replaceAll("[()\\[\\]]", " ")
                .strip();
        int dash = inside.indexOf('-', 1);
        int comma = inside.indexOf(',');
        int at = dash > 0 ? dash : comma;
        if (at < 0) {
            return new CellValue.Unread(s);
        }
        String[] ends = {
            inside.substring(0, at).strip(), inside.substring(at + 1).strip()
        };
        for (int i = 0; i < 2; i++) {
            BigDecimal value = Numerals.parse(ends[i], style);
            if (value != null) {
                parts.add(new CellValue.Part(i == 0 ? ColumnRole.CI_LOWER : ColumnRole.CI_UPPER, null, value));
            } else if (!Marks.isMark(ends[i]) && !ends[i].equalsIgnoreCase("inf")) {
                return new CellValue.Unread(s);
            }
        }
        return parts.isEmpty() ? new CellValue.Suppressed(s, null) : new CellValue.Composite(parts);
    }

    /** What a plain number says in a column or row of this role. */
    static CellValue plain(
            BigDecimal number, boolean percentSign, @Nullable ColumnRole role, @Nullable BigDecimal level) {
        if (role == ColumnRole.PERCENTAGE || (percentSign && role != ColumnRole.PROPORTION)) {
            return new CellValue.Share(number, true);
        }
        if (role == ColumnRole.PROPORTION) {
            return new CellValue.Share(number, percentSign || number.compareTo(BigDecimal.ONE) > 0);
        }
        if (role != null && role.isCount() && Numerals.isWhole(number) && number.signum() >= 0) {
            return new CellValue.Count(number.longValue());
        }
        ColumnRole known = role == null || role.isCount() || role == ColumnRole.LABEL ? ColumnRole.MAGNITUDE : role;
        return new CellValue.Magnitude(number, known, level);
    }
}
