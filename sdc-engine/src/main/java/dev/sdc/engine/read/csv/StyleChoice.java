package dev.sdc.engine.read.csv;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.NumberStyle;
import org.jspecify.annotations.Nullable;

/**
 * Which way of writing numbers a file follows.
 *
 * @param style the more likely way
 * @param other another way that fits the whole file as well, or null
 * @param known whether the file has numbers that show its decimal mark
 * @param mixed whether no single way fits the whole file
 */
public record StyleChoice(NumberStyle style, @Nullable NumberStyle other, boolean known, boolean mixed) {

    /** Chooses by what the cells of a grid say. */
    public static StyleChoice of(Grid grid, char delimiter) {
        NumberEvidence evidence = new NumberEvidence(grid);
        boolean comma = evidence.decimal(',');
        boolean point = evidence.decimal('.');
        if (comma || point) {
            boolean mixed = (comma && point) || evidence.thousands(comma ? ',' : '.');
            boolean useComma = comma && (!point || delimiter == ';');
            return new StyleChoice(style(useComma ? ',' : '.', evidence), null, true, mixed);
        }
        if (evidence.thousands(',') != evidence.thousands('.')) {
            char decimal = evidence.thousands(',') ? '.' : ',';
            return new StyleChoice(style(decimal, evidence), null, false, false);
        }
        if (evidence.thousands(',')) {
            return new StyleChoice(style('.', evidence), null, false, true);
        }
        if (evidence.weakDecimal(',') != evidence.weakDecimal('.')) {
            return new StyleChoice(style(evidence.weakDecimal(',') ? ',' : '.', evidence), null, true, false);
        }
        return undecided(evidence, delimiter);
    }

    /** Every mark there is stands before three digits. */
    private static StyleChoice undecided(NumberEvidence evidence, char delimiter) {
        boolean comma = evidence.either(',');
        boolean point = evidence.either('.');
        NumberStyle english = style('.', evidence);
        NumberStyle continental = style(',', evidence);
        if (!comma && !point) {
            return new StyleChoice(english, null, false, false);
        }
        if (delimiter == ',') {
            // a file cut at commas has a decimal point, else hardly a number would stay whole
            return new StyleChoice(english, point && evidence.besideSmallCounts() ? continental : null, point, false);
        }
        if (comma && point) {
            return delimiter == ';'
                    ? new StyleChoice(continental, english, true, false)
                    : new StyleChoice(english, continental, true, false);
        }
        boolean decimalComma = comma != evidence.besideSmallCounts();
        return new StyleChoice(decimalComma ? continental : english, decimalComma ? english : continental, true, false);
    }

    private static NumberStyle style(char decimal, NumberEvidence evidence) {
        char other = decimal == '.' ? ',' : '.';
        boolean marks = evidence.thousands(other) || evidence.either(other);
        if (!marks && evidence.spaces()) {
            return new NumberStyle(decimal, ' ');
        }
        return new NumberStyle(decimal, !marks && evidence.apostrophes() ? '\'' : other);
    }
}
