package dev.sdc.rules.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels with a value beside each that together describe one person: {@code Age 61}, {@code Sex F}, {@code Stage II}. */
public final class OnePerson {
    private static final Set<String> SEX = Set.of("sex", "gender", "geschlecht", "sexe", "sexo");
    private static final Set<String> ONE_SEX = Set.of(
            "f",
            "m",
            "w",
            "female",
            "male",
            "woman",
            "man",
            "weiblich",
            "männlich",
            "frau",
            "mann",
            "femme",
            "homme",
            "mujer",
            "hombre",
            "femenino",
            "masculino",
            "féminin",
            "masculin");
    private static final Set<String> AGE = Set.of("age", "alter", "edad", "âge", "ageatdiagnosis");
    private static final Set<String> DAY = Set.of("date", "day", "datum", "fecha");
    private static final Set<String> UNKNOWN = Set.of("", "-", "na", "n/a", "all", "any", "both", "none", "yes", "no");
    private static final Set<String> VALUE =
            Set.of("value", "values", "wert", "result", "response", "answer", "val", "valeur", "valor", "reading");

    /** Values under one of these say how an analysis was made or what a variable means. */
    private static final Set<String> OF_ANALYSIS = Set.of(
            "reference",
            "baseline",
            "default",
            "coding",
            "category",
            "categories",
            "meaning",
            "description",
            "unit",
            "units",
            "type",
            "format",
            "definition",
            "criterion",
            "criteria",
            "filter",
            "setting",
            "referenz");

    /** {@code Age: 61}, {@code - **Sex** = F}. */
    private static final Pattern PAIR =
            Pattern.compile("[\\s*_#>•·-]*([\\p{L}][\\p{L}\\d ()/_-]{1,40}?)[*_\\s]*[:=][*_\\s]*(\\S[^:=]{0,40})");

    /** {@code age   61}, as a data frame prints one of its rows downwards. */
    private static final Pattern ROW = Pattern.compile("([\\p{L}_][\\p{L}\\d._]{0,40}) +(\\S{1,40}|[\\p{L} ]{1,40})");

    private static final Pattern SENTENCE_END = Pattern.compile("\\. ");
    private static final Pattern AGE_VALUE =
            Pattern.compile("\\d{1,3}(?:[.,]\\d)?(?: ?(?:years?|yrs?|y|jahre?|ans|años))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\d][\\p{L}\\d ./+-]{0,39}");

    private static final int FEWEST = 3;
    private static final int FEW_PERSONS = 5;
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST_LINE = 400;

    private OnePerson() {}

    /** Why rows of labels and values are records of persons, in a sentence; empty when they are not. */
    static Optional<String> in(Listing listing, List<ListedColumn> columns) {
        if (columns.size() < 2
                || columns.size() > MOST_COLUMNS
                || columns.stream().anyMatch(column -> Words.any(Words.of(column.header()), OF_ANALYSIS))) {
            return Optional.empty();
        }
        for (int label = 0; label < Math.min(columns.size() - 1, FEWEST); label++) {
            if (!columns.get(label).isNumeric() && holdsAttributes(columns.get(label))) {
                Optional<String> why = label == 0 ? besideLabels(columns) : Optional.empty();
                return why.isPresent() ? why : byPerson(listing, columns, label);
            }
        }
        return Optional.empty();
    }

