package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a script into its code and the tables that somebody typed into it or pasted into its comments. */
public final class CodeDocument {
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:#+'?|//+|--+|\\*+|%+)");

    /** A command that is commented out holds one of these. */
    private static final Pattern COMMAND =
            Pattern.compile("[=;{}<>]|\\w\\(|^\\s*(?:library|import|from|use|set|end)\\b");

    private CodeDocument() {}

    /** The script in parts; the text as it is where it holds no table. */
    public static Reading of(Reading.Text text, Limits limits) {
        List<String> comments = comments(text.lines());
        List<Stretch> found = new ArrayList<>();
        for (Stretch.Finder finder : List.<Stretch.Finder>of(
                new PipeTables(null, limits), new FlatTables(null, limits), new PrintedTables(null, limits))) {
            for (Stretch stretch : finder.in(comments)) {
                found.add(stretch);
                Collections.copy(comments.subList(stretch.from(), stretch.to()), stretch.left());
            }
        }
        List<String> rest = new ArrayList<>(text.lines());
        found.forEach(stretch -> Collections.copy(rest.subList(stretch.from(), stretch.to()), stretch.left()));
        List<Stretch> typed = new DataInCode(null, limits).in(rest);
        typed.forEach(stretch -> Collections.copy(rest.subList(stretch.from(), stretch.to()), stretch.left()));
        found.addAll(typed);
        if (found.isEmpty()) {
            return text;
        }
        found.sort(Comparator.comparingInt(Stretch::from));
        List<Part> parts = new ArrayList<>(found.stream().map(Stretch::part).toList());
        parts.add(new Part.Words(null, text.lines(), List.copyOf(rest)));
        return new Reading.Document(parts, text.lines(), text.notes());
    }

    /** The words of lines that are comments, each at its place; all else is blank. */
    private static List<String> comments(List<String> lines) {
        List<String> comments = new ArrayList<>();
        for (String line : lines) {
            Matcher mark = COMMENT.matcher(line);
            boolean words = mark.lookingAt()
                    && !COMMAND.matcher(line.substring(mark.end())).find();
            comments.add(words ? " ".repeat(mark.end()) + line.substring(mark.end()) : "");
        }
        return comments;
    }
}
