package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.submission.ColumnRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIntervalTest {
    private static final CellText TEXT = new CellText(NumberStyle.ENGLISH, Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"(0.98, )", "0.98 - ", "1.02 (0.98, )", "(, 0.98)"})
    void anEndThatIsNotThereIsNoMark(String interval) {
        assertThat(Marks.isMark("")).isFalse();
        assertThat(TEXT.read(interval, ColumnRole.CI_LOWER, null, CompositeForm.ESTIMATE_INTERVAL))
                .isNotInstanceOf(CellValue.Suppressed.class);
    }

    @Test
    void anEndThatIsAMarkIsOpen() {
        assertThat(TEXT.read("(0.00 - .)", ColumnRole.CI_LOWER, null, CompositeForm.ESTIMATE_INTERVAL))
                .isInstanceOf(CellValue.Composite.class);
    }
}
