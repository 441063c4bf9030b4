package dev.sdc.rules.shape;

import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.rule.ExaminedFile;
import java.util.List;
import java.util.regex.Pattern;

/** All that a file says, as grids and as lines. */
public final class FileText {
    /** The shapes of a drawing: coordinates, never words. */
    private static final Pattern COORDINATES =
            Pattern.compile("\\b(?:d|points|transform|viewBox)\\s*=\\s*(?:\"[^\"]*\"?|'[^']*'?)");

    private static final Pattern PATH = Pattern.compile("[MLHVCSQTAZmlhvcsqtaz0-9 .,eE+-]*[\"'/>]*");

    private FileText() {}

    /** The grids of a file, hidden sheets included; those of a text included. */
    public static List<Grid> grids(ExaminedFile file) {
        return file.reading().grids();
    }

    /** The lines of a text; of a drawing without its coordinates. Line and place stay where they are. */
    public static List<String> lines(ExaminedFile file) {
        List<String> lines = file.reading().lines();
        return file.file().claimed() == MediaType.SVG
                ? lines.stream().map(FileText::words).toList()
                : lines;
    }

    private static String words(String line) {
        return PATH.matcher(line).matches()
                ? ""
                : COORDINATES
                        .matcher(line)
                        .replaceAll(found -> " ".repeat(found.group().length()));
    }
}
