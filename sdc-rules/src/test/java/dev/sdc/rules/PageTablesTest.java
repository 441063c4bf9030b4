package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables on pages that show a case are made from it; {@code -Dsdc.rule=ID} those on the page of one rule. */
class PageTablesTest {
    private static final Path PAGES = RuleCase.ROOT.resolve("../../docs/rules");
    /** Who tries one rule is given the tables that go with it; they are stale only where all rules are tested. */
    private static final String ONE_RULE = System.getProperty("sdc.rule", "");

    @Test
    void tablesOnPagesAreThoseOfTheCases() throws IOException {
        List<String> stale = new ArrayList<>();
        for (String rule : ONE_RULE.isEmpty() ? RuleCase.rules() : List.of(ONE_RULE)) {
            Path page = PAGES.resolve(rule + ".md");
            String before = Files.exists(page) ? Files.readString(page) : "";
            String made = PageTables.madeAnew(rule, before);
            if (!made.equals(before)) {
                Files.writeString(page, made);
                stale.add(CaseFile.shown(page));
            }
        }
        if (ONE_RULE.isEmpty()) {
            assertThat(stale)
                    .as("pages whose tables were stale and have been made anew: run the command again, and commit them")
                    .isEmpty();
        }
    }

    @Test
    void whatTheRuleFindsIsBold() throws IOException {
        String rule;
        try (Stream<Path> cases = Files.list(RuleCase.ROOT.resolve("FREQ-001"))) {
            rule = cases.filter(PageTablesTest::isSmall)
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
        String page = "Before\n<!-- case: " + rule + " -->\n| old |\n| --- |\n\nBehind\n";

        assertThat(PageTables.madeAnew("FREQ-001", page))
                .startsWith("Before\n<!-- case: " + rule + " -->\n| ")
                .endsWith(" |\n\nBehind\n")
                .doesNotContain("old")
                .containsPattern("\\| \\*\\*[1-9]\\*\\* \\|");
    }

    private static boolean isSmall(Path folder) {
        RuleCase read = RuleCase.read("FREQ-001", folder);
        return read.expect().size() == 1
                && read.expect().get(0).at().matches("\\w+\\.csv![A-Z]\\d+")
                && read.profile() != null;
    }
}
