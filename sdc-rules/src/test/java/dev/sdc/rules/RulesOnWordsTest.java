package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.OutputChecker;
import dev.sdc.engine.report.Report;
import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Level;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.MarkerMeaning;
import dev.sdc.engine.submission.OutputFile;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Submission;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Words that keep a number from being a count hide no count that stands nearby. */
class RulesOnWordsTest {
    private static final OutputChecker CHECKER = OutputChecker.standard();

    @Test
    void valuesOfAnOuterGroupAreNoCountsWhereTheyNumberIt() throws Exception {
        String rows = ",1,143,67.1\n,2,107,66.6\n,3,76,64.2\n";

        assertThat(failing("t.csv", "sex,stage,N,Mean age\n0" + rows + "1" + rows))
                .isEmpty();
        assertThat(failing("t.csv", "sex,stage,N,Mean age\n4" + rows + "1" + rows))
                .contains("FREQ-001");
    }

    @Test
    void theFirstRowOfCountsIsNoHeader() throws Exception {
        String head = ",,,Sex,,Total\n,,,Female,Male,\n";
        String rest = ",,Row %,3.2%,96.8%,100.0%\n,II,Count,116,99,215\n,,Row %,54.0%,46.0%,100.0%\n";

        assertThat(failing("t.csv", head + "Stage,I,Count,4,122,126\n" + rest)).contains("FREQ-001");
    }

    @Test
    void inABoxACountIsNoPartOfTheNameBesideIt() throws Exception {
        String box = """
                +-----------+-+-----+
                |     Group |N| Mean|
                +-----------+-+-----+
                |eGFR Female|5|66.08|
                |     Male  |4|77.45|
                +-----------+-+-----+
                """;

        assertThat(failing("t.txt", box)).contains("FREQ-001", "MAG-001");
    }

    @Test
    void aModeIsAValueAndThoseThatHaveItAreCounted() throws Exception {
        assertThat(failing("t.csv", "Group,n,Mode (children),n at mode\nA,412,2,201\nB,301,1,120\n"))
                .isEmpty();
        assertThat(failing("t.csv", "Group,n,Mode (children),n at mode\nA,412,2,4\nB,301,1,120\n"))
                .isNotEmpty();
        assertThat(failing("t.csv", "Ward,Mode of delivery: forceps\nA,4\nB,120\n"))
                .contains("FREQ-001");
    }

    @Test
    void limitsInWordsNarrowACountUnlessTheyAreACriterion() throws Exception {
        assertThat(failing("t.txt", "In stage IV, fewer than three women received the drug.\n"))
                .contains("FREQ-004");
        assertThat(failing("t.txt", "In the small centre no more than two patients died.\n"))
                .contains("FREQ-004");
        assertThat(failing("t.txt", "Höchstens zwei Patienten starben.\n")).contains("FREQ-004");
        assertThat(failing("t.txt", "Wards with fewer than three patients were merged.\n"))
                .isEmpty();
        assertThat(failing("t.txt", "Counts of fewer than 3 patients are suppressed.\n"))
                .isEmpty();
        assertThat(failing("t.txt", "Fewer than ten patients died, and fewer than four women.\n"))
                .isEmpty();
        assertThat(failing("t.txt", "Of 412 patients, p < 0.001 for all patients.\n"))
                .isEmpty();
    }

    @Test
    void numbersOfPagesAndVersionsAreNoCountsAndOthersBesideThemAre() throws Exception {
        String rows = "\"rows\": [{\"site\": \"Lung\", \"patients\": 412}]}";

        assertThat(failing("t.json", "{\"meta\": {\"version\": 3, \"table\": 2, \"page\": 1}, " + rows))
                .isEmpty();
        assertThat(failing("t.json", "{\"meta\": {\"version\": 3, \"patients\": 4}, " + rows))
                .contains("FREQ-001");
        assertThat(failing("t.csv", "Stage,Patients\nversion 2 staging,4\nother,120\n"))
                .contains("FREQ-001");
    }

    @Test
    void anEmptyObjectAndASasLogAreForAPerson() throws Exception {
        assertThat(verdict("t.json", "{}")).isEqualTo(Verdict.REVIEW);
        assertThat(verdict("run.log", "NOTE: The data set WORK.C has 1240 observations and 12 variables.\n"))
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void aZeroThatIsDeclaredToHideACountIsForAPerson() throws Exception {
        String table = "Site,Men,Women\nLung,412,388\nThyroid,0,140\nSkin,301,288\n";
        Declaration marked = Declaration.builder()
                .unit("patient")
                .markers(Map.of("0", new MarkerMeaning.Between(BigDecimal.ZERO, BigDecimal.valueOf(9))))
                .build();

        assertThat(check("t.csv", table, marked).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(verdict("t.csv", table)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void pointsMakeNoPercentilesOfCountsUnlessTheyAreDeclared() throws Exception {
        String medians = "age,F,M\n0-17,5.0,5.0\n18-34,6.0,6.0\n35-49,6.0,7.0\n";
        Declaration declared = Declaration.builder()
                .unit("patient")
                .outputType(OutputType.PERCENTILES)
                .build();

        assertThat(check("t.csv", medians, declared).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(check("t.csv", medians.replace(".0", ""), declared).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(verdict("t.csv", medians)).isEqualTo(Verdict.REVIEW);
    }

    static Set<String> failing(String name, String text) throws Exception {
        return rules(check(name, text), Level.FAIL);
    }

    static Verdict verdict(String name, String text) throws Exception {
        return check(name, text).verdict();
    }

    private static Report check(String name, String text) throws Exception {
        return check(name, text, Declaration.builder().unit("patient").build());
    }

    private static Report check(String name, String text, Declaration declared) throws Exception {
        return CHECKER.check(Submission.builder()
                .defaults(declared)
                .file(OutputFile.inMemory(name, text.getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    private static Set<String> rules(Report report, Level level) {
        return report.findings().stream()
                .filter(finding -> finding.level() == level)
                .map(finding -> finding.rule())
                .collect(Collectors.toSet());
    }
}
