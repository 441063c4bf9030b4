package dev.sdc.cli;

import dev.sdc.engine.rule.RuleBook;
import dev.sdc.rules.RulePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sdc rules}: lists the rules, or explains one with its page. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the rules, or explains one.")
final class RulesCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The rule to explain, such as FREQ-001.")
    private @Nullable String id;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UsageException {
        RuleBook book = RuleBook.standard();
        terminal.out()
                .write((id == null ? list(book) : explain(book, id.toUpperCase(Locale.ROOT)))
                        .getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASS;
    }

    private static String list(RuleBook book) {
        StringBuilder text = new StringBuilder();
        int built = 0;
        for (RuleBook.Entry entry : book.known()) {
            built += entry.built() ? 1 : 0;
            String line = String.format(
                    Locale.ROOT,
                    "%-9s  %-11s  %s%s",
                    entry.id(),
                    entry.scope(),
                    entry.title(),
                    entry.built() ? "" : "  (not built)");
            text.append(line).append('\n');
        }
        return text.append('\n')
                .append(built)
                .append(" of ")
                .append(book.known().size())
                .append(" rules are built. Explain one: sdc rules ID\n")
                .toString();
    }

    private static String explain(RuleBook book, String id) throws UsageException {
        Optional<RulePage> page = RulePage.of(id);
        if (page.isPresent()) {
            return page.get().text();
        }
        for (RuleBook.Entry entry : book.known()) {
            if (entry.id().equals(id)) {
                return entry.id() + " " + entry.title() + "\n\n"
                        + (entry.built() ? "This rule has no page.\n" : "This rule is not built yet.\n");
            }
        }
        throw new UsageException("there is no rule " + id + "; list them with: sdc rules");
    }
}
