package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Sentences are parted by their marks, and words are found in them through markup. */
class SentenceTest {
    @Test
    void marksEndSentencesButNotDecimalsNorWhatStandsInBrackets() {
        assertThat(sentences("The mean was 4.5 (SD 2.1; n = 12). It fell; nobody knows why! End"))
                .extracting(Sentence::text)
                .containsExactly("The mean was 4.5 (SD 2.1; n = 12).", " It fell;", " nobody knows why!", " End");
    }

    @Test
    void aSentenceWithoutEndIsPartedBetweenWords() {
        String words = "three women and ".repeat(1_000);

        List<Sentence> parts = sentences(words + "x".repeat(12_000));

        assertThat(parts).hasSizeGreaterThan(4).allMatch(part -> part.text().length() <= 5_001);
        assertThat(String.join("", parts.stream().map(Sentence::text).toList())).isEqualTo(words + "x".repeat(12_000));
        assertThat(parts.get(0).text()).endsWith(" ");
        assertThat(parts.get(1).address(0))
                .isEqualTo("@1:" + (parts.get(0).text().length() + 1));
    }

    @Test
    void knowsWhatStandsBesideIt() {
        assertThat(sentences("One. Two. Three.").get(1).around()).containsExactly(" Two.", "One.", " Three.");
    }

    @Test
    void theLineAboveStandsBeforeIt() {
        List<Sentence> lines = sentences("Population: 212,400", "Rate: 2.4", "", "Rate: 3.1");
        assertThat(lines).extracting(Sentence::before).containsExactly("", "Population: 212,400", "");
    }

    @Test
    void aBlankOfAPatternIsAnyGapAndMarkup() {
        Sentence sentence = sentences("in the **16** patients").get(0);
        assertThat(Sentence.pattern("THE 16 patients").matcher(sentence.text()).find())
                .isTrue();
        assertThat(Sentence.pattern("the ?16 ?patients!?")
                        .matcher("the16patients")
                        .find())
                .isTrue();
        assertThat(sentence.words(0, sentence.text().length())).isEqualTo("in the 16 patients");
        assertThat(sentence.address(sentence.text().indexOf("16"))).isEqualTo("@1:10");
    }

    @Test
    void numbersAreReadAsTheSentenceWritesThem() {
        assertThat(sentences("2.4 of 212,400").get(0).number("212,400")).hasToString("Optional[212400]");
        assertThat(sentences("2,4 von 212.400").get(0).number("212.400")).hasToString("Optional[212400]");
        assertThat(sentences("4 je 100.000").get(0).number("100.000")).hasToString("Optional[100000]");
        assertThat(sentences("a mean of 1.234").get(0).number("1.234")).hasToString("Optional[1.234]");
    }

    @Property(tries = 300)
    void everyCharacterBelongsToOneSentence(@ForAll String line) {
        String text = line.replace('\n', ' ').replace('\r', ' ');
        StringBuilder all = new StringBuilder();
        sentences(text).forEach(sentence -> all.append(sentence.text()));
        assertThat(all).hasSize(text.isBlank() ? 0 : text.length());
    }

    private static List<Sentence> sentences(String... lines) {
        List<String> all = List.of(lines);
        return new Prose("p", "f.txt", OutputType.TEXT, false, Declaration.NONE, null, all, all, List.of()).sentences();
    }
}
