package dev.sdc.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the product to its floors. */
class FloorsTest {

    private static final Floors FLOORS = new Floors("dev.sdc.engine", List.of("dev.sdc.rules.."));

    private static final Map<String, String[]> ONE_PLACE = Map.of(
            "dev.sdc.engine.read.xlsx..",
                    new String[] {"org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats.."},
            "dev.sdc.engine.read.html..", new String[] {"org.jsoup.."},
            "dev.sdc.engine.audit..", new String[] {"com.google.ortools.."},
            "dev.sdc.engine.release..", new String[] {"org.apache.sshd.."},
            "dev.sdc.engine.tablesaw..", new String[] {"tech.tablesaw.."});

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sdc");

    @TestFactory
    Stream<DynamicTest> hold() {
        Stream<ArchRule> below = Stream.of(
                FLOORS.nothingPrints(),
                FLOORS.nothingLogs(),
                FLOORS.nothingEndsTheProcess(),
                FLOORS.nothingReadsTheClock(),
                FLOORS.nothingReadsTheEnvironment());
        Stream<ArchRule> places =
                ONE_PLACE.entrySet().stream().map(place -> Floors.only(place.getKey(), place.getValue()));
        return Stream.of(FLOORS.theWay().stream(), below, places)
                .flatMap(rules -> rules)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
    }

    @Test
    void look_at_the_classes_of_all_three_modules() {
        assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
                .contains("dev.sdc.engine.rule", "dev.sdc.rules", "dev.sdc.cli")
                .noneMatch(name -> name.startsWith("dev.sdc.cli.architecture"));
    }
}
