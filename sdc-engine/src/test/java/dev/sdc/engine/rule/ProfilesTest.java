package dev.sdc.engine.rule;

import static dev.sdc.engine.rule.TestProfiles.child;
import static dev.sdc.engine.rule.TestProfiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
    @TempDir
    Path folder;

    @Test
    void theNearestValueOfTheChainHolds() throws DeclarationException {
        Profiles profiles = TestProfiles.with(
                child("five", "min_count", "5", "q_min", "7"), text("six", "five", Map.of("min_count", "6")));
        Profile six = profiles.byName("six");
        assertThat(six.settings().minCount()).isEqualTo(6);
        assertThat(six.settings().qMin()).isEqualTo(7);
        assertThat(six.settings().minDof()).isEqualTo(10);
        assertThat(six.settings().difMin()).as("follows min_count").isEqualTo(6);
        assertThat(six.extendsName()).isEqualTo("five");
        assertThat(six.sources()).containsEntry("q_min", "from five").containsEntry("min_dof", "from handbook-10");
    }

    @Test
    void aValueSaysHowFarItIsVerified() throws DeclarationException {
        Profiles profiles = TestProfiles.with(child(
                "site",
                "min_count",
                "{value: 7, status: read, source: OS, note: since May}",
                "nk",
                "{value: {n: 1, k: 0.5}, status: second_hand, source: DM}",
                "x1_share",
                "{value: 0.4, status: unverified}",
                "p_percent",
                "{value: off, status: proposal}",
                "types",
                "{value: [csv], source: OS}"));
        Profile site = profiles.byName("site");
        assertThat(site.sources())
                .containsEntry("min_count", "OS, read: since May")
                .containsEntry("nk", "DM, second hand")
                .containsEntry("x1_share", "not verified")
                .containsEntry("p_percent", "a proposal")
                .containsEntry("types", "OS");
        assertThat(site.unverified()).containsExactly("x1_share");
        assertThat(site.notes()).containsExactly("Not verified in the organisation's own text: x1_share.");
        assertThat(site.settings().pPercent()).isNull();
    }

    @Test
    void theDigestCoversTheWholeChain() throws DeclarationException {
        String site = child("site", "min_count", "7");
        Profile one = TestProfiles.with(site).byName("site");
        assertThat(TestProfiles.with(site).byName("site").sha256()).isEqualTo(one.sha256());
        assertThat(TestProfiles.with(site + "# a remark\n").byName("site").sha256())
                .isNotEqualTo(one.sha256());
        String parent = child("parent", "q_min", "10");
        String extending = text("site", "parent", Map.of("min_count", "7"));
        assertThat(TestProfiles.with(parent, extending).byName("site").sha256())
                .isNotEqualTo(TestProfiles.with(parent + "# a remark\n", extending)
                        .byName("site")
                        .sha256());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min_cuont  | 5                              | line 7, column 3: unknown parameter `min_cuont`. Did you mean `min_count`?
            min_count  | 0                              | must be a whole number from 1 to
            min_count  | off                            | line 7, column 14: `parameters.min_count` must be a whole number
            zero_policy| forbid                         | Known: allow, review, fail.
            group_share| 90                             | must be a share above 0 and at most 1, such as 0.90
            nk         | 0.9                            | must be keys with values
            nk         | {n: 2}                         | must be off or {n: contributors, k: share}
            totals     | sum                            | Known: exact, sum_or_multiple, rounded, range.
            types      | [csv, .txt]                    | must be an extension without the dot, such as csv
            types      | []                             | must be at least one extension
            exempt     | [model]                        | Did you mean `models`?
            rounding_grid | [15, 10]                    | `parameters.rounding_grid.1` must be a list
            q_min      | {value: 3, status: known}      | Known: read, second_hand, unverified, proposal.
            q_min      | {value: 3, status: read}       | a value that was read needs its `source`
            q_min      | {value: 3, from: OS}           | unknown key `from`
            """)
    void aMistakeIsToldWithItsPlace(String parameter, String value, String message) {
        assertThatThrownBy(
                        () -> TestProfiles.with(child("site", parameter, value)).byName("site"))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith("site.yaml, line 7, column ")
                .hasMessageContaining(message);
    }

    @Test
    void aProfileThatExtendsNoneMustSetEverything() {
        assertThatThrownBy(() -> TestProfiles.with(text("bare", "", Map.of("min_count", "5")))
                        .byName("bare"))
                .hasMessageContaining("bare.yaml, line 1, column 1: no value is given for zero_policy, group_share")
                .hasMessageContaining("extends: handbook-10");
    }

    @Test
    void aCircleIsRefused() {
        Profiles profiles =
                TestProfiles.with(text("a", "b", Map.of("min_count", "5")), text("b", "a", Map.of("min_count", "5")));
        assertThatThrownBy(() -> profiles.byName("a")).hasMessageContaining("line 5, column 1: `a` extends itself");
    }

    @Test
    void aParentThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TestProfiles.with(text("a", "handbok-10", Map.of("min_count", "5")))
                        .byName("a"))
                .hasMessageContaining(
                        "a.yaml, line 5, column 1: there is no profile `handbok-10`. Did you mean `handbook-10`?");
    }

    @Test
    void aFileMayExtendAnInstalledProfileOrOneBesideIt() throws Exception {
        Profiles profiles = TestProfiles.with();
        write("base.yaml", text("base", "handbook-10", Map.of("min_count", "12")));
        Path site = write("site.yaml", text("site", "base.yaml", Map.of("q_min", "20")));
        Profile profile = profiles.load(site.toString());
        assertThat(profile.settings().minCount()).isEqualTo(12);
        assertThat(profile.settings().qMin()).isEqualTo(20);
    }

    @Test
    void aFileMayNotTakeAnInstalledName() throws Exception {
        Path lax = write("lax.yaml", text("handbook-10", "", TestProfiles.ROOT));
        assertThatThrownBy(() -> TestProfiles.with().load(lax.toString()))
                .hasMessageContaining(
                        "lax.yaml, line 1, column 1: the name `handbook-10` belongs to an installed profile");
        assertThatThrownBy(() -> TestProfiles.with().load("nowhere.yaml"))
                .hasMessageContaining("nowhere.yaml: there is no such profile file");
    }

    @Test
    void twoLibrariesMayNotBringOneName() {
        TestProfiles one = new TestProfiles(Map.of("x", child("x", "min_count", "5")));
        assertThatThrownBy(() -> new Profiles(List.of(one, one)).byName("x"))
                .hasMessageContaining("two libraries bring a profile `x`");
    }

    @Test
    void withoutANameTheDefaultDecides() throws DeclarationException {
        Profile chosen = TestProfiles.with().chosen(null, List.of());
        assertThat(chosen.name()).isEqualTo("handbook-10");
        assertThat(chosen.chosenBy()).contains("the default");
    }

    @Test
    void aDeclarationMayOnlyBeStricter() throws DeclarationException {
        Profiles profiles = TestProfiles.with(
                child("strict", "min_count", "20"),
                child("lax", "min_count", "5", "zero_policy", "allow"),
                child("other", "min_count", "8", "round_base", "5"));
        assertThat(profiles.chosen(null, List.of("lax")).name()).isEqualTo("lax");
        assertThat(profiles.chosen(null, List.of("lax")).chosenBy()).isEqualTo("Named by the submission.");
        assertThat(profiles.chosen("lax", List.of()).chosenBy()).isEqualTo("Named by the operator.");
        assertThat(profiles.chosen("lax", List.of("lax")).chosenBy()).contains("both name lax");

        Profile stricter = profiles.chosen("handbook-10", List.of("strict"));
        assertThat(stricter.name()).isEqualTo("strict");
        assertThat(stricter.chosenBy()).contains("at least as strict as the operator's handbook-10");

        Profile held = profiles.chosen("handbook-10", List.of("lax"));
        assertThat(held.name()).isEqualTo("handbook-10");
        assertThat(held.settings()).isEqualTo(profiles.byName("handbook-10").settings());
        assertThat(held.chosenBy())
                .contains(
                        "less strict than the operator's handbook-10 in min_count, zero_policy, dif_min, min_contributors");

        Profile both = profiles.chosen("handbook-10", List.of("other"));
        assertThat(both.name()).isEqualTo("handbook-10 + other");
        assertThat(both.settings().minCount()).isEqualTo(10);
        assertThat(both.settings().roundBase()).isEqualTo(5);
        assertThat(both.sha256()).matches("[0-9a-f]{64}");

        Profile several = profiles.chosen(null, List.of("lax", "strict"));
        assertThat(several.name()).isEqualTo("strict");
    }

    @Test
    void aConfidentialParameterStaysSoInEveryProfileThatHoldsIt() throws DeclarationException {
        Profiles profiles = TestProfiles.with(
                child("secret", "nk", "{value: {n: 1, k: 0.8}, confidential: true}", "q_min", "12"),
                text("heir", "secret", Map.of("p_percent", "{value: 0.2, confidential: true}")),
                text("changed", "secret", Map.of("nk", "{n: 1, k: 0.7}")),
                child("open", "nk", "{value: {n: 1, k: 0.6}, confidential: false}", "q_min", "12"));
        assertThat(profiles.byName("secret").confidential()).containsExactly("nk");
        assertThat(profiles.byName("heir").confidential()).containsExactly("nk", "p_percent");
        assertThat(profiles.byName("changed").confidential()).containsExactly("nk");
        assertThat(profiles.byName("open").confidential()).isEmpty();
    }

    @Test
    void theStrictestOfSeveralKeepsWhatOneOfThemKeepsToItself() throws DeclarationException {
        Profiles profiles = TestProfiles.with(
                child("secret", "min_count", "{value: 8, confidential: true}"), child("strict", "min_count", "20"));
        Profile open = profiles.byName("strict");
        Profile secret = profiles.byName("secret");
        Profile both = Profiles.strictest(List.of(open, secret));
        assertThat(both.settings().minCount()).isEqualTo(20);
        assertThat(both.confidential()).containsExactly("min_count");
        assertThat(Profiles.strictest(List.of(open)).confidential()).isEmpty();
        assertThat(profiles.chosen("strict", List.of("secret")).confidential()).containsExactly("min_count");
    }

    @Test
    void compositionTellsWhatIsUnverified() throws DeclarationException {
        Profiles profiles = TestProfiles.with(
                child("a", "min_count", "{value: 20, status: unverified}", "round_base", "5"),
                child("b", "min_count", "5", "q_min", "30"));
        Profile both = Profiles.strictest(List.of(profiles.byName("b"), profiles.byName("a")));
        assertThat(both.unverified()).containsExactly("min_count");
        assertThat(both.notes()).containsExactly("a: Not verified in the organisation's own text: min_count.");
        assertThat(both.sources()).containsEntry("q_min", "from b").containsEntry("min_dof", "from a, b");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
