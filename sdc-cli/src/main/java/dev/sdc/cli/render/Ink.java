package dev.sdc.cli.render;

import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Level;

/**
 * Colours of the terminal, or none. Nothing is said by colour alone.
 *
 * @param coloured whether to colour at all
 */
record Ink(boolean coloured) {
    String of(Verdict verdict, String text) {
        return switch (verdict) {
            case PASS -> paint("32;1", text);
            case REVIEW -> paint("33;1", text);
            case FAIL -> paint("31;1", text);
        };
    }

    String of(Level level, String text) {
        return switch (level) {
            case NOTE -> paint("36", text);
            case REVIEW -> paint("33;1", text);
            case FAIL -> paint("31;1", text);
        };
    }

    String strong(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
