package dev.sdc.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UnknownBaseTest {
    @Test
    void seventhsFitEveryMultipleOfSeven() {
        List<Printed> sevenths = percents("14.3", "28.6", "57.1");

        assertThat(UnknownBase.search(sevenths, 0, 10)).isEqualTo(new UnknownBase(7, false));
        assertThat(UnknownBase.search(sevenths, 70, 10)).isEqualTo(new UnknownBase(7, false));
        assertThat(UnknownBase.search(sevenths, 63, 10)).isEqualTo(new UnknownBase(7, true));
    }

    @Test
    void sharesThatNoBaseFitsAreNotCalledSmall() {
        assertThat(UnknownBase.search(percents("50.00000001", "33.3"), 100, 10)).isEqualTo(new UnknownBase(0, false));
    }

    @Property
    void aTrueBaseWithoutSmallCountsIsNeverCalledSmall(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 10, max = 400) Integer> counts,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        int base = counts.stream().mapToInt(Integer::intValue).sum();
        List<Printed> shares = new ArrayList<>();
        for (int count : counts) {
            BigDecimal percent =
                    BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP);
            shares.add(Printed.of(percent).movePointLeft(2));
        }

        UnknownBase found = UnknownBase.search(shares, base + 100, 10);

        assertThat(found.alwaysSmall()).isFalse();
        assertThat(found.smallest()).isBetween(base <= 2000 ? 1L : 0L, (long) base);
    }

    private static List<Printed> percents(String... printed) {
        List<Printed> shares = new ArrayList<>();
        for (String text : printed) {
            shares.add(Printed.of(new BigDecimal(text)).movePointLeft(2));
        }
        return shares;
    }
}
