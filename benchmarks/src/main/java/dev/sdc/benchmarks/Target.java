package dev.sdc.benchmarks;

import java.util.Locale;

/** What is to be reached: how much of what a rival or a floor needs, or how much in all. */
sealed interface Target {
    /** At most so many times what the other needs. */
    record Times(double most) implements Target {}

    /** At most so much, whatever the other needs. */
    record InAll(double most, String unit) implements Target {}

    /** Measured to be known. */
    record None() implements Target {}

    /** The target in words. */
    default String words() {
        if (this instanceof Times times) {
            return "≤ " + number(times.most) + " ×";
        }
        return this instanceof InAll all ? "≤ " + number(all.most) + " " + all.unit : "–";
    }

    /** Whether it is met, in a word. */
    default String judge(double ours, double other) {
        if (this instanceof Times times) {
            return word(ours <= times.most * other);
        }
        return this instanceof InAll all ? word(ours <= all.most) : "–";
    }

    private static String word(boolean met) {
        return met ? "met" : "missed";
    }

    /** Three figures are as many as a measurement bears. */
    static String number(double value) {
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        String text = String.format(Locale.ROOT, format, value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
