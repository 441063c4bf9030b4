package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outputs of a check by their ids, for showing what a finding speaks of. */
final class Outputs {
    private final Map<String, Output> byId = new HashMap<>();
    private final Map<String, List<Table>> byFile = new HashMap<>();
    private final Map<String, Prose> texts = new HashMap<>();
    private final Map<String, TablePlaces> places = new HashMap<>();

    /** A cell of a table that can be drawn. */
    record Spot(Table table, Address cell) {}

    /** A line of a text, counted from 1. */
    record Line(Prose prose, int number) {}

    Outputs(List<ExaminedFile> files) {
        for (ExaminedFile file : files) {
            for (Output output : file.outputs()) {
                byId.put(output.id(), output);
                if (output instanceof Table table) {
                    byFile.computeIfAbsent(output.file(), f -> new ArrayList<>())
                            .add(table);
                } else if (output instanceof Prose prose) {
                    texts.putIfAbsent(prose.place() == null ? prose.file() : prose.file() + "!" + prose.place(), prose);
                }
            }
        }
    }

    @Nullable
    Output of(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The cell at a place, {@code file!cell}; empty where no table of these files has it. */
    Optional<Spot> at(String place) {
        for (int mark = place.indexOf('!'); mark >= 0; mark = place.indexOf('!', mark + 1)) {
            for (Table table : byFile.getOrDefault(place.substring(0, mark), List.of())) {
                TablePlaces known = places(table);
                Address range = known.range();
                Address cell = known.find(place.substring(mark + 1));
                if (range != null && cell != null && cell.isCell() && range.contains(cell)) {
                    return Optional.of(new Spot(table, cell));
                }
            }
        }
        return Optional.empty();
    }

    /** The line at a place, {@code file!@line:column}; empty where no text of these files has it. */
    Optional<Line> lineAt(String place) {
        int mark = place.lastIndexOf('!');
        Prose prose = mark < 0 ? null : texts.get(place.substring(0, mark));
        return prose == null
                ? Optional.empty()
                : LinePlace.in(prose.lines(), place.substring(mark + 1)).map(at -> new Line(prose, at.line()));
    }

    /** The cells of a table; null where it cannot be drawn. */
    @Nullable
    Address range(Table table) {
        return places(table).range();
    }

    private TablePlaces places(Table table) {
        return places.computeIfAbsent(table.id(), id -> TablePlaces.of(table));
    }
}
