package dev.sdc.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestedNamesTest {
    @Test
    void laterStagesCountSomeOfThoseOfEarlierOnes() {
        assertThat(NestedNames.areColumns("Registered", "Eligible")).isTrue();
        assertThat(NestedNames.areColumns("Invited", "Analysed")).isTrue();
        assertThat(NestedNames.areColumns("Patients", "Consented")).isTrue();
        assertThat(NestedNames.areColumns("Eligible", "Registered")).isFalse();
        assertThat(NestedNames.areColumns("Screened", "Referred"))
                .as("one stage")
                .isFalse();
        assertThat(NestedNames.areColumns("Cost", "Eligible")).isFalse();
        assertThat(NestedNames.areColumns("Patients", "Registered"))
                .as("patients are the registered")
                .isFalse();
    }

    @Test
    void aQualifiedUnitIsPartOfTheUnit() {
        assertThat(NestedNames.areColumns("All patients", "Consented patients")).isTrue();
        assertThat(NestedNames.areColumns("Patients", "Stage known")).isTrue();
        assertThat(NestedNames.areColumns("Patients", "Other patients")).isFalse();
        assertThat(NestedNames.areColumns("Patients", "Patients")).isFalse();
    }

    @Test
    void unitsAlone() {
        assertThat(NestedNames.isUnit("Patients")).isTrue();
        assertThat(NestedNames.isUnit("Total admissions")).isFalse();
        assertThat(NestedNames.isUnit("Cost")).isFalse();
    }

    @Test
    void rowsThatLeaveSomeOut() {
        assertThat(NestedNames.areRows("All cancers", "All cancers excluding skin"))
                .isTrue();
        assertThat(NestedNames.areRows("Other cancers", "All cancers excluding skin"))
                .isFalse();
        assertThat(NestedNames.areRows("", "excluding skin")).isFalse();
        assertThat(NestedNames.areRows("Before exclusions", "After exclusions")).isTrue();
        assertThat(NestedNames.areRows("Before surgery", "After surgery")).isFalse();
        assertThat(NestedNames.areRows("Intention to treat", "Per protocol")).isTrue();
        assertThat(NestedNames.areRows("Intention to treat", "Placebo")).isFalse();
        assertThat(NestedNames.areRows("Patients", "Per protocol")).isFalse();
    }

    @Test
    void limits() {
        assertThat(NestedNames.isLimit("Waited more than")).isTrue();
        assertThat(NestedNames.isUpperLimit("Waited more than")).isFalse();
        assertThat(NestedNames.isUpperLimit("Died within (days)")).isTrue();
        assertThat(NestedNames.isLimit("Age")).isFalse();
    }
}
