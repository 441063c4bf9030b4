package dev.sdc.engine.read;

/**
 * How numbers are written: the decimal mark and the thousands separator.
 *
 * @param decimal the decimal mark, {@code '.'} or {@code ','}
 * @param thousands the thousands separator ({@code ','}, {@code '.'}, {@code '\''}, a space), or 0 for none
 */
public record NumberStyle(char decimal, char thousands) {
    /** 1,234.5 */
    public static final NumberStyle ENGLISH = new NumberStyle('.', ',');
    /** 1.234,5 */
    public static final NumberStyle CONTINENTAL = new NumberStyle(',', '.');

    /** The plain form of a scaled number in this style, such as {@code -0.50}. */
    public String print(long unscaled, int scale) {
        String digits = Long.toString(Math.abs(unscaled));
        if (scale > 0) {
            if (digits.length() <= scale) {
                digits = "0".repeat(scale - digits.length() + 1) + digits;
            }
            int point = digits.length() - scale;
            digits = digits.substring(0, point) + decimal + digits.substring(point);
        }
        return unscaled < 0 ? "-" + digits : digits;
    }
}
