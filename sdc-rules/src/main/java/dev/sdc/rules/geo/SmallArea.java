package dev.sdc.rules.geo;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures of areas in which few people live. */
@SdcRule(id = "GEO-001", title = "Small area", source = "CBCU, disclosure control of cancer registry data")
public final class SmallArea implements TableRule {
    private static final String[] SMALL = {
        "lsoa",
        "lsoa11",
        "lsoa21",
        "lsoa11cd",
        "lsoa21cd",
        "lsoas",
        "output area",
        "output areas",
        "oa11cd",
        "oa21cd",
        "oa11",
        "oa21",
        "super output area",
        "data zone",
        "datazone",
        "postcode district",
        "postcode districts",
        "postcode sector",
        "postcode sectors",
        "postal district",
        "postal sector",
        "outcode",
        "outward code"
    };
    /** Groups of areas, and properties of theirs, under a header that names the areas they were made of. */
    private static final String[] GROUPED = {
        "quintile",
        "decile",
        "imd",
        "deprivation",
        "rank",
        "type",
        "class",
        "classification",
        "urban",
        "rural",
        "group",
        "band",
        "number",
        "count",
        "n"
    };
    /** Output areas and data zones by their codes. */
    private static final Pattern CODE = Pattern.compile("[EW]0[01]\\d{6}|S0[01]\\d{6}");
    /** The first half of a postcode, with the first digit of the second or without. */
    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]?(?: \\d)?");
    /** One that there is: {@code A1} may be any area, for no postcode begins so. */
    private static final Pattern REAL_OUTWARD =
            Pattern.compile("(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?"
                    + "|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]"
                    + "|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)\\d[A-Z\\d]?(?: \\d)?");

    /** Headers of places, which may be of any size. */
    private static final String[] OF_PLACES = {"district", "districts", "area", "areas", "sector", "sectors"};

    private static final int FEW = 2;
    private static final int SAMPLE = 2_000;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        for (Column column : table.columns()) {
            Optional<String> why = column.isLabel() || column.role() == null ? rows(table, column) : Optional.empty();
            why.ifPresent(because -> add(findings, table.columnAddress(column.index()), column.name(), because));
        }
        Set<String> headers = new LinkedHashSet<>();
        table.columns().forEach(column -> headers.addAll(column.header()));
        if (like(headers, CODE) >= FEW) {
            add(findings, TableRange.of(table), null, "some of its headers are codes of output areas or data zones");
        }
        String declared = table.declaration().geography();
        if (findings.total() == 0 && declared != null && namesSmall(declared)) {
            add(findings, TableRange.of(table), null, "geography is declared to be \"" + declared + "\"");
        }
        return findings.total() == 0
                ? new Outcome.NotApplicable("no label, header or declaration names areas of few people")
                : findings.outcome("areas");
    }

    private static boolean namesSmall(String geography) {
        return Wording.names(geography, SMALL) && !Wording.names(geography, GROUPED);
    }

    private static Optional<String> rows(Table table, Column column) {
        Set<String> labels = new LinkedHashSet<>();
        for (int row = 0; row < Math.min(table.rowCount(), SAMPLE); row++) {
            String label = table.text(row, column.index()).strip();
            if (!label.isEmpty() && !table.isTotalRow(row)) {
                labels.add(label);
            }
        }
        if (like(labels, CODE) >= FEW) {
            return Optional.of("some of its labels are codes of output areas or data zones");
        }
        boolean grouped = Wording.names(column.name(), GROUPED);
        if (!grouped && labels.size() >= FEW && Wording.names(column.name(), SMALL)) {
            return Optional.of("its header says that its " + labels.size() + " labels are such areas");
        }
        long districts = like(labels, OUTWARD);
        boolean named = Wording.is(column.name(), OF_PLACES);
        if (named && labels.size() >= FEW && like(labels, REAL_OUTWARD) == labels.size()) {
            return Optional.of("its labels have the form of postcode districts or sectors");
        }
        return Wording.names(column.name(), "postcode", "postcodes", "post code")
                        && districts >= FEW
                        && 2 * districts >= labels.size()
                ? Optional.of("its labels have the form of postcode districts or sectors")
                : Optional.empty();
    }

    private static long like(Set<String> labels, Pattern form) {
        return labels.stream().filter(label -> form.matcher(label).matches()).count();
    }

    private static void add(Findings findings, String address, @Nullable String column, String because) {
        findings.add(
                address,
                null,
                column,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The figures are of areas in which few people live.")
                        .because(because)
                        .remedy("Use local authorities, integrated care boards or larger areas."));
    }
}
