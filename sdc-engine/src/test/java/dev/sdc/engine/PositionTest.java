package dev.sdc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void addressesStandInTheOrderOfTheFile() {
        List<String> sheets = List.of("Zeta", "Alpha!x");
        List<String> expected = List.of(
                "",
                "Zeta!A1",
                "Zeta!B1",
                "Zeta!AA1",
                "Zeta!A2:C9",
                "Zeta!B2",
                "Zeta!A10",
                "Alpha!x!A1",
                "Alpha!x!B3",
                "Unknown!A1");
        assertThat(sorted(expected, sheets)).isEqualTo(expected);
    }

    @Test
    void linesAndPointersGoByNumber() {
        List<String> lines = List.of("@2:1", "@2:17", "@10:3");
        assertThat(sorted(lines, List.of())).isEqualTo(lines);
        List<String> pointers = List.of("/a/2/n", "/a/10/n", "/b");
        assertThat(sorted(pointers, List.of())).isEqualTo(pointers);
    }

    @Test
    void noAddressFails() {
        for (String odd :
                List.of("!", ":", "A", "A0", "1", "A99999999999", "AAAAAAAAAAAA1", "@", "@x:y", "a1", "A1:B")) {
            assertThat(Position.of(odd, List.of()).rest()).isEqualTo(odd);
        }
    }

    private static List<String> sorted(List<String> addresses, List<String> sheets) {
        List<String> shuffled = new ArrayList<>(addresses);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Comparator.comparing(address -> Position.of(address, sheets)));
        return shuffled;
    }
}
