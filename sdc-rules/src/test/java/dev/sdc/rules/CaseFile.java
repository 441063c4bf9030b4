package dev.sdc.rules;

import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.YamlMap;
import dev.sdc.engine.submission.yaml.YamlReader;
import dev.sdc.engine.submission.yaml.YamlValue;
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
import java.util.stream.Collectors;

/** Reads {@code case.yaml}; what is wrong in it is told with line, column and what to do. */
final class CaseFile {
    private static final Set<String> KEYS =
            Set.of("kind", "about", "profile", "expect", "applies", "rests_on", "tested", "decides", "leaves");
    private static final Set<String> KEYS_OF_FINDING = Set.of("level", "at", "says", "asks", "related");
    private static final Map<String, RuleCase.Kind> KINDS =
            Arrays.stream(RuleCase.Kind.values()).collect(Collectors.toMap(CaseFile::word, Function.identity()));
    private static final Map<String, Level> LEVELS =
            Arrays.stream(Level.values()).collect(Collectors.toMap(Level::name, Function.identity()));

    private CaseFile() {}

    static RuleCase read(String rule, Path folder) throws IOException, DeclarationException {
        Path file = folder.resolve("case.yaml");
        YamlMap yaml = YamlReader.read(file.normalize().toString(), Files.readAllBytes(file))
                .map()
                .only(KEYS);
        List<RuleCase.Expected> expect = new ArrayList<>();
        for (YamlValue each : required(yaml, "expect").list().items()) {
            expect.add(expected(each.map().only(KEYS_OF_FINDING)));
        }
        required(yaml, "kind");
        return new RuleCase(
                folder,
                rule,
                yaml.choice("kind", KINDS),
                required(yaml, "about").scalar().text(),
                yaml.text("profile"),
                List.copyOf(expect),
                !Boolean.FALSE.equals(yaml.truth("applies")),
                texts(yaml, "rests_on"),
                yaml.text("tested"),
                texts(yaml, "decides"),
                texts(yaml, "leaves"));
    }

    private static RuleCase.Expected expected(YamlMap yaml) throws DeclarationException {
        required(yaml, "level");
        return new RuleCase.Expected(
                yaml.choice("level", LEVELS),
                required(yaml, "at").scalar().text(),
                yaml.text("says"),
                yaml.text("asks"),
                yaml.get("related") == null ? null : texts(yaml, "related"));
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
