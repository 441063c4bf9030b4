package dev.sdc.engine.submission;

import dev.sdc.engine.submission.SubmissionDocument.Entry;
import dev.sdc.engine.submission.yaml.Nearest;
import dev.sdc.engine.submission.yaml.Place;
import dev.sdc.engine.submission.yaml.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the entries of {@code outputs} against the files that were handed in. */
final class OutputEntries {
    /** What one entry speaks of; a file may be the data of several figures. */
    private record Subject(
            String file,
            @Nullable String sheet,
            Optional<DeclaredRange> range,
            @Nullable String figure) {}

    private OutputEntries() {}

    /** The declarations, with file names as the files have them. */
    static List<Declaration> fit(List<Entry> entries, Set<String> files) throws DeclarationException {
        List<Declaration> outputs = new ArrayList<>(entries.size());
        Map<Subject, Place> seen = new HashMap<>();
        for (Entry entry : entries) {
            Declaration output = named(entry, files);
            Place earlier = seen.putIfAbsent(subject(output), entry.place());
            if (earlier != null) {
                throw entry.place()
                        .error(
                                "%s is listed twice, first in line %d; put both into one entry, or tell them apart by `sheet` or `range`."
                                        .formatted(Quoted.of(String.valueOf(output.file())), earlier.line()));
            }
            outputs.add(output);
        }
        return outputs;
    }

    private static Declaration named(Entry entry, Set<String> files) throws DeclarationException {
        String file = known(entry.declaration().file(), "file", entry.place(), files);
        String figure = known(entry.declaration().figureDataFor(), "figure_data_for", entry.place(), files);
        return entry.declaration().toBuilder().file(file).figureDataFor(figure).build();
    }

    private static @Nullable String known(@Nullable String written, String key, Place place, Set<String> files)
            throws DeclarationException {
        if (written == null || files.contains(written)) {
            return written;
        }
        String name = written.startsWith("./") ? written.substring(2) : written.replace('\\', '/');
        if (files.contains(name)) {
            return name;
        }
        if (HandedIn.isKept(name)) {
            throw place.error("%s is never released, so it cannot be listed in `outputs`; remove the entry."
                    .formatted(Quoted.of(written)));
        }
        String advice = Nearest.of(name, files)
                .map(near -> "Did you mean " + Quoted.of(near) + "?")
                .orElse("Add the file, or remove the entry; names are relative to the folder that is checked.");
        throw place.error(
                "`%s` names %s, but no such file was handed in. %s".formatted(key, Quoted.of(written), advice));
    }

    private static Subject subject(Declaration output) {
        String sheet = output.sheet();
        String range = output.range();
        return new Subject(
                String.valueOf(output.file()),
                sheet == null ? null : sheet.toLowerCase(Locale.ROOT),
                range == null ? Optional.empty() : DeclaredRange.parse(range),
                output.figureDataFor());
    }
}
