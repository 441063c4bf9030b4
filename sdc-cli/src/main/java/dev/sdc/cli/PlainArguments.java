package dev.sdc.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain form of {@code sdc check}: paths, options with their values, flags. Making picocli ready takes longer
 * than checking a small file, so that it is left to what is not plain: help, mistakes, every other command.
 *
 * <p>What is read here is what {@link CheckCommand} would read; a test holds the two together.
 */
final class PlainArguments {
    private static final Set<String> ONE_VALUE = Set.of(
            "--profile",
            "--submission",
            "--unit",
            "--ledger",
            "--microdata",
            "--output",
            "--timestamp",
            "--previous",
            "--explain-cell");
    private static final Set<String> MANY_VALUES = Set.of("--against", "--format");
    private static final Set<String> FLAGS = Set.of("--redact", "--quiet", "--no-color");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> formats = new ArrayList<>();
    private final List<Path> against = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    private PlainArguments() {}

    /** The request, or null where the arguments are not plain. */
    static @Nullable CheckRequest read(String[] args) {
        if (args.length < 2 || !args[0].equals("check")) {
            return null;
        }
        PlainArguments plain = new PlainArguments();
        try {
            return plain.take(args) ? plain.request() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean take(String[] args) {
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if (arg.isEmpty() || arg.charAt(0) == '@') {
                return false;
            }
            if (arg.charAt(0) != '-') {
                paths.add(Path.of(arg));
            } else if (FLAGS.contains(arg)) {
                if (!flags.add(arg)) {
                    return false;
                }
            } else {
                int equals = arg.indexOf('=');
                String name = equals < 0 ? arg : arg.substring(0, equals);
                String value = equals >= 0 ? arg.substring(equals + 1) : i + 1 < args.length ? args[++i] : "";
                if (value.isEmpty() || value.charAt(0) == '-' || value.charAt(0) == '@' || !option(name, value)) {
                    return false;
                }
            }
        }
        return !paths.isEmpty();
    }

    private boolean option(String name, String value) {
        if (MANY_VALUES.contains(name)) {
            if (name.equals("--format")) {
                formats.add(value);
            } else {
                against.add(Path.of(value));
            }
            return true;
        }
        return ONE_VALUE.contains(name) && values.put(name, value) == null;
    }

    private CheckRequest request() {
        return new CheckRequest(
                List.copyOf(paths),
                values.get("--profile"),
                path("--submission"),
                values.get("--unit"),
                List.copyOf(against),
                values.get("--ledger"),
                values.get("--microdata"),
                List.copyOf(formats),
                path("--output"),
                flags.contains("--redact"),
                values.get("--timestamp"),
                path("--previous"),
                values.get("--explain-cell"),
                flags.contains("--quiet"),
                flags.contains("--no-color"));
    }

    private @Nullable Path path(String name) {
        String value = values.get(name);
        return value == null ? null : Path.of(value);
    }
}
