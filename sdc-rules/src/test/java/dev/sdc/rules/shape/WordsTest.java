package dev.sdc.rules.shape;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

class WordsTest {
    @Example
    void headersAreSplitIntoWords() {
        assertThat(Words.of("patientId")).containsExactly("patient", "id");
        assertThat(Words.of("NHS number (new)")).containsExactly("nhs", "number", "new");
        assertThat(Words.of("date_of.birth")).containsExactly("date", "of", "birth");
        assertThat(Words.of("PSA")).containsExactly("psa");
        assertThat(Words.of("")).isEmpty();
    }

    @Example
    void aListHoldsItsWordsAndNoneOfTheTextAroundIt() {
        assertThat(Vocabulary.of("aggregate"))
                .contains("mean", "correlation")
                .doesNotContain("what", "a", "of", "record.");
        assertThat(Vocabulary.of("organisation")).doesNotContain("when");
    }
}
