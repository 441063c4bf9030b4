package dev.sdc.rules.geo;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import dev.sdc.rules.shape.Vocabulary;
import dev.sdc.rules.shape.Words;
import java.util.Optional;
import java.util.Set;

/** Points on a map that are homes or events of single people. */
@SdcRule(
        id = "GEO-002",
        title = "Places of single people",
        source = "CBCU, disclosure control of cancer registry data",
        parameters = "min_count")
public final class PlacesOfPeople implements TableRule {
    private static final String[][] PAIRS = {
        {"lat", "latitude", "lat dd"},
        {"lon", "lng", "long", "longitude", "long dd"},
        {"easting", "eastings", "oseast1m", "x coord", "xcoord"},
        {"northing", "northings", "osnrth1m", "y coord", "ycoord"}
    };
    private static final Set<String> AREAS = Set.of(
            "area",
            "region",
            "district",
            "county",
            "authority",
            "icb",
            "lad",
            "msoa",
            "town",
            "city",
            "centre",
            "site");
    private static final String[] AVERAGES = {"mean", "difference", "error"};

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> pair = pair(table);
        if (pair.isEmpty()) {
            return new Outcome.NotApplicable("no pairs of coordinates");
        }
        Findings findings = Findings.in(this, table);
        if (!isOfGroups(table, settings.minCount())) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    namesPlaces(table) ? Disposition.HUMAN_JUDGEMENT : Disposition.BREACH,
                    words -> words.message("Each row is a point on a map, and may be where a person lives or was.")
                            .because(pair.get() + " stand side by side, and no column shows that each point stands for "
                                    + settings.minCount() + " or more")
                            .remedy(
                                    "Give figures of areas with their names, and no coordinates; or the centres of areas"
                                            + " with the number of people in each."));
        }
        return findings.outcome("what stands for each point");
    }

    /** Whether the rows are organisations or areas, whose places anyone may know. */
    private static boolean namesPlaces(Table table) {
        return table.columns().stream()
                .filter(Column::isLabel)
                .map(column -> Words.of(column.name()))
                .anyMatch(words -> Words.any(words, Vocabulary.of("organisation")) || Words.any(words, AREAS));
    }

    private static Optional<String> pair(Table table) {
        for (int i = 0; i < PAIRS.length; i += 2) {
            Optional<Column> first = named(table, PAIRS[i]);
            Optional<Column> second = named(table, PAIRS[i + 1]);
            if (first.isPresent() && second.isPresent()) {
                return Optional.of(
                        "\"" + first.get().name() + "\" and \"" + second.get().name() + "\"");
            }
        }
        return Optional.empty();
    }

    private static Optional<Column> named(Table table, String... names) {
        return table.columns().stream()
                .filter(column -> Wording.names(column.leaf(), names) && !Wording.names(column.name(), AVERAGES))
                .filter(column ->
                        table.rowCount() > 0 && table.grid().number(table.gridRow(0), column.gridColumn()) != null)
                .findFirst();
    }

    /** Whether a count stands in every row, and none is small. */
    private static boolean isOfGroups(Table table, int minimum) {
        for (Column column : table.columns()) {
            boolean counts = column.role() == ColumnRole.COUNT && column.source() != Column.RoleSource.CONTENT;
            if (counts) {
                long[] large = new long[1];
                table.forEachCount(column.index(), (row, at, n) -> large[0] += n == 0 || n >= minimum ? 1 : 0);
                if (large[0] == table.rowCount()) {
                    return true;
                }
            }
        }
        return false;
    }
}
