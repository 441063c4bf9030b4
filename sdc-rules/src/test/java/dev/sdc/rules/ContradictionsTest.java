package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {
    private static final String PAGE = """
            # DOT-001 Means below 2.5

            ## What it finds

            Any mean below 2.5, in any table, but none of more than a hundred.

            ## The test

            For every mean x of the table, those of totals
            included: breach if x < 2.5. Totals of 2 pass.

            ## Passes

            2.5 is the limit itself.
            """;

    @TempDir
    Path folder;

    private final List<RuleCase> cases = new ArrayList<>();

    @BeforeEach
    void writeCases() throws Exception {
        write("failing", "2.4", "5", "[{level: FAIL, at: \"t1.csv!B2\"}]");
        write("boundary", "2.5", "2.49", "[{level: FAIL, at: \"t1.csv!B3\"}]");
        write("passing", "2.5", "2.51", "[]");
    }

    @Test
    void nothingIsSaidOfAPageThatAgrees() throws Exception {
        assertThat(on(PAGE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x < 2.5.      | x > 2.5.       | failing expects a finding at t1.csv!B2, which is 2.4: mend",
                "x < 2.5.      | x > 2.5.       | failing expects none at t1.csv!B3, which is 5: mend",
                "x < 2.5.      | x <= 2.5.      | boundary expects none at t1.csv!B2, which is 2.5: mend",
                "x < 2.5.      | x < 2.48.      | boundary expects a finding at t1.csv!B3, which is 2.49: mend",
                "x < 2.5.      | x < 3.         | boundary expects none at t1.csv!B2, which is 2.5: mend",
                "x < 2.5.      | x < `min_sum`. | ",
                "breach        | review         | says \"review\", which is a REVIEW, but the cases expect FAIL only",
                "Means below   | Means above    | the title says \"above\", but \"The test\" says \"x < 2.5\"",
                "Means below 2 | Means below 3  | the title says 3.5, but",
                "mean below 2.5 | mean below 3  | \"What it finds\" says 3, but",
                "mean below    | mean above     | \"What it finds\" says \"above\", but",
                "but none of more than a hundred | so none above a hundred | ",
                "2.5 is the limit itself | 2 is the limit itself | \"Passes\" says that 2 is the limit itself, but",
            })
    void whatContradictsTheTestIsTold(String words, String others, String told) throws Exception {
        List<String> said = on(PAGE.replace(words, others).replace("more than a hundred", "a hundred"));

        if (told == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said)
                    .anySatisfy(each -> assertThat(each)
                            .startsWith("docs/rules/DOT-001.md: ")
                            .contains(told)
                            .contains(": mend the "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For every mean let x be its patients: breach if x > 9.",
                "For every mean whose base x is printed: breach if x > 9.",
                "For every mean x of the table: breach if x > 9, told at the row.",
                "For every mean x of the table: breach if x > 9 - 4.",
                "For every mean x of the table: a note if x > 9."
            })
    void aTestOfAnotherFormIsLeftAlone(String sentence) throws Exception {
        assertThat(on(PAGE.replaceAll("For every[^.]*.5\\.", sentence))).isEmpty();
    }

    @Test
    void theFirstOfEachGroupIsNotEveryNumber() throws Exception {
        assertThat(on(PAGE.replace("mean x of the table", "group the first mean x")
                        .replace("2.5", "2.51")))
                .isEmpty();
    }

    private List<String> on(String page) throws Exception {
        return Contradictions.on(RulePage.parse(page), cases);
    }

    private void write(String kind, String first, String second, String expect) throws Exception {
        Path made = folder.resolve(kind);
        Files.createDirectories(made.resolve("submission"));
        Files.writeString(
                made.resolve("submission/submission.yaml"),
                "schema: sdc-submission/1\ndefaults: {unit: patient, columns: {mean: mean}}\n");
        Files.writeString(
                made.resolve("submission/t1.csv"), "area,mean\nNorth,%s\nSouth,%s\n".formatted(first, second));
        Files.writeString(
                made.resolve("case.yaml"), "kind: %s\nabout: Two means.\nexpect: %s\n".formatted(kind, expect));
        cases.add(RuleCase.read("DOT-001", made));
    }
}
