package dev.sdc.rules.freq;

import java.util.regex.Pattern;

/** Tells what a person typed into a console, and what is code, from what a program or a person tells. */
final class ConsoleLine {
    private static final Pattern INPUT = Pattern.compile(
            "\\s*(?:>>> |\\.\\.\\. |> [\\w.]+ ?(?:<-|\\()|\\+ |\\. [a-z]|In \\[|\\d{1,5} {2}\\S|NOTE: |Call:|[\\w.$]+\\(|[\\w.$]+ ?(?:<-|=) ?[\\w.]+\\().*");

    private ConsoleLine() {}

    static boolean is(String line) {
        return INPUT.matcher(line).lookingAt();
    }
}
