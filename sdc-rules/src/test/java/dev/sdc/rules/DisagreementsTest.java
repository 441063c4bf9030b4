package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.SdcRule;
import dev.sdc.rules.freq.SmallCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told where a class and its page disagree: every disagreement at once, each with its file. */
class DisagreementsTest {
    private static final SdcRule RULE = SmallCount.class.getAnnotation(SdcRule.class);
    private static final String PAGE = RulePage.of("FREQ-001").orElseThrow().text();

    @Test
    void nothingIsToldOfAPageThatAgrees() {
        assertThat(told(PAGE)).isEmpty();
    }

    @Test
    void anotherTitleAndOtherParametersAreToldTogether() {
        assertThat(told(PAGE.replace("# FREQ-001 Small count", "# FREQ-001 Small counts")
                        .replace("Parameters: `min_count`,", "Parameters:")))
                .containsExactly(
                        "docs/rules/FREQ-001.md: the first line must be \"# FREQ-001 Small count\", as in the annotation",
                        "docs/rules/FREQ-001.md: write a line \"Parameters: `min_count`, `national_exempt`,"
                                + " `midpoint6_suffix`\" below \"## The test\", as in the annotation");
    }

    @Test
    void aHeadingThatIsMissingIsNamedAndOneTooManyToo() {
        assertThat(told(PAGE.replace("## Source", "## Sources")))
                .containsExactly(
                        "docs/rules/FREQ-001.md: the heading \"## Source\" is missing: add it",
                        "docs/rules/FREQ-001.md: the heading \"## Sources\" is none of a page: take it out");
    }

    @Test
    void headingsHaveAnOrder() {
        assertThat(told(PAGE.replace("## Fails", "## F")
                        .replace("## Passes", "## Fails")
                        .replace("## F\n", "## Passes\n")))
                .singleElement()
                .asString()
                .contains("the headings must stand in this order: What it finds, Why it discloses");
    }

    @Test
    void hintsAndBlanksAreToldByTheirHeading() {
        assertThat(told(PAGE.replaceFirst("(?s)## What it finds.*?## Why", "## What it finds\n\n## Why")
                        .replace("## Source\n", "## Source\n\nTODO: where it is from\n")))
                .containsExactly(
                        "docs/rules/FREQ-001.md: nothing stands under \"What it finds\": write it",
                        "docs/rules/FREQ-001.md: hints still stand under Source: put your words in place of each"
                                + " [TODO: …]");
    }

    @Test
    void anExampleIsATableOrAListing() {
        assertThat(told(PAGE.replaceFirst("(?s)## Passes.*?## What to do", "## Passes\n\nAll else.\n\n## What to do")))
                .containsExactly(
                        "docs/rules/FREQ-001.md: no example stands under \"Passes\": add a table, or a listing between ```");
    }

    @Test
    void aRuleWithoutCasesIsToldWhichItNeeds() {
        assertThat(RuleConformity.ofCases("NONE-001"))
                .containsExactly(
                        "testdata/rules/NONE-001 has no failing case: add one",
                        "testdata/rules/NONE-001 has no passing case: add one",
                        "testdata/rules/NONE-001 has no boundary case: add one");
    }

    private static List<String> told(String page) {
        return RuleConformity.ofPage(RULE, RulePage.parse(page));
    }
}
