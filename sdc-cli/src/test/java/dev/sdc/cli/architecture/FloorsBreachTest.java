package dev.sdc.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows that each rule finds its breach, in a sample built for it, and nothing else there. */
class FloorsBreachTest {

    private static final String SAMPLE = FloorsBreachTest.class.getPackageName() + ".sample";

    private static final Floors FLOORS = new Floors(SAMPLE + ".engine", List.of());

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(SAMPLE);

    @Test
    void a_package_that_sees_a_later_one_or_the_front_door() {
        assertThat(FLOORS.theWay())
                .flatExtracting(FloorsBreachTest::breaches)
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("submission.LooksAhead", "report.Later"),
                        second -> assertThat(second).contains("submission.LooksUp", "engine.FrontDoor"));
    }

    @Test
    void printing() {
        assertThat(breaches(FLOORS.nothingPrints())).hasSize(3).allMatch(breach -> breach.contains("rule.Prints"));
    }

    @Test
    void logging() {
        assertThat(breaches(FLOORS.nothingLogs())).isNotEmpty().allMatch(breach -> breach.contains("rule.Logs"));
    }

    @Test
    void ending_the_process() {
        assertThat(breaches(FLOORS.nothingEndsTheProcess()))
                .hasSize(2)
                .allMatch(breach -> breach.contains("rule.Ends"));
    }

    @Test
    void reading_the_clock() {
        assertThat(breaches(FLOORS.nothingReadsTheClock()))
                .hasSize(4)
                .allMatch(breach -> breach.contains("rule.ReadsClock"))
                .noneMatch(breach -> breach.contains("ofAGivenClock"));
    }

    @Test
    void reading_the_environment() {
        assertThat(breaches(FLOORS.nothingReadsTheEnvironment()))
                .hasSize(3)
                .allMatch(breach -> breach.contains("rule.ReadsEnvironment"));
    }

    @Test
    void a_library_seen_in_a_second_place() {
        assertThat(breaches(Floors.only(SAMPLE + ".engine.read.xlsx..", "java.util.zip..")))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("table.SeesZip"));
    }

    private static List<String> breaches(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }
}
