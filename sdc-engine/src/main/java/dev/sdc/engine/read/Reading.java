package dev.sdc.engine.read;

import java.util.ArrayList;
import java.util.List;

/** What a reader made of a file. */
public sealed interface Reading {
    /** The grids that were read, in the file's order. */
    default List<Grid> grids() {
        return List.of();
    }

    /** The lines of a text, tables and all. */
    default List<String> lines() {
        return List.of();
    }

    /** What a person should know of the reading. */
    default List<Note> notes() {
        return List.of();
    }

    /** The same with further remarks. */
    default Reading with(List<Note> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Note> all = new ArrayList<>(notes());
        all.addAll(more);
        List<Note> notes = List.copyOf(all);
        if (this instanceof Grids it) {
            return new Grids(it.grids, notes, it.alternatives);
        } else if (this instanceof Text it) {
            return new Text(it.lines, notes);
        } else if (this instanceof Document it) {
            return new Document(it.parts, it.lines, notes);
        } else if (this instanceof NotUnderstood it) {
            return new NotUnderstood(it.why, notes);
        }
        return this; // what cannot be read fails, whatever else is to be said of it
    }

    /**
     * The file holds grids of cells.
     *
     * @param grids one for each sheet, in the file's order
     * @param notes what a person should know of the reading (the dialect found, limits met), in the file's order
     * @param alternatives other readings that fit as well (such as a decimal comma that may be a thousands separator);
     *     each is checked too
     */
    record Grids(List<Grid> grids, List<Note> notes, List<Grids> alternatives) implements Reading {}

    /** The file holds running text. */
    record Text(List<String> lines, List<Note> notes) implements Reading {}

    /**
     * The file is a text that holds more than running text.
     *
     * @param parts what it holds; running text comes last
     * @param lines the whole text
     */
    record Document(List<Part> parts, List<String> lines, List<Note> notes) implements Reading {
        @Override
        public List<Grid> grids() {
            return parts.stream()
                    .filter(Part.TableIn.class::isInstance)
                    .map(part -> ((Part.TableIn) part).grid())
                    .toList();
        }
    }

    /** The file could be opened, but what it holds is not understood. */
    record NotUnderstood(String why, List<Note> notes) implements Reading {
        /** Without any remark. */
        public NotUnderstood(String why) {
            this(why, List.of());
        }
    }

    /** The file could not be read (truncated, encrypted, past a limit): a hard failure. */
    record Unreadable(String why) implements Reading {}

    /**
     * A remark on the reading.
     *
     * @param kind what it is about
     * @param where an address in the file, or empty for the whole file
     * @param text a sentence for people
     */
    record Note(Kind kind, String where, String text) {
        /** What a note is about. */
        public enum Kind {
            /** How the file is written: delimiter, decimal mark, encoding. */
            DIALECT,
            /** Something a reader of the screen does not see, and that holds data. */
            HIDDEN_DATA,
            /** Something a reader of the screen does not see, without data as far as can be told. */
            HIDDEN,
            /** Something active: a macro, a formula with external calls. */
            ACTIVE,
            /** Something that was not understood. */
            NOT_UNDERSTOOD
        }
    }
}
