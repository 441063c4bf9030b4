package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountLimitsTest {
    @Test
    void whatALimitCountsMayStandBeforeIt() {
        assertThat(CountLimits.in("Of the 412 patients, fewer than 3 died."))
                .singleElement()
                .satisfies(limit -> assertThat(limit.high()).isEqualTo(2))
                .satisfies(limit -> assertThat(limit.read()).isTrue());
        assertThat(CountLimits.in("The dose was fewer than 3 mg.")).isEmpty();
    }

    /** A letter that becomes two in lower case hides nothing. */
    @Test
    void lettersThatGrowHideNoLimit() {
        assertThat(CountLimits.in("In İzmir fewer than three women died."))
                .extracting(CountLimits.CountLimit::words)
                .containsExactly("fewer than three women");
    }

    /** Time for each is limited, and none is left out in silence. */
    @Test
    void noLimitOfALongLineIsLeftOut() {
        String one = "Doses were fewer than 3 mg; ";
        assertThat(CountLimits.in(one.repeat(50))).isEmpty();
        assertThat(CountLimits.in(one.repeat(60)))
                .hasSize(10)
                .noneMatch(CountLimits.CountLimit::read)
                .allMatch(limit -> limit.high() == 2 && limit.words().equals("fewer than 3"));
    }
}
