package dev.sdc.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "All registrations | Excl. DCO",
                "All registrations | Registrations excluding DCO",
                "Table 1. Patients by age | Table 2. Patients excluding DCO by age",
                "Including screen-detected | Excluding screen-detected",
                "All (N=812) | Complete cases (N=790)",
                "Full cohort | Complete cases",
                "Patients | Patients linked to HES",
                "Diagnosed 2013-2018 | Diagnosed 2013-2017",
                "Diagnosed 2013-2018 | Diagnosed 2018",
                "C50 or D05 | C50",
                "Sarcoma (C40-C41; C49; C46) | Sarcoma (C40; C49)",
                "Any chemotherapy | Chemotherapy only",
                "Either arm | A only"
            })
    void tellThatOneIsPartOfTheOther(String whole, String part) {
        assertThat(PopulationNames.tellNested(whole, part)).isTrue();
        assertThat(PopulationNames.tellNested(part, whole)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patients | Patients",
                "Leeds | York",
                "With metastases | Without metastases",
                "Diagnosed 2013-2017 | Diagnosed 2018-2022",
                "Diagnosed 2013-2018 | Died 2013-2017",
                "C50 or D05 | C61",
                "Any chemotherapy | Radiotherapy only",
                "Lung | Bowel excluding anus",
                "All patients | Deaths"
            })
    void tellNothing(String one, String other) {
        assertThat(PopulationNames.tellNested(one, other)).isFalse();
        assertThat(PopulationNames.tellNested(other, one)).isFalse();
    }
}
