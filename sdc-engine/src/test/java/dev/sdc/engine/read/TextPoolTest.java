package dev.sdc.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TextPoolTest {

    @Property
    void givesBackWhatItWasGiven(@ForAll List<String> texts) {
        TextPool pool = new TextPool(1000, 1 << 20);
        Map<String, Integer> codes = new HashMap<>();
        for (String text : texts) {
            int code = code(pool, text);
            assertThat(codes.computeIfAbsent(text, t -> codes.size())).isEqualTo(code);
            assertThat(pool.get(code)).isEqualTo(text);
        }
        assertThat(pool.size()).isEqualTo(codes.size());
    }

    @Test
    void longAndWideTextsLieOverPages() {
        TextPool pool = new TextPool(100, 10_000_000);
        List<String> texts = List.of(
                "a".repeat(300_000), "é".repeat(200_000), "\u2264".repeat(200_000), "", "b".repeat(262_144), "", "c");
        for (String text : texts) {
            assertThat(pool.get(code(pool, text))).isEqualTo(text);
        }
        assertThat(pool.size()).isEqualTo(6);
        for (String text : texts) {
            assertThat(pool.get(code(pool, text))).isEqualTo(text);
        }
    }

    @Test
    void limitsAreExplicit() {
        TextPool few = new TextPool(2, 100);
        assertThat(code(few, "a")).isZero();
        assertThat(code(few, "b")).isEqualTo(1);
        assertThat(code(few, "c")).isEqualTo(-1);
        assertThat(code(few, "a")).isZero();
        TextPool small = new TextPool(100, 3);
        assertThat(code(small, "ab")).isZero();
        assertThat(code(small, "cd")).isEqualTo(-1);
    }

    /** Counted in steps, not by the clock. */
    @Test
    void alikeTextsCostNoMoreThanOthers() {
        TextPool pool = new TextPool(1 << 20, 1 << 26);
        for (int i = 0; i < 300_000; i++) {
            assertThat(code(pool, "patient " + i)).isEqualTo(i);
        }
        assertThat(pool.collisions()).isLessThan(2 * 300_000);
    }

    @Test
    void textsMadeToCollideAreRefusedBeforeTheyTakeLong() {
        TextPool pool = new TextPool(1 << 20, 1 << 26);
        char[] goal = "AAAAAAAA".toCharArray();
        int wanted = state(goal, goal.length - 1) ^ goal[goal.length - 1]; // what goes into the last step
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            char[] text = String.format(Locale.ROOT, "%06d", i).concat("..").toCharArray();
            int before = state(text, 6);
            for (char c = 'A'; c < 0xFFFF; c++) {
                int last = TextPool.step(before, c) ^ wanted;
                if (last >>> 16 == 0) {
                    text[6] = c;
                    text[7] = (char) last;
                    break;
                }
            }
            if (TextPool.hash(text, 0, text.length) == TextPool.hash(goal, 0, goal.length)) {
                refused += pool.code(text, 0, text.length) < 0 ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(1, 1999);
        assertThat(pool.collisions()).isLessThan(2000L * 1000);
    }

    private static int state(char[] text, int length) {
        int state = text.length;
        for (int i = 0; i < length; i++) {
            state = TextPool.step(state, text[i]);
        }
        return state;
    }

    private static int code(TextPool pool, String text) {
        return pool.code(text.toCharArray(), 0, text.length());
    }
}
