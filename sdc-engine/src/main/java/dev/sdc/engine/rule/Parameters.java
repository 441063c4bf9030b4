package dev.sdc.engine.rule;

import static dev.sdc.engine.rule.ParameterKinds.approvals;
import static dev.sdc.engine.rule.ParameterKinds.atLeast;
import static dev.sdc.engine.rule.ParameterKinds.atLeastMinCount;
import static dev.sdc.engine.rule.ParameterKinds.atMost;
import static dev.sdc.engine.rule.ParameterKinds.base;
import static dev.sdc.engine.rule.ParameterKinds.decimals;
import static dev.sdc.engine.rule.ParameterKinds.destinations;
import static dev.sdc.engine.rule.ParameterKinds.digits;
import static dev.sdc.engine.rule.ParameterKinds.dominance;
import static dev.sdc.engine.rule.ParameterKinds.exemptions;
import static dev.sdc.engine.rule.ParameterKinds.extensions;
import static dev.sdc.engine.rule.ParameterKinds.grid;
import static dev.sdc.engine.rule.ParameterKinds.megabytes;
import static dev.sdc.engine.rule.ParameterKinds.shareAtMost;
import static dev.sdc.engine.rule.ParameterKinds.shareOrOff;
import static dev.sdc.engine.rule.ParameterKinds.stricterWhenFalse;
import static dev.sdc.engine.rule.ParameterKinds.stricterWhenTrue;
import static dev.sdc.engine.rule.ParameterKinds.threshold;
import static dev.sdc.engine.rule.ParameterKinds.totals;
import static dev.sdc.engine.rule.ParameterKinds.zeroPolicy;

import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.Settings.Nk;
import dev.sdc.engine.rule.Settings.Totals;
import dev.sdc.engine.rule.Settings.ZeroPolicy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a profile, each with its name, how it is written, and which way is stricter.
 *
 * <p>A new parameter is one line here and one component of {@link Settings}.
 */
