package dev.sdc.rules.shape;

import dev.sdc.engine.table.Output;
import java.util.regex.Pattern;

/** The prompt of a console before an echoed command. */
public final class Prompt {
    private static final Pattern COMMAND = Pattern.compile(
            "(?:>>>|\\.\\.\\.|In \\[\\d*\\]:|sas>|mysql>|\\w*[=#]>|\\d+\\?) .*" // Python, IPython, SQL
                    + "|[>+] (?![\\d.+-]+$)\\S.*" // R
                    + "|\\. [A-Za-z_*/].*" // Stata
                    + "| {0,3}\\d{1,4}\\. {2,}[a-z_]+ .*" // Stata, inside a block
                    + "|NOTE: (?:There were \\d+ observations read from|The data set \\w+\\.\\w+ has|DATA statement used"
                    + "|PROCEDURE \\w+ used).*"); // SAS, in its log

    private Prompt() {}

    /** Whether short marks begin quotations and lists in an output rather than commands, as they do in Markdown and HTML. */
    public static boolean marksQuotations(Output output) {
        return output.file().endsWith(".md") || output.file().endsWith(".html");
    }

    /** Whether a line begins with a mark that also begins quotations and lists. */
    public static boolean isShort(String line) {
        return line.startsWith("> ") || line.startsWith("+ ");
    }

    /** Whether a line begins with a prompt and a command. */
    public static boolean isCommand(String line) {
        return COMMAND.matcher(line).matches();
    }
}
