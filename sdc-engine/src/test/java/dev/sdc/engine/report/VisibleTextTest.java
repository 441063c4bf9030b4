package dev.sdc.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void plainTextStays() {
        assertThat(VisibleText.of("Größe 12 – 患者 😀")).isEqualTo("Größe 12 – 患者 😀");
    }

    @Test
    void whatSteersOrHidesIsSpeltOut() {
        assertThat(VisibleText.of("a\u001b[31mb\u202ec\u200bd\n\te\u0085\ud800\ue000"))
                .isEqualTo("a\\u001b[31mb\\u202ec\\u200bd\\n\\te\\u0085\\ud800\\ue000");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(VisibleText.of("abcdef", 3)).isEqualTo("abc…");
        assertThat(VisibleText.of("abc", 3)).isEqualTo("abc");
    }

    @Property
    void nothingHiddenIsLeft(@ForAll String text) {
        assertThat(VisibleText.of(text).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
