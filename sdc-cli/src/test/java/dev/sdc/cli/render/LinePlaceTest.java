package dev.sdc.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Places in texts are read from their addresses, and are none outside of the text. */
class LinePlaceTest {
    private static final List<String> LINES = List.of("one", "two");

    @Test
    void aPlaceIsALineAndACharacter() {
        assertThat(LinePlace.in(LINES, "@2:3")).contains(new LinePlace(2, 3));
    }

    @Test
    void aRangeBeginsInALineButAtNoCharacterOfItsOwn() {
        assertThat(LinePlace.in(LINES, "@2:3-2:9")).contains(new LinePlace(2, 0));
    }

    @Test
    void whatIsOutsideTheTextOrNoPlaceIsNone() {
        for (String cell : List.of("@3:1", "@0:1", "@-1:1", "B2", "T1!B2", "@x:1", "@2", "", "@99999999999:1")) {
            assertThat(LinePlace.in(LINES, cell)).as(cell).isEmpty();
        }
    }
}
