package dev.sdc.rules.cls;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import dev.sdc.rules.gini.LorenzCurve;
import dev.sdc.rules.pct.ShareInWords;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Percentages, proportions and means of indicators that say that all, or none, of a group have an attribute. */
@SdcRule(
        id = "CLS-004",
        title = "Percentage that says all or none of a group",
        source = "ADRF export guidelines (Coleridge Initiative)",
        parameters = {"min_count", "zero_policy", "groups_fail", "national_exempt"})
public final class ShareOfAllOrNone implements TableOrTextRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<ColumnRole> SHARES =
            EnumSet.of(ColumnRole.PERCENTAGE, ColumnRole.PROPORTION, ColumnRole.MEAN);
    /** Rows that give the base itself: 100 % of it is no news. */
    private static final Pattern BASE =
            Pattern.compile("n|n \\(%\\)|n, %|number of .*|no\\.? of .*|patients|participants"
                    + "|people|persons|cohort|observations|sample|base|anzahl.*|patienten|personen");

    /** What the data are like says nothing of the people in them. */
    private static final Pattern OF_THE_DATA = Pattern.compile(
            "(?i)\\b(?:complete\\p{L}*|coverage|covered|link(?:ed|age)|record(?:ed|s)|available|availability|matched|follow(?:ed)?[- ]up"
                    + "|ascertain\\p{L}*|consent\\p{L}*|includ\\p{L}+|data|vollständig\\p{L}*)\\b");

    /** What became of people is of them, however it was recorded. */
    private static final Pattern OF_PEOPLE = Pattern.compile(
            "(?i)\\b(?:died|dead|deceased|alive|surviv\\p{L}*|relaps\\p{L}*|recur\\p{L}*|progress\\p{L}*|metasta\\p{L}*|positive|negative"
                    + "|infected|pregnant|respon\\p{L}*|starben|verstarben|verstorben)\\b");

    private static final Pattern FIRST_DIGITS =
            Pattern.compile("^\\s*\\d(?:[.,](?<decimals>\\d{1,9}))[eE]\\+?(?<power>\\d{1,3})(?!\\d)");
    private static final Pattern SIGN = Pattern.compile("%|\\b(?i:per ?cent|percentage|pct)\\b");

    private static final Pattern CUMULATIVE = Pattern.compile(".*\\b(?:cum|kum).*", Pattern.DOTALL);

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        if (settings.nationalExempt() && prose.declaration().level() == Declaration.Level.NATIONAL) {
            findings.restsOn("level: national");
            return findings.outcome("no share: the profile lets national figures be shown");
        }
        String sentence = "";
        boolean ofData = false;
        for (ShareInWords share : ShareInWords.in(prose, facts)) {
            if (share.base() < settings.minCount() || !(share.isAll() || share.isNone())) {
                continue;
            }
            if (!share.sentence().equals(sentence)) {
                sentence = share.sentence();
                ofData = OF_THE_DATA.matcher(sentence).find()
                        && !OF_PEOPLE.matcher(sentence).find();
            }
            if (!ofData) {
                inWords(findings, share, settings);
            }
        }
        return findings.outcome("the percentages of a base told in words");
    }

    private static void inWords(Findings findings, ShareInWords share, Settings settings) {
        Settings.ZeroPolicy policy = settings.zeroPolicy();
        boolean none = share.isNone() && policy != Settings.ZeroPolicy.ALLOW;
        if (!share.isAll() && !none) {
            return;
        }
        boolean breach = none && policy == Settings.ZeroPolicy.FAIL;
        findings.add(
                share.where(),
                null,
                null,
                breach ? Disposition.BREACH : none ? Disposition.HUMAN_JUDGEMENT : WholeGroup.disposition(settings),
                words -> words.message(
                                "The figure says that " + (none ? "none" : "all") + " of a group have this attribute.")
                        .because("\"" + share.text() + "\" of " + share.base()
                                + ": whoever is known to belong to the group is known "
                                + (none ? "not to have it" : "to have it"))
                        .remedy("Speak of a wider group, or leave the figure out.")
                        .value(share.text()));
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        if (!applies(table)) {
            return new Outcome.NotApplicable("no percentages or proportions of groups of people");
        }
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no share: the profile lets national figures be shown");
        }
        BitSet baseRows = table.rowsLabelled(ShareOfAllOrNone::isBase);
        BitSet baseColumns = baseColumns(table);
        long[] tested = new long[1];
        table.forEachQuantity(SHARES, share -> {
            BigDecimal all = all(table, facts, share);
            boolean base =
                    table.isTotalRow(share.row()) || baseRows.get(share.row()) || baseColumns.get(share.column());
            if (all == null || base) {
                return;
            }
            tested[0]++;
            boolean atTheEnd = share.value().signum() == 0 || share.value().compareTo(all) == 0;
            if (!atTheEnd || isOnlyRounded(table, facts, share)) {
                return;
            }
            if (share.value().compareTo(all) == 0) {
                whole(table, facts, share, settings, findings);
            } else {
                none(table, facts, share, settings, findings);
            }
        });
        return tested[0] == 0
                ? new Outcome.NotApplicable("no percentages or proportions of groups of people")
                : findings.outcome(tested[0] + " shares");
    }

    private static boolean applies(Table table) {
        if (GroupLine.isSurvival(table)
                || CaseSummary.is(table)
                || table.type().isModel()
                || LorenzCurve.of(table).isPresent()) {
            return false;
        }
        return switch (table.type()) {
            case ROC_CURVE,
                    CLASSIFIER_METRICS,
                    ML_MODEL,
                    MODEL_OBJECT,
                    FACTOR_ANALYSIS,
                    DECISION_TREE,
                    CORRELATION,
                    GINI,
                    CONCENTRATION_INDEX,
                    HYPOTHESIS_TESTS -> false;
            default -> true;
        };
    }

    /** The number that stands for all: 100, 1, or nothing where the figure is no share. */
    private static @Nullable BigDecimal all(Table table, Facts facts, Quantity share) {
        if (share.role() == ColumnRole.PERCENTAGE) {
            return HUNDRED;
        }
        if (share.role() == ColumnRole.PROPORTION) {
            return BigDecimal.ONE;
        }
        Optional<Bounds> bounds = facts.bounds(table, share.row(), share.column());
        boolean indicator = bounds.isPresent()
                && is(bounds.get().low(), BigDecimal.ZERO)
                && is(bounds.get().high(), BigDecimal.ONE);
        return indicator ? BigDecimal.ONE : null;
    }

    private static boolean is(@Nullable BigDecimal end, BigDecimal value) {
        return end != null && end.compareTo(value) == 0;
    }

    private static boolean isBase(String label) {
        return TotalNames.isName(label)
                || BASE.matcher(label.toLowerCase(Locale.ROOT)).matches();
    }

    /** Columns of totals, and those that add up to all. */
    private static BitSet baseColumns(Table table) {
        BitSet columns = new BitSet();
        for (Column column : table.columns()) {
            String header = column.name().toLowerCase(Locale.ROOT);
            String plain = SIGN.matcher(column.leaf()).replaceAll(" ");
            columns.set(
                    column.index(),
                    column.total()
                            || TotalNames.isName(plain)
                            || CUMULATIVE.matcher(header).matches()
                            || (TotalNames.mayBeName(plain) && isSumOfOthers(table, column)));
        }
        return columns;
    }

    /** Whether a column is 100 % in every row and the other shares of each row add up to it. */
    private static boolean isSumOfOthers(Table table, Column total) {
        int rows = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity whole : table.quantities(row, total.index())) {
                if (whole.role() != ColumnRole.PERCENTAGE && whole.role() != ColumnRole.PROPORTION) {
                    continue;
                }
                BigDecimal all = whole.role() == ColumnRole.PERCENTAGE ? HUNDRED : BigDecimal.ONE;
                if (whole.value().compareTo(all) != 0 || !addUp(table, whole, all)) {
                    return false;
                }
                rows++;
            }
        }
        return rows > 0;
    }

    private static boolean addUp(Table table, Quantity whole, BigDecimal all) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        for (Column column : table.columns()) {
            for (Quantity part : table.quantities(whole.row(), column.index())) {
                if (part.role() == whole.role() && part.column() != whole.column()) {
                    sum = sum.add(part.value());
                    slack = slack.add(part.halfUnit());
                }
            }
        }
        return sum.subtract(all).abs().compareTo(slack) <= 0;
    }

    private static void whole(Table table, Facts facts, Quantity share, Settings settings, Findings findings) {
        Optional<Size> base = facts.base(table, share);
        if (base.isPresent() && base.get().high() < settings.minCount()) {
            return; // the base itself is reported as a small count
        }
        boolean cut = cutsItsCount(table.text(share.row(), share.column()));
        Disposition sure = WholeGroup.disposition(settings);
        findings.add(
                table,
                share.row(),
                share.column(),
                cut && sure == Disposition.BREACH ? Disposition.HUMAN_JUDGEMENT : sure,
                words -> words.message("The figure says that all of a group have this attribute.")
                        .because(share.value().toPlainString() + " here" + of(base)
                                + (cut ? ", though the count beside it is cut to its first digits" : "")
                                + ": whoever is known to belong to the group is known to have it")
                        .remedy("Merge the group with another, or leave the figure out."));
    }

    /** Whether a count stands with fewer digits than it has, {@code 1.09e+07}, so that some may be missing from all. */
    private static boolean cutsItsCount(String cell) {
        Matcher cut = FIRST_DIGITS.matcher(cell);
        return cut.find()
                && Integer.parseInt(cut.group("power")) > cut.group("decimals").length();
    }

    private static void none(Table table, Facts facts, Quantity share, Settings settings, Findings findings) {
        boolean sensitive = facts.sensitive(table, share.row(), share.column());
        Settings.ZeroPolicy policy = settings.zeroPolicy();
        if (!sensitive && (policy == Settings.ZeroPolicy.ALLOW || besideZero(table, share))) {
            return;
        }
        if (facts.structuralZero(table, share.row(), share.column())) {
            findings.restsOn("structural_zeros: " + table.rowLabel(share.row()) + " / "
                    + table.columns().get(share.column()).name());
            return;
        }
        Disposition disposition = policy == Settings.ZeroPolicy.FAIL
                ? Disposition.BREACH
                : sensitive ? WholeGroup.disposition(settings) : Disposition.HUMAN_JUDGEMENT;
        findings.add(
                table,
                share.row(),
                share.column(),
                disposition,
                words -> words.message("The figure says that none of a group have this attribute.")
                        .because(share.value().toPlainString() + " here" + of(facts.base(table, share))
                                + (sensitive ? ", and the variable is declared sensitive" : ""))
                        .remedy("Merge the group with another, or declare the zero under structural_zeros if it cannot"
                                + " be anything else."));
    }

    /** Whether the count in the same cell says that it is neither none nor all. */
    private static boolean isOnlyRounded(Table table, Facts facts, Quantity share) {
        Optional<Size> base = facts.base(table, share);
        return base.isPresent()
                && table.quantities(share.row(), share.column()).stream()
                        .filter(part -> part.role() == ColumnRole.COUNT)
                        .anyMatch(part -> part.value().signum() > 0
                                && part.value()
                                                .compareTo(BigDecimal.valueOf(
                                                        base.get().low()))
                                        < 0);
    }

    /** Whether the zero count itself stands in the same cell, where it is reported. */
    private static boolean besideZero(Table table, Quantity share) {
        return table.quantities(share.row(), share.column()).stream()
                .anyMatch(
                        part -> part.role() == ColumnRole.COUNT && part.value().signum() == 0);
    }

    private static String of(Optional<Size> base) {
        return base.map(size ->
                        " of " + (size.low() == size.high() ? "" + size.low() : size.low() + " to " + size.high()))
                .orElse("");
    }
}