    /** The lines of a text, from 0, in which lists of such labels and values begin. */
    public static List<Integer> in(List<String> lines) {
        List<Integer> found = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i == lines.size() || lines.get(i).length() > LONGEST_LINE ? "" : lines.get(i);
            int before = labels.size();
            Matcher row = ROW.matcher(line.strip());
            if (row.matches() && line.indexOf(':') < 0 && line.indexOf('=') < 0) {
                labels.add(row.group(1));
                values.add(row.group(2));
            }
            for (String part : SENTENCE_END.matcher(line).replaceAll(";").split("[;,|]", -1)) {
                Matcher pair = PAIR.matcher(part);
                if (pair.matches()) {
                    labels.add(pair.group(1).strip());
                    values.add(pair.group(2).strip());
                }
            }
            if (before == 0) {
                first = i;
            }
            if (labels.size() == before) {
                if (isOne(labels, values, isRowOfFrame(labels, values) ? 2 : FEWEST)) {
                    found.add(first);
                }
                labels.clear();
                values.clear();
            }
        }
        return found;
    }

    /** {@code Name: 17, dtype: object}: what stands above is the row of that number. */
    private static boolean isRowOfFrame(List<String> labels, List<String> values) {
        int name = labels.indexOf("Name");
        int type = labels.indexOf("dtype");
        return name >= 0
                && type >= 0
                && Figures.isNumber(values.get(name))
                && values.get(type).equals("object");
    }

    private static boolean holdsAttributes(ListedColumn column) {
        return column.values().stream()
                        .distinct()
                        .filter(OnePerson::isAttribute)
                        .count()
                >= 2;
    }

    private static boolean isAttribute(String label) {
        Set<String> words = Words.of(label);
        return Words.any(words, Vocabulary.of("attribute"))
                || Words.any(words, Vocabulary.of("measurement"))
                || Words.any(words, SEX)
                || Words.any(words, AGE)
                || Words.any(words, Vocabulary.of("birth"));
    }

    /** A column of values for each person beside the labels. */
    private static Optional<String> besideLabels(List<ListedColumn> columns) {
        ListedColumn labels = columns.get(0);
        for (ListedColumn values : columns.subList(1, columns.size())) {
            if (!values.named("not-a-person")
                    && labels.values().size() == values.values().size()
                    && isOne(labels.values(), values.values(), FEWEST)) {
                return Optional.of("column '" + values.header()
                        + "' has the age, a day or a measure of one person beside what else is said of that person");
            }
        }
        return Optional.empty();
    }

    /** Rows for each person that say one thing each: a key, what it is, and its value. */
    private static Optional<String> byPerson(Listing listing, List<ListedColumn> columns, int label) {
        int value = columns.size() - 1;
        for (ListedColumn column : columns) {
            if (column.index() != label && Words.any(Words.of(column.header()), VALUE)) {
                value = column.index();
            }
        }
        Map<String, List<String>> labels = new LinkedHashMap<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (ListedColumn column : columns) {
            if (column.index() != label && column.index() != value && column.named("not-a-person")) {
                return Optional.empty();
            }
        }
        for (int row = 0; row < columns.get(0).rows(); row++) {
            StringBuilder person = new StringBuilder();
            for (ListedColumn column : columns) {
                if (column.index() != label && column.index() != value) {
                    person.append(listing.cell(row, column.index())).append('\n');
                }
            }
            String text = listing.cell(row, value);
            if (!text.isEmpty()) {
                labels.computeIfAbsent(person.toString(), key -> new ArrayList<>())
                        .add(listing.cell(row, label));
                values.computeIfAbsent(person.toString(), key -> new ArrayList<>())
                        .add(text);
            }
        }
        long whole = labels.keySet().stream()
                .filter(person ->
                        isOne(labels.getOrDefault(person, List.of()), values.getOrDefault(person, List.of()), FEWEST))
                .count();
        long partly = labels.keySet().stream()
                .filter(person ->
                        isOne(labels.getOrDefault(person, List.of()), values.getOrDefault(person, List.of()), 2))
                .count();
        return whole > 0 || partly > FEW_PERSONS
                ? Optional.of("rows with a label and a value each tell the age, a day or a measure of one person beside"
                        + " what else is said of that person")
                : Optional.empty();
    }

    /** Whether so many attributes of one person are told, an exact one and one in words among them. */
    private static boolean isOne(List<String> labels, List<String> values, int fewest) {
        int told = 0;
        boolean exact = false;
        boolean inWords = false;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            Set<String> words = Words.of(labels.get(i));
            String value = values.get(i).strip();
            if (!seen.add(labels.get(i)) || isOfGroup(words, value)) {
                return false;
            }
            switch (kind(words, value)) {
                case EXACT -> {
                    told++;
                    exact = true;
                }
                case WORD -> {
                    told++;
                    inWords = true;
                }
                case OTHER -> {}
            }
        }
        return told >= fewest && exact && inWords;
    }

    /** A person has few of what is counted, and a number of each person is no count. */
    private static boolean isOfGroup(Set<String> words, String value) {
        boolean counts = Words.any(words, Vocabulary.of("count")) && !words.contains("number");
        return Words.any(words, Vocabulary.of("aggregate")) || (counts && value.length() > 1);
    }

    private enum Kind {
        EXACT,
        WORD,
        OTHER
    }

    private static Kind kind(Set<String> words, String value) {
        String small = value.toLowerCase(Locale.ROOT);
        if (UNKNOWN.contains(small)) {
            return Kind.OTHER;
        }
        if (Words.any(words, SEX)) {
            return ONE_SEX.contains(small) ? Kind.WORD : Kind.OTHER;
        }
        if (Words.any(words, AGE)) {
            return AGE_VALUE.matcher(value).matches() ? Kind.EXACT : Kind.OTHER;
        }
        boolean attribute = Words.any(words, Vocabulary.of("attribute")) || Words.any(words, Vocabulary.of("birth"));
        if (DayDate.of(value).isPresent()) {
            return attribute || Words.any(words, DAY) ? Kind.EXACT : Kind.OTHER;
        }
        if (Words.any(words, Vocabulary.of("measurement"))) {
            return Figures.isNumber(value) ? Kind.EXACT : Kind.OTHER;
        }
        return attribute && WORDS.matcher(value).matches() && !isFigure(value) ? Kind.WORD : Kind.OTHER;
    }

    /** A grade may be a digit; what is longer is a figure. */
    private static boolean isFigure(String value) {
        return Figures.isNumber(value) && value.length() > 1;
    }
}
