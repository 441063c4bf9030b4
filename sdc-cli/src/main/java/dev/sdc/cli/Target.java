package dev.sdc.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of the report and where it goes.
 *
 * @param file the file, or null for standard output
 */
record Target(Format format, @Nullable Path file) {

    /** The targets that {@code --format} and {@code --output} ask for; text on standard output if neither is given. */
    static List<Target> of(List<String> formats, @Nullable Path output) throws UsageException {
        List<Target> targets = new ArrayList<>();
        int onStandardOutput = 0;
        for (String option : formats) {
            int equals = option.indexOf('=');
            Target target = new Target(
                    format(equals < 0 ? option : option.substring(0, equals)),
                    equals < 0 ? null : path(option.substring(equals + 1)));
            onStandardOutput += target.file == null ? 1 : 0;
            targets.add(target);
        }
        if (onStandardOutput > 1) {
            throw new UsageException("standard output takes one format; give the others a file: --format html=FILE");
        }
        if (output == null) {
            return formats.isEmpty() ? List.of(new Target(Format.TEXT, null)) : targets;
        }
        if (formats.isEmpty()) {
            return List.of(new Target(Format.TEXT, output));
        }
        if (onStandardOutput == 0) {
            throw new UsageException("--output needs a --format without a file: every format given has its own");
        }
        targets.replaceAll(target -> target.file == null ? new Target(target.format, output) : target);
        return targets;
    }

    private static Format format(String name) throws UsageException {
        Format format = Format.of(name);
        if (format == null) {
            throw new UsageException("there is no format " + name + "; there are text, json, html, junit, sarif, acro");
        }
        return format;
    }

    private static Path path(String name) throws UsageException {
        if (name.isEmpty()) {
            throw new UsageException("--format FORMAT=FILE lacks the file");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name: " + name);
        }
    }
}
