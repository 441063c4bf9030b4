package dev.sdc.rules.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Example;

class OrganisationNamesTest {
    @Example
    void names() {
        assertThat(Stream.of(
                        "Example Infirmary",
                        "Sampleton General Hospital",
                        "Muster Hospitals NHS Foundation Trust",
                        "The Sample Surgery",
                        "St Muster's Medical Centre"))
                .allMatch(OrganisationNames::isName);
        assertThat(Stream.of(
                        "Hospital",
                        "Private hospital",
                        "Community Hospital",
                        "NHS Hospital",
                        "Breast conserving surgery",
                        "Surgery",
                        "Care home",
                        "NHS Sampleton Integrated Care Board",
                        "Northmoor",
                        "No hospital"))
                .noneMatch(OrganisationNames::isName);
    }

    @Example
    void codes() {
        assertThat(OrganisationNames.isPracticeCode("A99901")).isTrue();
        assertThat(Stream.of("C50.1", "C509", "E06000001", "99901", "A9990"))
                .noneMatch(OrganisationNames::isPracticeCode);
        assertThat(OrganisationNames.isTrustCode("R1H")).isTrue();
        assertThat(OrganisationNames.isTrustCode("R1H12")).isTrue();
        assertThat(OrganisationNames.isTrustCode("C50")).isFalse();
    }
}
