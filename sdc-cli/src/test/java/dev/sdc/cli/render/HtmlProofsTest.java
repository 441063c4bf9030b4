package dev.sdc.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.Examination;
import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Redaction;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.Submission;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlProofsTest {
    private static final Pattern MARKED = Pattern.compile("term [A-Z_]+\">.*?</t[dh]>");

    @Test
    void cells_are_marked_in_the_tables_that_a_sum_goes_through() {
        String page = HtmlReport.of(Sample.rendering(Sample.proven(3)));

        assertThat(marked(page)).containsExactly("taken off 42", "follows &lt;10", "added 79", "taken off 7");
        assertThat(page).contains("<bdi>a.csv</bdi>", "<bdi>b.csv</bdi>", "79 less 42 and 7");
    }

    @Test
    void a_table_that_is_not_in_the_report_is_named() {
        assertThat(HtmlReport.of(Sample.rendering(Sample.proven(3)))).contains("<bdi>released:R1/t.csv</bdi>: + B4");
    }

    @Test
    void of_a_large_sum_the_cell_that_follows_is_drawn_whatever_is_left_out() {
        String page = HtmlReport.of(Sample.rendering(Sample.proven(400)));

        assertThat(marked(page)).contains("follows &lt;10").hasSizeLessThan(20);
        assertThat(page).contains("more cells of this sum");
    }

    @Test
    void lines_of_a_text_are_marked_too() throws Exception {
        Submission submission =
                Submission.builder().file(Sample.file("flow.txt", """
                        Of 1,204 women registered, 1,198 had a valid date.
                        Nothing else was asked for.
                        Of these, 1,190 were followed up.
                        """)).build();
        Examination read = OutputChecker.standard().examine(submission, Profiles.choose(null, List.of()));
        String page = HtmlReport.of(Sample.rendering(read));

        assertThat(page).contains("class=\"proof\"", "Lines of flow.txt");
        assertThat(page.replaceAll("<[^>]*aria-label=\"([a-z ]+)\"[^>]*>[^<]*</span>", "$1"))
                .contains("added taken off Of 1,204 women registered", "taken off Of these, 1,190");
    }

    @Test
    void nothing_is_drawn_for_the_analyst() {
        Examination proven = Sample.proven(3);
        String page = HtmlReport.of(new Rendering(Redaction.of(proven.report()), List.of(), Sample.BOOK, null));

        assertThat(page).contains("SEC-001").doesNotContain("class=\"proof\"", "79 less");
    }

    /** What is done with each marked cell, and its text. */
    private static List<String> marked(String page) {
        return MARKED.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(cell -> cell.replaceAll(".*aria-label=\"([a-z ]+)\".*</span>(.*)</t.*", "$1$2"))
                .toList();
    }
}
