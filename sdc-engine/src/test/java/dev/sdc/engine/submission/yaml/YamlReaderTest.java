package dev.sdc.engine.submission.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.submission.DeclarationException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void scalarsKeepTheirText() throws DeclarationException {
        YamlMap map = read("id: 014\ndate: 2026-03-31\nquoted: \"1\"\nempty:\ntilde: ~\nnull: x\n2019: y\n")
                .map();
        assertThat(map.text("id")).isEqualTo("014");
        assertThat(map.text("date")).isEqualTo("2026-03-31");
        assertThat(map.count("quoted")).isEqualTo(1);
        assertThat(map.get("empty")).isNull();
        assertThat(map.get("tilde")).isNull();
        assertThat(map.text("null")).isEqualTo("x");
        assertThat(map.text("2019")).isEqualTo("y");
        assertThat(map.text("absent")).isNull();
    }

    @Test
    void jsonIsYaml() throws DeclarationException {
        YamlMap map = read("{\"a\": [1, 2.50, \"x: y\"], \"b\": {\"c\": true}}").map();
        assertThat(map.entries().get("a").list().items()).hasSize(3);
        assertThat(map.map("b").truth("c")).isTrue();
    }

    @Test
    void placesCountLinesAndCharactersFromOne() throws DeclarationException {
        YamlMap map = read("\uFEFFa: 1\nb:\n  \"🎗\": [x,  y]\n").map();
        assertThat(map.placeOf("a")).extracting(Place::line, Place::column).containsExactly(1, 1);
        Place second = map.map("b").items("🎗").get(1).place();
        assertThat(second).extracting(Place::line, Place::column).containsExactly(3, 13);
        assertThat(second.subject()).isEqualTo("`b.🎗.2`");
    }

    @Test
    void aDuplicateKeyIsRefused() {
        refused("a: 1\nb: 2\na: 3\n", "f.yaml, line 3, column 1: the key `a` stands twice, first in line 1");
        refused("{\"a\": 1, 'a': 3}", "line 1, column 10: the key `a` stands twice");
    }

    @Test
    void whatIsNotOneDocumentOfPlainValuesIsRefused() {
        refused("a: &x 1\nb: *x\n", "line 1, column 4: anchors (&) and aliases (*) are not accepted");
        refused("a: *x\n", "line 1, column 4: anchors (&) and aliases (*) are not accepted");
        refused("a: !!binary aGk=\n", "line 1, column 4: tags (!) are not accepted");
        refused("a: !x [1]\n", "line 1, column 4: tags (!) are not accepted");
        refused("? [a]\n: b\n", "a key must be plain text");
        refused("a: 1\n---\nb: 2\n", "line 2, column 1: a second document begins here");
        refused("a: [1\nb: 2\n", "line 2, column");
        refused("a: 1\n  b: 2\n", "line 2, column 4: this is not valid YAML");
        refused("a: x\u0007y\n", "line 1, column 5: the character U+0007 may not stand in YAML");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> YamlReader.read("f.yaml", new byte[] {'a', ':', ' ', (byte) 0xE4}))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> YamlReader.read("f.yaml", new byte[YamlReader.MOST_BYTES + 1]))
                .hasMessageContaining("at most");
    }

    @Test
    void anEmptyFileIsNothing() throws DeclarationException {
        for (String text : new String[] {"", "# nothing\n", "---\n", "---\n...\n"}) {
            assertThat(read(text))
                    .isInstanceOfSatisfying(
                            YamlScalar.class,
                            scalar -> assertThat(scalar.isNull()).isTrue());
        }
    }

    @Test
    void depthIsLimitedBeforeItCostsStack() {
        refused("[".repeat(200_000), "nested more than 32 levels");
        refused("{a: ".repeat(200_000), "nested more than 32 levels");
        refused("- ".repeat(100_000) + "x", "nested more than 32 levels");
    }

    @Test
    void joinedLabelsCannotMultiplyTheFile() throws DeclarationException {
        String longKey = "k".repeat(100_000);
        StringBuilder text = new StringBuilder("? " + longKey + "\n: {");
        for (int i = 0; i < 1000; i++) {
            text.append('a').append(i).append(": 1, ");
        }
        YamlMap map = read(text.append("z: 1}\n").toString()).map();
        assertThatThrownBy(
                        () -> map.flat(nested -> false, value -> value.scalar().count()))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("too long to be joined");
    }

    @Test
    void nestedMapsAreFlattened() throws DeclarationException {
        Map<String, Long> flat = read("80+: {Surgery: 12, Other: {a: 3}}\n\"80+ / Surgery2\": 4\n")
                .map()
                .flat(nested -> false, value -> value.scalar().count());
        assertThat(flat)
                .containsExactly(
                        Map.entry("80+ / Surgery", 12L),
                        Map.entry("80+ / Other / a", 3L),
                        Map.entry("80+ / Surgery2", 4L));
        YamlMap twice = read("a: {b: 1}\n\"a / b\": 2\n").map();
        assertThatThrownBy(() ->
                        twice.flat(nested -> false, value -> value.scalar().count()))
                .hasMessageContaining("line 2, column 1: `a / b` is given twice");
    }

    @Test
    void numbersAreExactAndBounded() throws DeclarationException {
        YamlMap map = read("a: 1e3\nb: 0.1\nc: 1,234\nd: 1e999\ne: 2.5\nf: -1\ng: 99999999999999999999\n")
                .map();
        assertThat(map.count("a")).isEqualTo(1000);
        assertThat(map.entries().get("b").scalar().number()).isEqualByComparingTo("0.1");
        for (String key : new String[] {"c", "d", "e", "f", "g"}) {
            assertThatThrownBy(() -> map.count(key))
                    .isInstanceOf(DeclarationException.class)
                    .hasMessageContaining("`" + key + "` must be");
        }
    }

    @Property(tries = 500)
    void noTextMakesAnythingButAValueOrADeclarationException(
            @ForAll @StringLength(max = 60) @CharRange(from = '\u0000', to = '\u00FF') String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void noBytesMakeAnythingButAValueOrADeclarationException(@ForAll @Size(max = 40) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 1000)
    void noStructureMakesAnythingButAValueOrADeclarationException(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({
                        '[', ']', '{', '}', ':', ' ', '\n', '-', '?', ',', '"', '\'', '&', '*', '!', '|', '>', '#', '%',
                        'a', '1', '.', '\t', '@', '`', '~'
                    })
                    String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(YamlReader.read("f.yaml", bytes).prose()).isNotNull();
        } catch (DeclarationException e) {
            assertThat(e).hasMessageMatching("(?s)f\\.yaml, line \\d+, column \\d+: .+");
        }
    }

    private static YamlValue read(String text) throws DeclarationException {
        return YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining(message);
    }
}
