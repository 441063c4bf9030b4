package dev.sdc.rules.ext;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outliers and extreme observations, listed one by one. */
@SdcRule(
        id = "EXT-002",
        title = "Outliers listed",
        source = "OpenSAFELY; ADRF export guidelines; Eurostat ACRO user guide",
        parameters = "extremes_fail")
public final class OutliersListed implements OutputRule {
    private static final String[] OUTLIERS = {
        "outlier",
        "outliers",
        "outlying",
        "extreme value",
        "extreme values",
        "extreme observation",
        "extreme observations",
        "flier",
        "fliers",
        "ausreißer"
    };
    /** How many there are, or what is left without them, is no list of them. */
    private static final String[] NO_LIST = {
        "number", "no of", "n", "count", "counts", "percent", "%", "proportion", "share", "without", "excluding",
                "excl",
        "exclude", "excluded", "removed", "no", "after", "trimmed", "threshold", "cutoff", "limit", "mean", "median",
                "sd"
    };
    /** What programs print above the smallest and largest observations. */
    private static final Pattern PRINTED = Pattern.compile(
            "^\\s*Percentiles\\s+Smallest\\s*$|^(?:Table:)?\\W*Extreme (?:Observations|Values)\\W*$|-{3,}\\s*Lowest\\s*-{3,}"
                    + "|^\\s*\\$out\\s*$|^\\W*(?i:outliers?|fliers)\\W*:\\s*-?\\d[\\d.]*[,;]\\s+-?\\d");

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Disposition disposition = settings.extremesFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
        Findings findings = Findings.in(this, output);
        if (output instanceof Table table) {
            inTable(table, disposition, findings);
        } else if (output instanceof Prose prose) {
            inText(prose, disposition, findings);
        } else {
            return new Outcome.NotApplicable("neither a table nor a text");
        }
        return findings.total() == 0
                ? new Outcome.NotApplicable("nothing speaks of outliers")
                : findings.outcome("outliers");
    }

    private static void inTable(Table table, Disposition disposition, Findings findings) {
        boolean titled =
                table.titles().stream().anyMatch(title -> PRINTED.matcher(title).find());
        if (titled && table.rowCount() > 0) { // whatever its columns say
            findings.add(table, 0, table.columns().size() - 1, disposition, OutliersListed::words);
            return;
        }
        BitSet rows = table.rowsLabelled(label -> Wording.names(label, OUTLIERS));
        BitSet all = new BitSet();
        all.set(0, table.rowCount());
        for (Column column : table.columns()) {
            if (!column.isLabel()) {
                boolean named = isList(column.name());
                (named ? all : rows)
                        .stream()
                                .filter(row -> named || isList(table.rowLabel(row)))
                                .filter(row -> table.quantities(row, column.index()).stream()
                                        .anyMatch(OutliersListed::isValue))
                                .forEach(row ->
                                        findings.add(table, row, column.index(), disposition, OutliersListed::words));
            }
        }
    }

    private static boolean isList(String name) {
        return Wording.names(name, OUTLIERS) && !Wording.names(name, NO_LIST);
    }

    private static boolean isValue(Quantity figure) {
        return !figure.role().isCount()
                && figure.role() != ColumnRole.PERCENTAGE
                && figure.role() != ColumnRole.PROPORTION
                && figure.role() != ColumnRole.P_VALUE;
    }

    private static void inText(Prose prose, Disposition disposition, Findings findings) {
        List<String> lines = prose.lines();
        for (int line = 0; line < lines.size(); line++) {
            Matcher printed = PRINTED.matcher(lines.get(line));
            if (printed.find()) {
                findings.add(prose.address(line, printed.start()), null, null, disposition, OutliersListed::words);
            }
        }
    }

    private static FindingText words(FindingText words) {
        return words.message("Outliers are listed here: each is the value of a single unit.")
                .because("the heading says that the values are outliers or extreme observations")
                .remedy("Leave the list out; give the 5th and 95th percentile, or say how many values were set aside.");
    }
}
