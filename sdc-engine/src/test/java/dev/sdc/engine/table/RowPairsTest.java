package dev.sdc.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.evidence.RowPairs;
import dev.sdc.engine.evidence.RowPairs.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowPairsTest {
    private static final String HEADER = "area,spring patients,summer patients,autumn patients\n";

    @Test
    void aRowIsToldOfOnceWithTheFirstThatItIsLike() {
        assertThat(alike(HEADER + "North,21,34,15\nWest,40,12,27\nSouth,21,34,15\nEast,21,34,15\n"))
                .containsExactly("0 2", "0 3");
    }

    @Test
    void rowsWithFewCountsAboveZeroAreInNoPairWhicheverStandsFirst() {
        String full = "North,21,34,15\n";
        String sparse = "South,21,34,0\n";
        assertThat(inAllButOne(HEADER + full + sparse)).isEmpty();
        assertThat(inAllButOne(HEADER + sparse + full)).isEmpty();
        assertThat(inAllButOne(HEADER + full + "South,21,34,16\n")).containsExactly("15 16");
    }

    @Test
    void totalsAreInNoPair() {
        assertThat(alike(HEADER + "North,21,34,15\nTotal,21,34,15\n")).isEmpty();
        assertThat(RowPairs.of(Sheets.table("area,spring patients,summer patients,Total\nNorth,21,34,55\n"), 3)
                        .rows())
                .isZero();
    }

    @Test
    void rowsWithTheirCountsInOtherColumnsAreNoPair() {
        assertThat(alike("area,a patients,b patients,c patients,d patients\nNorth,21,34,15,\nSouth,,21,34,15\n"))
                .isEmpty();
    }

    @Test
    void inALongTableARowIsComparedWithTheRowsNearAboveIt() {
        StringBuilder csv = new StringBuilder(HEADER).append("First,21,34,15\n");
        for (int i = 0; i < 2_100; i++) {
            csv.append("Area ").append(i).append(",50,60,").append(100 + i).append('\n');
        }
        csv.append("Near,50,60,2199\nLast,21,34,15\n");

        assertThat(alike(csv.toString())).containsExactly("2100 2101");
    }

    private static List<String> alike(String csv) {
        List<String> rows = new ArrayList<>();
        RowPairs.of(Sheets.table(csv), 3)
                .forEachAlike(
                        counts ->
                                counts.stream().allMatch(Beside::same) ? Optional.of(counts.get(0)) : Optional.empty(),
                        found -> rows.add(
                                found.earlier().row() + " " + found.later().row()));
        return rows;
    }

    private static List<String> inAllButOne(String csv) {
        List<String> values = new ArrayList<>();
        RowPairs.of(Sheets.table(csv), 3)
                .forEachAlike(
                        counts -> {
                            List<Beside> differing =
                                    counts.stream().filter(each -> !each.same()).toList();
                            return differing.size() == 1 ? Optional.of(differing.get(0)) : Optional.empty();
                        },
                        found -> values.add(
                                found.earlier().value() + " " + found.later().value()));
        return values;
    }
}
