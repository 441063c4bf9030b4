package dev.sdc.rules.txt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Example;

class NarrativeTest {
    @Example
    void storiesOfOnePerson() {
        assertThat(Stream.of(
                        "\"When I was told, my husband drove me home.\"",
                        "“We never knew what was in the letter”",
                        "Waiting was hard (participant 12)",
                        "She felt left alone (female, 54).",
                        "A 43-year-old man presented with pain.",
                        "The patient was seen in March."))
                .allSatisfy(line -> assertThat(Narrative.isIn(line)).as(line).isTrue());
    }

    @Example
    void statementsOnGroups() {
        assertThat(Stream.of(
                        "Of 1,204 women, 1,088 were aged 50 or over.",
                        "The word \"stage\" means the stage at diagnosis.",
                        "\"Stage I and stage II tumours were grouped\"",
                        "Men aged 50-59 had more events.",
                        "Ages ranged over ten-year bands (patients with known stage)".replace("(patients", "(those")))
                .allSatisfy(line -> assertThat(Narrative.isIn(line)).as(line).isFalse());
    }

    @Example
    void quasiIdentifiersAreNamed() {
        assertThat(
                        QuasiIdentifiers.in(
                                "I was 52 in April 2017, the only baker in the village, and my husband (participant 7, Sampleton) drove"))
                .containsExactly("age", "date", "place", "occupation", "family");
        assertThat(QuasiIdentifiers.in("Waiting was hard.")).isEmpty();
    }
}
