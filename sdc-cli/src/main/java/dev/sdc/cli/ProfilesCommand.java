package dev.sdc.cli;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.RoundingFit;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sdc profiles}: lists the profiles, or shows the values of some with where they come from. */
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the profiles, shows one with the source of every value, or two side by side.")
final class ProfilesCommand implements Subcommand {
    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "NAME|FILE", description = "The profiles to show.")
    private List<String> names = List.of();

    ProfilesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, DeclarationException {
        Profiles installed = Profiles.installed();
        String text = switch (names.size()) {
            case 0 -> list(installed);
            case 1 -> one(installed.load(names.get(0)));
            default -> sideBySide(installed);
        };
        terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASS;
    }

    private static String list(Profiles installed) throws DeclarationException {
        Columns columns = new Columns("name", "version", "not verified", "title");
        for (String name : installed.names()) {
            Profile profile = installed.byName(name);
            columns.add(
                    profile.name(),
                    profile.version(),
                    profile.unverified().isEmpty()
                            ? ""
                            : Integer.toString(profile.unverified().size()),
                    profile.title());
        }
        return columns + "\nShow one: sdc profiles NAME. Compare two: sdc profiles NAME NAME.\n";
    }

    private static String one(Profile profile) {
        Columns columns = new Columns("parameter", "value", "where it comes from");
        profile.settings()
                .written()
                .forEach((parameter, value) ->
                        columns.add(parameter, value, profile.sources().getOrDefault(parameter, "")));
        StringBuilder text = new StringBuilder()
                .append(profile.name())
                .append(' ')
                .append(profile.version())
                .append(": ")
                .append(profile.title())
                .append('\n');
        if (profile.extendsName() != null) {
            text.append("extends ").append(profile.extendsName()).append('\n');
        }
        text.append("sha256 ").append(profile.sha256()).append("\n\n").append(columns);
        if (!profile.unverified().isEmpty()) {
            text.append("\nNot verified by anybody: ")
                    .append(String.join(", ", profile.unverified()))
                    .append('\n');
        }
        if (!profile.confidential().isEmpty()) {
            text.append("\nConfidential, in no analyst's copy: ")
                    .append(String.join(", ", profile.confidential()))
                    .append('\n');
        }
        for (String note : profile.notes()) {
            text.append("Note: ").append(note).append('\n');
        }
        RoundingFit.misfit(profile.settings())
                .ifPresent(misfit -> text.append("Note: ").append(misfit).append('\n'));
        return text.toString();
    }

    /** The values beside each other; a star marks the parameters in which they differ. */
    private String sideBySide(Profiles installed) throws DeclarationException {
        Profile[] profiles = new Profile[names.size()];
        String[] head = new String[names.size() + 2];
        head[0] = "";
        head[1] = "parameter";
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = installed.load(names.get(i));
            head[i + 2] = profiles[i].name();
        }
        Columns columns = new Columns(head);
        int differing = 0;
        for (String parameter : profiles[0].settings().written().keySet()) {
            String[] row = new String[head.length];
            row[0] = "";
            row[1] = parameter;
            for (int i = 0; i < profiles.length; i++) {
                row[i + 2] = profiles[i].settings().written().getOrDefault(parameter, "");
                if (!row[i + 2].equals(row[2])) {
                    row[0] = "*";
                }
            }
            differing += row[0].isEmpty() ? 0 : 1;
            columns.add(row);
        }
        return columns + "\n" + differing + " parameters differ (*).\n";
    }
}
