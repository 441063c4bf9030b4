package dev.sdc.engine.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a profile sets, as rules read them. Immutable.
 *
 * @param minCount a count from 1 to this less one fails
 * @param zeroPolicy what an interior zero means
 * @param groupShare a cell with at least this share of its row or column discloses the group
 * @param groupsFail whether a group wholly in one cell fails rather than calls for review
 * @param nk the largest {@code n} contributors may hold at most {@code k} of a total; null when not tested
 * @param nkInclusive whether exactly {@code k} fails too
 * @param x1Share the share that the largest contributor may hold; null when not tested
 * @param pPercent the p of the p% rule as a share; null when not tested
 * @param minDof fewest residual degrees of freedom; 0 when not tested
 * @param survMinEvents fewest events in a step of a survival table; 0 when not tested
 * @param survMinAtRisk fewest at risk in a survival table; 0 when not tested
 * @param survMinWithdrawals fewest withdrawals between two rows; fewer call for review
 * @param survWithdrawalsFail whether they fail instead
 * @param qMin units beyond and between published quantiles
 * @param roundBase the base that every count must be rounded to; 0 when the profile asks for none
 * @param totals how totals of rounded tables may be made
 * @param derivedFromRounded whether derived figures must come from rounded counts
 * @param difMin the smallest difference that may be published between nested populations
 * @param ambiguity fewest values a hidden count must be able to take
 * @param orgMin fewest organisations behind an organisation-level statistic
 * @param organisationsFail whether named organisations fail rather than call for review
 * @param maxRows most rows of a file
 * @param maxBytes most bytes of a file
 * @param nationalExempt whether figures at national level are exempt from count rules
 * @param midpoint6Suffix whether columns ending in {@code _midpoint6} hold midpoints of six
 * @param unitMustBePatients whether tumour and episode counts need the count of distinct patients
 * @param extremesFail whether minima and maxima fail when nothing supports them
 * @param mediansFail whether medians fail, however many units stand behind them
 * @param types extensions of files that may be released, in lower case without the dot
 * @param minContributors fewest contributors behind a sum or mean
 * @param roundingGrid the bases that counts must be rounded to where the base grows with the count; empty when the
 *     profile asks for none
 * @param significantDigits most significant digits of any figure; 0 when not limited
 * @param percentDecimals most decimals of a percentage; -1 when not limited
 * @param exempt kinds of statistic that the profile exempts from its rules
 * @param passApprovals how many people must approve a release that passed: one or two; any other needs two
 * @param exceptions whether people may release a breach for a reason; never what fails hard
 * @param checkDays the age in days at which a check no longer opens the gate
 * @param approvalDays the longest time in days that an approval may be valid
 * @param destinations where to a release may go, each with its pinned host key; null where the approvals alone decide
 */
public record Settings(
        int minCount,
        ZeroPolicy zeroPolicy,
        BigDecimal groupShare,
        boolean groupsFail,
        @Nullable Nk nk,
        boolean nkInclusive,
        @Nullable BigDecimal x1Share,
        @Nullable BigDecimal pPercent,
        int minDof,
        int survMinEvents,
        int survMinAtRisk,
        int survMinWithdrawals,
        boolean survWithdrawalsFail,
        int qMin,
        int roundBase,
        Totals totals,
        boolean derivedFromRounded,
        int difMin,
        int ambiguity,
        int orgMin,
        boolean organisationsFail,
        int maxRows,
        long maxBytes,
        boolean nationalExempt,
        boolean midpoint6Suffix,
        boolean unitMustBePatients,
        boolean extremesFail,
        boolean mediansFail,
        Set<String> types,
        int minContributors,
        RoundingGrid roundingGrid,
        int significantDigits,
        int percentDecimals,
        Set<Exemption> exempt,
        int passApprovals,
        boolean exceptions,
        int checkDays,
        int approvalDays,
        @Nullable Set<String> destinations) {

    /** Copies the sets and brings shares to one form, so that equal settings are equal. */
    public Settings {
        groupShare = groupShare.stripTrailingZeros();
        x1Share = x1Share == null ? null : x1Share.stripTrailingZeros();
        pPercent = pPercent == null ? null : pPercent.stripTrailingZeros();
        types = Set.copyOf(types);
        exempt = Set.copyOf(exempt);
        destinations = destinations == null ? null : Set.copyOf(destinations);
    }

    /** What an interior zero means. */
    public enum ZeroPolicy {
        ALLOW,
        REVIEW,
        FAIL
    }

    /** How totals of rounded tables may be made. */
    public enum Totals {
        /** Exact, recomputed from what is shown. */
        EXACT,
        /** The sum of the rounded cells, or a multiple of the base. */
        SUM_OR_MULTIPLE,
        /** Rounded on their own. */
        ROUNDED,
        /** May be given as a range. */
        RANGE
    }

    /** The (n, k) dominance rule. */
    public record Nk(int n, BigDecimal k) {
        /** Brings the share to one form. */
        public Nk {
            k = k.stripTrailingZeros();
        }
    }

    /** A kind of statistic that a profile may exempt. */
    public enum Exemption {
        MODELS,
        RATES,
        INTERVALS
    }

    /** These settings or the others, whichever is stricter, parameter by parameter. */
    public Settings strictestWith(Settings other) {
        return Parameters.strictest(this, other);
    }

    /** The names of the parameters in which these settings are less strict than others; empty when in none. */
    public List<String> laxerThan(Settings other) {
        return Parameters.laxer(this, other);
    }

    /** Every parameter by its name in a profile, as a profile would write it, in the order of the catalogue. */
    public Map<String, String> written() {
        return Parameters.written(this);
    }
}
