package dev.sdc.rules.sec;

/** A number of people in a flow that is written in lines or boxes: {@code 2206}, {@code 2,206}. */
final class FlowNumber {
    /** What one looks like, LaTeX's too, as a part of a regular expression; no number of people is longer. */
    static final String PATTERN = "\\d{1,3}(?:(?:,|\\{,\\}|\\\\,)\\d{3}){1,3}|\\d{1,9}";

    private FlowNumber() {}

    /** What a text that looks like one stands for. */
    static long of(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
