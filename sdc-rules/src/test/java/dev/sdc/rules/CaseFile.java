package dev.sdc.rules;

import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.Nearest;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlReader;
import dev.sdc.engine.submission.yaml.YamlValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code case.yaml}; what is wrong in it is told with line, column and what to do. */
final class CaseFile {
    private static final Set<String> KEYS = Set.of(
            "kind", "about", "profile", "expect", "applies", "rests_on", "tested", "decides", "leaves", "any_order");
    private static final Set<String> KEYS_OF_FINDING = Set.of("level", "at", "says", "asks", "related");
    private static final Map<String, RuleCase.Kind> KINDS =
            Arrays.stream(RuleCase.Kind.values()).collect(Collectors.toMap(CaseFile::word, Function.identity()));
    private static final Map<String, Level> LEVELS =
            Arrays.stream(Level.values()).collect(Collectors.toMap(Level::name, Function.identity()));

    /** A cell or a range, of a sheet or not; a place in a text; a pointer into JSON. */
    private static final Pattern PLACE =
            Pattern.compile("(?:.+!)?[A-Z]+[1-9]\\d*(?::[A-Z]+[1-9]\\d*)?|@\\d+:\\d+(?:-\\d+:\\d+)?|/.*");

    private CaseFile() {}

    static RuleCase read(String rule, Path folder) throws IOException, DeclarationException {
        Path file = folder.resolve("case.yaml");
        YamlMap yaml =
                YamlReader.read(shown(file), Files.readAllBytes(file)).map().only(KEYS);
        required(yaml, "kind");
        RuleCase.Kind kind = yaml.choice("kind", KINDS);
        List<String> files = files(folder.resolve("submission"));
        if (files.isEmpty()) {
            throw yaml.place().error("no file stands in `submission/` beside it: put there what the analyst hands in.");
        }
        List<RuleCase.Expected> expect = new ArrayList<>();
        for (YamlValue each : required(yaml, "expect").list().items()) {
            expect.add(expected(each.map().only(KEYS_OF_FINDING), kind, files));
        }
        if (kind == RuleCase.Kind.FAILING && expect.isEmpty()) {
            throw yaml.placeOf("expect").error("a failing case expects a finding: name it, or say `kind: passing`.");
        }
        return new RuleCase(
                folder,
                rule,
                kind,
                about(yaml),
                yaml.text("profile"),
                List.copyOf(expect),
                !Boolean.FALSE.equals(yaml.truth("applies")),
                texts(yaml, "rests_on"),
                yaml.text("tested"),
                texts(yaml, "decides"),
                texts(yaml, "leaves"),
                Boolean.TRUE.equals(yaml.truth("any_order")));
    }

    /** As seen from the top of the checkout, where a person stands. */
    static String shown(Path file) {
        Path path = file.normalize();
        return (path.startsWith("..") ? path.subpath(1, path.getNameCount()) : path).toString();
    }

    private static String about(YamlMap yaml) throws DeclarationException {
        String about = required(yaml, "about").scalar().text();
        if (about.startsWith("TODO")) {
            throw yaml.placeOf("about").error("say in a sentence what stands in the files, and what follows from it.");
        }
        return about;
    }

    private static RuleCase.Expected expected(YamlMap yaml, RuleCase.Kind kind, List<String> files)
            throws DeclarationException {
        required(yaml, "level");
        Level level = yaml.choice("level", LEVELS);
        if (kind == RuleCase.Kind.PASSING && level != Level.NOTE) {
            throw yaml.placeOf("level")
                    .error("a passing case expects no %s: say `kind: failing`, or leave this finding out."
                            .formatted(level));
        }
        return new RuleCase.Expected(
                level,
                address(yaml, files),
                yaml.text("says"),
                yaml.text("asks"),
                yaml.get("related") == null ? null : texts(yaml, "related"));
    }

    /** A file of the submission, or a place in one. */
    private static String address(YamlMap yaml, List<String> files) throws DeclarationException {
        String at = required(yaml, "at").scalar().text();
        List<String> places = files.stream()
                .filter(file -> at.startsWith(file + "!"))
                .map(file -> at.substring(file.length() + 1))
                .toList();
        if (places.isEmpty() && !files.contains(at)) {
            int mark = at.indexOf('!');
            String named = mark < 0 ? at : at.substring(0, mark);
            String near = Nearest.of(named, files).orElse(files.get(0));
            String cell = "!" + at.substring(mark + 1);
            throw yaml.placeOf("at")
                    .error(
                            "`%s` does not begin with a file of `submission/` (%s): write the file, `!` and the cell, as in `%s%s`."
                                    .formatted(at, String.join(", ", files), near, cell));
        }
        if (!places.isEmpty()
                && places.stream().noneMatch(place -> PLACE.matcher(place).matches())) {
            throw yaml.placeOf("at")
                    .error(
                            "`%s` is no cell: capital letters first, then the row, as in `B4`; a range is `B4:B9`, a place in a text `@line:column`."
                                    .formatted(places.get(0)));
        }
        return at;
    }

    /** The files of a folder by their paths in it, in order; none where there is no folder. */
    private static List<String> files(Path submission) throws IOException {
        if (!Files.isDirectory(submission)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(submission)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> submission.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }

    private static YamlValue required(YamlMap yaml, String key) throws DeclarationException {
        YamlValue value = yaml.get(key);
        if (value == null) {
            throw yaml.place().error("the key `" + key + "` is missing");
        }
        return value;
    }

    private static List<String> texts(YamlMap yaml, String key) throws DeclarationException {
        YamlValue value = yaml.get(key);
        return value == null ? List.of() : value.list().texts();
    }

    private static String word(RuleCase.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
