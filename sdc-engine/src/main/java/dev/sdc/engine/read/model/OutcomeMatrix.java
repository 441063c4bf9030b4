package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a model with several outcomes, as R prints them: a row for each outcome under the names of the terms.
 *
 * @param rows a row with one figure for each outcome and term
 * @param next the line after the last, from 0
 */
record OutcomeMatrix(List<Row> rows, int next) {
    private static final int MOST_OUTCOMES = 100;

    /** The matrix whose terms stand in a line, counted from 0; null where there is none. */
    static @Nullable OutcomeMatrix at(List<String> lines, int at) {
        if (lines.get(at).length() > PrintReader.LONGEST_LINE) {
            return null;
        }
        List<Token> terms = Token.of(lines.get(at));
        List<Row> rows = new ArrayList<>();
        int line = at + 1;
        while (line < lines.size() && line <= at + MOST_OUTCOMES && add(lines.get(line), line, terms, rows)) {
            line++;
        }
        return rows.isEmpty() || terms.size() < 2 ? null : new OutcomeMatrix(List.copyOf(rows), line);
    }

    /** Adds the figures of an outcome, each under the end of its term; false where the line is none. */
    private static boolean add(String line, int number, List<Token> terms, List<Row> rows) {
        List<Token> words = line.length() > PrintReader.LONGEST_LINE ? List.of() : Token.of(line);
        int first = words.size() - terms.size();
        if (first < 1 || words.get(0).start() > 0) {
            return false;
        }
        String outcome = line.substring(0, words.get(first - 1).end());
        List<Row> found = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Token word = words.get(first + i);
            Figure figure = Numerals.figure(word.text(), number + 1, word.start() + 1);
            if (word.end() != terms.get(i).end() || (figure == null && !Numerals.isMissing(word.text()))) {
                return false;
            }
            List<@Nullable Figure> one = new ArrayList<>();
            one.add(figure);
            found.add(new Row(
                    outcome + ": " + terms.get(i).text(),
                    new Place(number + 1, word.start() + 1),
                    figure == null ? Row.State.OMITTED : Row.State.ESTIMATED,
                    Collections.unmodifiableList(one)));
        }
        return rows.addAll(found);
    }
}