final class Parameters {
    private static final Parameter<Integer> MIN_COUNT = threshold("min_count", Settings::minCount);
    private static final Parameter<ZeroPolicy> ZERO_POLICY = zeroPolicy("zero_policy", Settings::zeroPolicy);
    private static final Parameter<BigDecimal> GROUP_SHARE = shareAtMost("group_share", Settings::groupShare);
    private static final Parameter<Boolean> GROUPS_FAIL = stricterWhenTrue("groups_fail", Settings::groupsFail);
    private static final Parameter<Nk> NK = dominance("nk", Settings::nk);
    private static final Parameter<Boolean> NK_INCLUSIVE = stricterWhenTrue("nk_inclusive", Settings::nkInclusive);
    private static final Parameter<BigDecimal> X1_SHARE = shareOrOff("x1_share", Settings::x1Share, BigDecimal::min);
    private static final Parameter<BigDecimal> P_PERCENT = shareOrOff("p_percent", Settings::pPercent, BigDecimal::max);
    private static final Parameter<Integer> MIN_DOF = atLeast("min_dof", Settings::minDof);
    private static final Parameter<Integer> SURV_MIN_EVENTS = atLeast("surv_min_events", Settings::survMinEvents);
    private static final Parameter<Integer> SURV_MIN_AT_RISK = atLeast("surv_min_at_risk", Settings::survMinAtRisk);
    private static final Parameter<Integer> SURV_MIN_WITHDRAWALS =
            atLeast("surv_min_withdrawals", Settings::survMinWithdrawals);
    private static final Parameter<Boolean> SURV_WITHDRAWALS_FAIL =
            stricterWhenTrue("surv_withdrawals_fail", Settings::survWithdrawalsFail);
    private static final Parameter<Integer> Q_MIN = atLeast("q_min", Settings::qMin);
    private static final Parameter<Integer> ROUND_BASE = base("round_base", Settings::roundBase);
    private static final Parameter<Totals> TOTALS = totals("totals", Settings::totals);
    private static final Parameter<Boolean> DERIVED_FROM_ROUNDED =
            stricterWhenTrue("derived_from_rounded", Settings::derivedFromRounded);
    private static final Parameter<Integer> DIF_MIN = atLeastMinCount("dif_min", Settings::difMin);
    private static final Parameter<Integer> AMBIGUITY = atLeast("ambiguity", Settings::ambiguity);
    private static final Parameter<Integer> ORG_MIN = atLeast("org_min", Settings::orgMin);
    private static final Parameter<Boolean> ORGANISATIONS_FAIL =
            stricterWhenTrue("organisations_fail", Settings::organisationsFail);
    private static final Parameter<Integer> MAX_ROWS = atMost("max_rows", Settings::maxRows);
    private static final Parameter<Long> MAX_MB = megabytes("max_mb", Settings::maxBytes);
    private static final Parameter<Boolean> NATIONAL_EXEMPT =
            stricterWhenFalse("national_exempt", Settings::nationalExempt);
    private static final Parameter<Boolean> MIDPOINT6_SUFFIX =
            stricterWhenFalse("midpoint6_suffix", Settings::midpoint6Suffix);
    private static final Parameter<Boolean> UNIT_MUST_BE_PATIENTS =
            stricterWhenTrue("unit_must_be_patients", Settings::unitMustBePatients);
    private static final Parameter<Boolean> EXTREMES_FAIL = stricterWhenTrue("extremes_fail", Settings::extremesFail);
    private static final Parameter<Boolean> MEDIANS_FAIL = stricterWhenTrue("medians_fail", Settings::mediansFail);
    private static final Parameter<Set<String>> TYPES = extensions("types", Settings::types);
    private static final Parameter<Integer> MIN_CONTRIBUTORS =
            atLeastMinCount("min_contributors", Settings::minContributors);
    private static final Parameter<RoundingGrid> ROUNDING_GRID = grid("rounding_grid", Settings::roundingGrid);
    private static final Parameter<Integer> SIGNIFICANT_DIGITS =
            digits("significant_digits", Settings::significantDigits);
    private static final Parameter<Integer> PERCENT_DECIMALS = decimals("percent_decimals", Settings::percentDecimals);
    private static final Parameter<Set<Exemption>> EXEMPT = exemptions("exempt", Settings::exempt);

    private static final Parameter<Integer> PASS_APPROVALS = approvals("pass_approvals", Settings::passApprovals);
    private static final Parameter<Boolean> EXCEPTIONS = stricterWhenFalse("exceptions", Settings::exceptions);
    private static final Parameter<Integer> CHECK_DAYS = atMost("check_days", Settings::checkDays);
    private static final Parameter<Integer> APPROVAL_DAYS = atMost("approval_days", Settings::approvalDays);
    private static final Parameter<Set<String>> DESTINATIONS = destinations("destinations", Settings::destinations);

    private static final Map<String, Parameter<?>> ALL = byName(
            MIN_COUNT,
            ZERO_POLICY,
            GROUP_SHARE,
            GROUPS_FAIL,
            NK,
            NK_INCLUSIVE,
            X1_SHARE,
            P_PERCENT,
            MIN_DOF,
            SURV_MIN_EVENTS,
            SURV_MIN_AT_RISK,
            SURV_MIN_WITHDRAWALS,
            SURV_WITHDRAWALS_FAIL,
            Q_MIN,
            ROUND_BASE,
            TOTALS,
            DERIVED_FROM_ROUNDED,
            DIF_MIN,
            AMBIGUITY,
            ORG_MIN,
            ORGANISATIONS_FAIL,
            MAX_ROWS,
            MAX_MB,
            NATIONAL_EXEMPT,
            MIDPOINT6_SUFFIX,
            UNIT_MUST_BE_PATIENTS,
            EXTREMES_FAIL,
            MEDIANS_FAIL,
            TYPES,
            MIN_CONTRIBUTORS,
            ROUNDING_GRID,
            SIGNIFICANT_DIGITS,
            PERCENT_DECIMALS,
            EXEMPT,
            PASS_APPROVALS,
            EXCEPTIONS,
            CHECK_DAYS,
            APPROVAL_DAYS,
            DESTINATIONS);

