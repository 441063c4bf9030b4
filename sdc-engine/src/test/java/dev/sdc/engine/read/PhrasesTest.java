package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void phrasesAreToldApartByTheirPlaces() {
        Phrases phrases = Phrases.of(List.of("log likelihood", "likelihood", "chi2", "r²"));

        assertThat(phrases.in("Log Likelihood = -1.5").stream()).containsExactly(0, 1);
        assertThat(phrases.in("R² 0.5, Prob > CHI2").stream()).containsExactly(2, 3);
        assertThat(phrases.in("log like, r2").isEmpty()).isTrue();
    }

    @Test
    void aThingIsFoundByAnyOfItsPhrases() {
        Phrases phrases = new Phrases(List.of(List.of("cox regr.", "coxph("), List.of("lm("), List.of("")));

        assertThat(phrases.in("coxph(formula = Surv(time, died) ~ x)").stream()).containsExactly(0, 2);
        assertThat(phrases.in("glm(y ~ x)").stream()).containsExactly(1, 2);
        assertThat(phrases.in("").stream()).containsExactly(2);
    }

    @Test
    void whiteSpaceMayMakeNoDifference() {
        Phrases phrases = Phrases.anyhowSpaced(List.of("number of obs = ", "n=", "= ("));

        assertThat(phrases.in("Number of  obs\t= 12").stream()).containsExactly(0);
        assertThat(phrases.in("n = (3)").stream()).containsExactly(1, 2);
        assertThat(phrases.in("number of_obs=").isEmpty()).isTrue();
        assertThat(phrases.anyIn("obs  =")).isFalse();
    }

    @Property
    void whateverStandsInATextIsFound(
            @ForAll @Size(max = 8) List<@StringLength(max = 4) @CharRange(from = 'a', to = 'c') String> phrases,
            @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'd') String text) {
        Phrases all = Phrases.of(phrases);

        for (int i = 0; i < phrases.size(); i++) {
            assertThat(all.in(text).get(i)).isEqualTo(text.contains(phrases.get(i)));
        }
        assertThat(all.anyIn(text)).isEqualTo(phrases.stream().anyMatch(text::contains));
    }
}
