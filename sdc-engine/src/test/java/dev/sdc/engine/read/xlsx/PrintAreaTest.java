package dev.sdc.engine.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintAreaTest {
    @Test
    void areasWholeRowsAndWholeColumns() {
        PrintArea area = PrintArea.of("S!$A$1:$B$2,S!$D:$D,S!$9:$9");
        assertThat(area.prints(1, 1)).isTrue();
        assertThat(area.prints(2, 1)).isFalse();
        assertThat(area.prints(500, 3)).isTrue();
        assertThat(area.prints(8, 700)).isTrue();
        assertThat(area.prints(9, 700)).isFalse();
    }

    @Test
    void whereThereAreMoreAreasThanAreFollowedTheRestCountsAsNotPrinted() {
        PrintArea area = PrintArea.of(
                IntStream.rangeClosed(1, 65).mapToObj(row -> "S!$A$" + row).collect(Collectors.joining(",")));
        assertThat(area.prints(63, 0)).isTrue();
        assertThat(area.prints(64, 0)).isFalse();
        assertThat(area.prints(0, 1)).isFalse();
    }
}
