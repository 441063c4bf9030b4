package dev.sdc.rules.dom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Settings;
import java.math.BigDecimal;
import net.jqwik.api.Example;

class LargestContributionsTest {
    private static Total.Largest largest(long x1, long x2, long sum) {
        return new Total.Largest(once(x1), once(x2), BigDecimal.valueOf(sum));
    }

    private static Total.Contributor once(long x) {
        return new Total.Contributor(BigDecimal.valueOf(x), BigDecimal.ONE);
    }

    private static boolean decide(int n, long x1, long x2) {
        return largest(x1, x2, 1000).decides(new Settings.Nk(n, new BigDecimal("0.9")));
    }

    @Example
    void twoSettleTheRuleOfTwo() {
        assertThat(decide(1, 500, 300)).isTrue();
        assertThat(decide(2, 500, 300)).isTrue();
        assertThat(decide(2, 600, 300)).isTrue();
    }

    @Example
    void twoThatHoldTooMuchSettleTheRuleOfMore() {
        assertThat(decide(3, 600, 301)).isTrue();
        // two hold 900, and a third one may hold as much as the second
        assertThat(decide(3, 600, 300)).isFalse();
    }

    @Example
    void asManyAsTheSecondAllowsSettleItToo() {
        // 400 + 2 x 249 = 898, 400 + 2 x 250 = 900
        assertThat(decide(3, 400, 249)).isTrue();
        assertThat(decide(3, 400, 251)).isFalse();
        assertThat(decide(5, 400, 124)).isTrue();
        assertThat(decide(5, 400, 126)).isFalse();
    }

    @Example
    void exactlyAsMuchAsIsAllowedFailsUnderSomeProfilesAndStaysOpen() {
        assertThat(decide(3, 400, 250)).isFalse();
    }
}
