package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.rule.KindOfOutput;
import dev.sdc.engine.rule.RuleBook;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of kinds of output speaks of every kind and of rules that there are, and what it asks for is done. */
class KindsTest {
    private static final RuleBook BOOK = RuleBook.standard();

    @Test
    void everyKindHasALine() {
        assertThat(BOOK.kinds().keySet()).isEqualTo(EnumSet.allOf(OutputType.class));
    }

    @Test
    void everyRuleAndFamilyThatItNamesIsInTheCatalogue() {
        Set<String> ids = BOOK.known().stream().map(RuleBook.Entry::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> families =
                ids.stream().map(id -> id.substring(0, id.indexOf('-'))).collect(Collectors.toSet());
        for (KindOfOutput kind : BOOK.kinds().values()) {
            assertThat(ids).as(kind.type().key()).containsAll(kind.decidedBy());
            List<String> also = new ArrayList<>(kind.also());
            also.removeIf(each -> ids.contains(each) || families.contains(each));
            assertThat(also)
                    .as("%s: neither rules nor families", kind.type().key())
                    .isEmpty();
            if (kind.type() != OutputType.OTHER) {
                assertThat(kind.decidedBy()).as(kind.type().key()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void whatHoldsNothingOfItsKindNeverPasses(OutputType type) throws Exception {
        Report report = check("note,remark\nfirst,nothing to see\nsecond,nothing either\n", type);

        if (type != OutputType.TEXT) {
            assertThat(report.verdict()).isNotEqualTo(Verdict.PASS);
        }
    }

    @Test
    void saysWhichFamiliesOfTheKindDidNotRun() throws Exception {
        Report report = check("group,n,mean age\nA,40,61.5\nB,88,60.2\n", OutputType.MEANS);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.files().get(0).outputs().get(0).notRun())
                .contains("RND-003")
                .doesNotContain("MAG", "DOM");
    }

    @Test
    void aKindThatIsNotWhatItIsDeclaredToBeIsToldSo() throws Exception {
        Report report = check("group,n\nA,40\nB,88\n", OutputType.ODDS_RATIO);

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("UND-001"))
                .extracting(Finding::because)
                .anySatisfy(because -> assertThat(because).contains("odds_ratio", "RAT-001"));
    }

    @Test
    void whatRulesOnRecordsFailIsCalledRecords() throws Exception {
        String persons = "study_id,age,stage\nP0411,44,II\nP0417,51,I\nP0423,67,III\nP0431,58,II\n";
        String residuals =
                "y,fitted,resid\n94,91.5,2.5\n95,86.5,8.5\n80,77.9,2.1\n71,70.4,0.6\n88,90.1,-2.1\n66,65,1\n";
        String groups = "stage,n\nI,44\nII,3\nIII,58\n";

        assertThat(kind(check(persons, null))).isEqualTo("record_level");
        assertThat(kind(check(residuals, null))).isEqualTo("record_level");
        assertThat(kind(check(groups, null))).isEqualTo("frequency_table");
        assertThat(kind(check(residuals, OutputType.REGRESSION_RESIDUALS))).isEqualTo("regression_residuals");
    }

    @Test
    void aLongTableWithTotalsFarDownIsNoListingOfRecords() throws Exception {
        StringBuilder crossing = new StringBuilder("place,code,value,status\n");
        for (int i = 0; i < 40 * 15; i++) {
            crossing.append("r%d,c%d,%d,%s\n".formatted(i / 15, i % 15, 20 + i * 7 % 90, i % 3 == 0 ? "x" : "s"));
        }
        assertThat(kind(check(crossing.toString(), null))).isEqualTo("record_level");
        crossing.append("Total,c0,2400,s\nTotal,c1,2400,s\n");
        assertThat(kind(check(crossing.toString(), null))).isEqualTo("frequency_table");
    }

    private static String kind(Report report) {
        return report.files().get(0).outputs().get(0).outputType();
    }

    private static Report check(String csv, @Nullable OutputType type) throws Exception {
        return OutputChecker.standard()
                .check(Submission.builder()
                        .defaults(Declaration.builder()
                                .unit("patient")
                                .outputType(type)
                                .build())
                        .file(OutputFile.inMemory("t.csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .build());
    }
}
