package dev.sdc.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sdc.engine.submission.DeclarationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strictness is an order: composing profiles finds the least settings that are as strict as each. */
class StrictnessTest {
    /** Values of each parameter, from which profiles are drawn. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("min_count", List.of("3", "8", "10", "15")),
            Map.entry("zero_policy", List.of("allow", "review", "fail")),
            Map.entry("group_share", List.of("1", "1.00", "0.9")),
            Map.entry("groups_fail", List.of("true", "false")),
            Map.entry("nk", List.of("off", "{n: 1, k: 0.5}", "{n: 2, k: 0.9}", "{n: 3, k: 0.8}")),
            Map.entry("nk_inclusive", List.of("true", "false")),
            Map.entry("x1_share", List.of("off", "0.5", "0.4375")),
            Map.entry("p_percent", List.of("off", "0.1", "0.15")),
            Map.entry("min_dof", List.of("off", "10", "20")),
            Map.entry("surv_min_events", List.of("off", "6", "10")),
            Map.entry("surv_min_at_risk", List.of("off", "5")),
            Map.entry("surv_min_withdrawals", List.of("off", "6")),
            Map.entry("surv_withdrawals_fail", List.of("true", "false")),
            Map.entry("q_min", List.of("5", "10", "20")),
            Map.entry("round_base", List.of("off", "3", "5", "10")),
            Map.entry("totals", List.of("exact", "sum_or_multiple", "rounded", "range")),
            Map.entry("derived_from_rounded", List.of("true", "false")),
            Map.entry("dif_min", List.of("min_count", "12")),
            Map.entry("ambiguity", List.of("2", "4")),
            Map.entry("org_min", List.of("3", "5")),
            Map.entry("organisations_fail", List.of("true", "false")),
            Map.entry("max_rows", List.of("1000", "5000")),
            Map.entry("max_mb", List.of("1", "16")),
            Map.entry("national_exempt", List.of("true", "false")),
            Map.entry("midpoint6_suffix", List.of("true", "false")),
            Map.entry("unit_must_be_patients", List.of("true", "false")),
            Map.entry("extremes_fail", List.of("true", "false")),
            Map.entry("medians_fail", List.of("true", "false")),
            Map.entry("types", List.of("[csv]", "[csv, txt]", "[csv, jpeg, md]")),
            Map.entry("min_contributors", List.of("min_count", "20")),
            Map.entry("rounding_grid", List.of("off", "[[15, 10], [100, 50]]", "[[0, 3], [20, 5], [100, 10]]")),
            Map.entry("significant_digits", List.of("off", "3", "4")),
            Map.entry("percent_decimals", List.of("off", "0", "1")),
            Map.entry("exempt", List.of("[]", "[models]", "[rates, intervals, models]")),
            Map.entry("pass_approvals", List.of("1", "2")),
            Map.entry("exceptions", List.of("true", "false")),
            Map.entry("check_days", List.of("7", "30")),
            Map.entry("approval_days", List.of("1", "14")),
            Map.entry(
                    "destinations",
                    List.of(
                            "off",
                            "[]",
                            "['sftp://a@h:22/in SHA256:" + "A".repeat(43) + "']",
                            "['sftp://a@h:22/in SHA256:" + "A".repeat(43) + "', 'sftp://b@h:22/in SHA256:"
                                    + "B".repeat(43) + "']")));

    @Test
    void everyParameterIsDrawn() {
        assertThat(VALUES.keySet()).isEqualTo(Parameters.all().keySet());
        assertThat(TestProfiles.ROOT.keySet()).isEqualTo(Parameters.all().keySet());
    }

    @Property(tries = 300)
    void composingIsIdempotentCommutativeAndAssociative(
            @ForAll("settings") Settings a, @ForAll("settings") Settings b, @ForAll("settings") Settings c) {
        assertThat(a.strictestWith(a)).isEqualTo(a);
        assertThat(a.strictestWith(b)).isEqualTo(b.strictestWith(a));
        assertThat(a.strictestWith(b).strictestWith(c)).isEqualTo(a.strictestWith(b.strictestWith(c)));
    }

    @Property(tries = 300)
    void theComposedIsAtLeastAsStrictAsEach(@ForAll("settings") Settings a, @ForAll("settings") Settings b) {
        Settings both = a.strictestWith(b);
        assertThat(both.laxerThan(a)).isEmpty();
        assertThat(both.laxerThan(b)).isEmpty();
        assertThat(a.laxerThan(a)).isEmpty();
        assertThat(a.laxerThan(b).isEmpty() && b.laxerThan(a).isEmpty()).isEqualTo(a.equals(b));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll("settings") Settings settings) throws DeclarationException {
        assertThat(read(settings.written())).isEqualTo(settings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min_count              | 10               | 8
            zero_policy            | fail             | review
            zero_policy            | review           | allow
            group_share            | 0.90             | 1.00
            groups_fail            | true             | false
            nk                     | {n: 2, k: 0.85}  | {n: 2, k: 0.90}
            nk                     | {n: 3, k: 0.90}  | {n: 2, k: 0.90}
            nk                     | {n: 1, k: 1}     | off
            nk_inclusive           | true             | false
            x1_share               | 0.4375           | 0.50
            x1_share               | 0.50             | off
            p_percent              | 0.15             | 0.10
            p_percent              | 0.10             | off
            min_dof                | 10               | off
            surv_min_events        | 10               | 6
            surv_min_at_risk       | 10               | 6
            surv_min_withdrawals   | 6                | off
            surv_withdrawals_fail  | true             | false
            q_min                  | 20               | 10
            round_base             | 10               | 5
            round_base             | 5                | off
            totals                 | sum_or_multiple  | rounded
            totals                 | rounded          | range
            totals                 | range            | exact
            derived_from_rounded   | true             | false
            dif_min                | 12               | min_count
            ambiguity              | 4                | 2
            org_min                | 5                | 3
            organisations_fail     | true             | false
            max_rows               | 1000             | 5000
            max_mb                 | 1                | 16
            national_exempt        | false            | true
            midpoint6_suffix       | false            | true
            unit_must_be_patients  | true             | false
            extremes_fail          | true             | false
            medians_fail           | true             | false
            types                  | [csv]            | [csv, txt]
            min_contributors       | 20               | min_count
            rounding_grid          | [[15, 50]]       | [[15, 10]]
            significant_digits     | 3                | 4
            significant_digits     | 4                | off
            percent_decimals       | 0                | 1
            percent_decimals       | 1                | off
            exempt                 | []               | [models]
            """)
    void theFirstIsStricter(String parameter, String strict, String lax) throws DeclarationException {
        Settings stricter = rootWith(parameter, strict);
        Settings laxer = rootWith(parameter, lax);
        assertThat(laxer.laxerThan(stricter)).containsExactly(parameter);
        assertThat(stricter.laxerThan(laxer)).isEmpty();
        assertThat(stricter.strictestWith(laxer)).isEqualTo(stricter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            round_base    | 3                       | 5                  | 15
            nk            | {n: 1, k: 0.5}          | {n: 2, k: 0.9}     | {n: 2, k: 0.5}
            types         | [csv, txt]              | [csv, json]        | [csv]
            rounding_grid | [[15, 10], [100, 50]]   | [[20, 3]]          | [[15, 10], [20, 30], [100, 150]]
            """)
    void neitherIsStricterAndBothHold(String parameter, String one, String other, String both)
            throws DeclarationException {
        Settings composed = rootWith(parameter, one).strictestWith(rootWith(parameter, other));
        assertThat(composed.written()).containsEntry(parameter, both);
    }

    @Test
    void hugeBasesStayWithinAnInt() {
        assertThat(RoundingGrid.commonBase(999_983, 999_979)).isEqualTo(Integer.MAX_VALUE);
        assertThat(RoundingGrid.commonBase(Integer.MAX_VALUE, 2)).isEqualTo(Integer.MAX_VALUE);
        assertThatCode(() -> new RoundingGrid(List.of(new RoundingGrid.Step(0, 7))).baseAt(Long.MAX_VALUE))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<Settings> settings() {
        return Arbitraries.randomValue(random -> {
            Map<String, String> drawn = new TreeMap<>();
            VALUES.forEach((name, values) -> drawn.put(name, values.get(random.nextInt(values.size()))));
            try {
                return read(drawn);
            } catch (DeclarationException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Settings rootWith(String parameter, String value) throws DeclarationException {
        Map<String, String> parameters = new TreeMap<>(TestProfiles.ROOT);
        // held still, so that one parameter differs
        parameters.put("dif_min", "10");
        parameters.put("min_contributors", "10");
        parameters.put(parameter, value);
        return read(parameters);
    }

    private static Settings read(Map<String, String> parameters) throws DeclarationException {
        return new Profiles(List.of(new TestProfiles(Map.of("x", TestProfiles.text("x", "", parameters)))))
                .byName("x")
                .settings();
    }
}
