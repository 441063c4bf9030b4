package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Lines that were broken to fit a page are put together. */
class PassageTest {
    private static final String LONG =
            "The cohort of the registry was followed until the end of the year, and of these";

    @Test
    void aBrokenLineGoesOn() {
        assertThat(texts(LONG, "three patients died.")).contains(LONG + " three patients died.");
    }

    /** A separator of the old kind is blank, and yet no space to patterns. */
    @Test
    void aLineOfSeparatorsEndsThePassage() {
        assertThat(texts(LONG, "\u001c", "three patients died.")).containsExactly(LONG, "three patients died.");
    }

    @Property(tries = 300)
    void neverFailsWhateverTheLines(@ForAll String one, @ForAll String other) {
        for (Passage passage : passages(LONG + one, other, LONG + other, one)) {
            assertThat(passage.address(0)).startsWith("@");
        }
    }

    private static List<String> texts(String... lines) {
        return passages(lines).stream().map(Passage::text).toList();
    }

    private static List<Passage> passages(String... lines) {
        List<String> all = List.of(lines);
        return new Prose("1", "t.txt", OutputType.TEXT, false, Declaration.NONE, null, all, all, List.of()).passages();
    }
}