    private Parameters() {}

    /** Every parameter by name. */
    static Map<String, Parameter<?>> all() {
        return ALL;
    }

    static Settings strictest(Settings a, Settings b) {
        Values values = new Values();
        ALL.values().forEach(parameter -> values.put(parameter, parameter.strictest(a, b)));
        return values.settings();
    }

    static List<String> laxer(Settings a, Settings b) {
        return ALL.values().stream()
                .filter(parameter -> parameter.isLaxer(a, b))
                .map(Parameter::name)
                .toList();
    }

    static Map<String, String> written(Settings settings) {
        Map<String, String> written = new LinkedHashMap<>();
        ALL.values().forEach(parameter -> written.put(parameter.name(), parameter.written(settings)));
        return Collections.unmodifiableMap(written);
    }

    /** Values on the way to settings: those of a chain of profiles, the child's over its parent's. */
    static final class Values {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        /** Sets what a parameter was read as; an earlier value is replaced. */
        void put(Parameter<?> parameter, @Nullable Object value) {
            values.put(parameter.name(), value);
        }

        /** The parameters that have no value yet. */
        List<String> missing() {
            return ALL.keySet().stream()
                    .filter(name -> !values.containsKey(name))
                    .toList();
        }

        /** Every value is one that the parameter itself read or chose. */
        @SuppressWarnings({"unchecked", "NullAway"})
        private <T> T get(Parameter<T> parameter) {
            return (T) values.get(parameter.name());
        }

        private int orMinCount(Parameter<Integer> parameter) {
            int value = get(parameter);
            return value == ParameterKinds.FOLLOWS ? get(MIN_COUNT) : value;
        }

        Settings settings() {
            return new Settings(
                    get(MIN_COUNT),
                    get(ZERO_POLICY),
                    get(GROUP_SHARE),
                    get(GROUPS_FAIL),
                    get(NK),
                    get(NK_INCLUSIVE),
                    get(X1_SHARE),
                    get(P_PERCENT),
                    get(MIN_DOF),
                    get(SURV_MIN_EVENTS),
                    get(SURV_MIN_AT_RISK),
                    get(SURV_MIN_WITHDRAWALS),
                    get(SURV_WITHDRAWALS_FAIL),
                    get(Q_MIN),
                    get(ROUND_BASE),
                    get(TOTALS),
                    get(DERIVED_FROM_ROUNDED),
                    orMinCount(DIF_MIN),
                    get(AMBIGUITY),
                    get(ORG_MIN),
                    get(ORGANISATIONS_FAIL),
                    get(MAX_ROWS),
                    get(MAX_MB),
                    get(NATIONAL_EXEMPT),
                    get(MIDPOINT6_SUFFIX),
                    get(UNIT_MUST_BE_PATIENTS),
                    get(EXTREMES_FAIL),
                    get(MEDIANS_FAIL),
                    get(TYPES),
                    orMinCount(MIN_CONTRIBUTORS),
                    get(ROUNDING_GRID),
                    get(SIGNIFICANT_DIGITS),
                    get(PERCENT_DECIMALS),
                    get(EXEMPT),
                    get(PASS_APPROVALS),
                    get(EXCEPTIONS),
                    get(CHECK_DAYS),
                    get(APPROVAL_DAYS),
                    get(DESTINATIONS));
        }
    }

    private static Map<String, Parameter<?>> byName(Parameter<?>... parameters) {
        Map<String, Parameter<?>> all = new LinkedHashMap<>();
        Arrays.stream(parameters).forEach(parameter -> all.put(parameter.name(), parameter));
        return Collections.unmodifiableMap(all);
    }
}
