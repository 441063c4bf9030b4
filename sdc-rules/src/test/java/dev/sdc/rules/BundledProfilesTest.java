package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.ZeroPolicy;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.Submission;
import dev.sdc.engine.submission.SubmissionReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledProfilesTest {
    private static final Profiles PROFILES = Profiles.installed();

    @TempDir
    static Path folder;

    static List<String> names() {
        return PROFILES.names();
    }

    @Test
    void everyProfileOfTheFolderIsListed() {
        assertThat(names())
                .contains(
                        "handbook-10",
                        "opensafely",
                        "nhs-england-hes",
                        "genomics-england",
                        "cancer-charity-draft",
                        "dwb-2015",
                        "ess-2009",
                        "ons-srs",
                        "ukds-securelab",
                        "ukllc",
                        "adrf-coleridge",
                        "abs-datalab",
                        "ofqual",
                        "us-census-drb",
                        "iab-fdz",
                        "bundesbank-rdsc",
                        "statistics-denmark",
                        "acro-default",
                        "nhs-england-sde",
                        "phe-ndrs",
                        "sail")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aProfileSaysWhereEveryValueComesFrom(String name) throws DeclarationException {
        Profile profile = PROFILES.byName(name);
        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.sha256()).matches("[0-9a-f]{64}");
        assertThat(profile.sources().keySet())
                .containsExactlyElementsOf(profile.settings().written().keySet());
        if (!name.equals(Profiles.DEFAULT)) {
            assertThat(profile.extendsName()).isNotNull();
            assertThat(profile.sources().values())
                    .as("values of its own have an origin")
                    .anyMatch(source -> !source.startsWith("from "))
                    .noneMatch(String::isEmpty);
        }
        if (!profile.unverified().isEmpty()) {
            assertThat(profile.notes().get(0)).contains(profile.unverified());
        }
    }

    @Test
    void noTwoProfilesHaveOneDigest() throws DeclarationException {
        List<String> digests = new ArrayList<>();
        for (String name : names()) {
            digests.add(PROFILES.byName(name).sha256());
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "handbook-10, 10, REVIEW, 0, 10, 10, 10, 10",
        "opensafely, 8, ALLOW, 5, 10, 6, 6, 8",
        "nhs-england-hes, 8, ALLOW, 5, 0, 0, 0, 8",
        "genomics-england, 5, ALLOW, 0, 10, 0, 5, 5",
        "cancer-charity-draft, 10, REVIEW, 0, 10, 10, 10, 10",
        "dwb-2015, 10, REVIEW, 0, 10, 10, 10, 10",
        "ons-srs, 10, REVIEW, 0, 10, 10, 10, 10",
        "ukllc, 10, FAIL, 0, 10, 10, 10, 10",
        "adrf-coleridge, 10, REVIEW, 0, 10, 10, 10, 10",
        "ofqual, 5, ALLOW, 5, 10, 10, 10, 5",
        "us-census-drb, 15, REVIEW, 0, 10, 10, 10, 15",
        "iab-fdz, 20, REVIEW, 0, 10, 10, 10, 20",
        "bundesbank-rdsc, 5, REVIEW, 0, 10, 10, 10, 5",
        "statistics-denmark, 3, REVIEW, 0, 10, 10, 10, 3",
        "stats-nz, 6, REVIEW, 3, 10, 10, 10, 6",
        "acro-default, 10, FAIL, 0, 10, 10, 10, 10",
        "us-health, 11, REVIEW, 0, 10, 10, 10, 11",
        "hmrc-datalab, 30, REVIEW, 0, 10, 10, 10, 30",
    })
    void thresholds(String name, int count, ZeroPolicy zero, int base, int dof, int events, int atRisk, int difference)
            throws DeclarationException {
        Settings settings = PROFILES.byName(name).settings();
        assertThat(settings.minCount()).as("min_count").isEqualTo(count);
        assertThat(settings.zeroPolicy()).as("zero_policy").isEqualTo(zero);
        assertThat(settings.roundBase()).as("round_base").isEqualTo(base);
        assertThat(settings.minDof()).as("min_dof").isEqualTo(dof);
        assertThat(settings.survMinEvents()).as("surv_min_events").isEqualTo(events);
        assertThat(settings.survMinAtRisk()).as("surv_min_at_risk").isEqualTo(atRisk);
        assertThat(settings.difMin()).as("dif_min").isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource({
        "handbook-10, 2, 0.9, false, , 0.1, 1",
        "ess-2009, 2, 0.9, false, 0.5, 0.1, 0.9",
        "dwb-2015, 2, 0.9, false, 0.5, 0.1, 0.9",
        "ons-srs, 2, 0.87, false, 0.4375, 0.1, 1",
        "bundesbank-rdsc, 2, 0.85, false, , 0.1, 1",
        "statistics-denmark, 2, 0.8, false, , 0.1, 1",
        "acro-default, 2, 0.9, true, , 0.1, 1",
    })
    void dominance(String name, int n, BigDecimal k, boolean inclusive, BigDecimal x1, BigDecimal p, BigDecimal group)
            throws DeclarationException {
        Settings settings = PROFILES.byName(name).settings();
        assertThat(settings.nk()).isEqualTo(new Settings.Nk(n, k));
        assertThat(settings.nkInclusive()).isEqualTo(inclusive);
        assertThat(settings.x1Share()).isEqualTo(x1);
        assertThat(settings.pPercent()).isEqualTo(p);
        assertThat(settings.groupShare()).isEqualTo(group);
    }

    @Test
    void onlyTheNamedParametersDifferFromTheRoot() throws DeclarationException {
        assertThat(differences("opensafely"))
                .containsExactlyInAnyOrder(
                        "min_count",
                        "zero_policy",
                        "groups_fail",
                        "round_base",
                        "totals",
                        "derived_from_rounded",
                        "midpoint6_suffix",
                        "surv_min_events",
                        "surv_min_at_risk",
                        "surv_min_withdrawals",
                        "surv_withdrawals_fail",
                        "organisations_fail",
                        "types",
                        "dif_min",
                        "min_contributors");
        assertThat(differences("cancer-charity-draft")).containsExactly("unit_must_be_patients");
        assertThat(differences("acro-default")).containsExactlyInAnyOrder("zero_policy", "nk_inclusive", "types");
        assertThat(differences("genomics-england"))
                .containsExactlyInAnyOrder(
                        "min_count",
                        "zero_policy",
                        "totals",
                        "surv_min_events",
                        "surv_min_at_risk",
                        "surv_min_withdrawals",
                        "dif_min",
                        "min_contributors");
        assertThat(differences("us-census-drb"))
                .containsExactlyInAnyOrder(
                        "min_count", "totals", "dif_min", "min_contributors", "rounding_grid", "significant_digits");
    }

    @Test
    void spellingsOfOneKindGoTogether() throws DeclarationException {
        Set<String> root = PROFILES.byName("handbook-10").settings().types();
        assertThat(root).contains("csv", "jpeg", "jpg", "htm", "html", "md", "markdown", "rout", "r", "svg");
        assertThat(root).doesNotContain("xls", "docx", "pdf", "rds");
        assertThat(PROFILES.byName("opensafely").settings().types())
                .containsExactlyInAnyOrder("csv", "txt", "json", "png", "jpeg", "jpg", "svg");
        assertThat(PROFILES.byName("acro-default").settings().types()).doesNotContain("svg");
    }

    @Test
    void theCensusGridGrowsWithTheCount() throws DeclarationException {
        Settings settings = PROFILES.byName("us-census-drb").settings();
        assertThat(settings.roundingGrid().baseAt(14)).isEqualTo(1);
        assertThat(settings.roundingGrid().baseAt(15)).isEqualTo(10);
        assertThat(settings.roundingGrid().baseAt(99)).isEqualTo(10);
        assertThat(settings.roundingGrid().baseAt(100)).isEqualTo(50);
        assertThat(settings.roundingGrid().baseAt(5_000_000)).isEqualTo(1000);
    }

    @Test
    void handbookAndOpensafelyCompose() throws DeclarationException {
        Profile both = Profiles.strictest(List.of(PROFILES.byName("opensafely"), PROFILES.byName("handbook-10")));
        assertThat(both.name()).isEqualTo("handbook-10 + opensafely");
        assertThat(both.settings().minCount()).isEqualTo(10);
        assertThat(both.settings().roundBase()).isEqualTo(5);
        assertThat(both.settings().zeroPolicy()).isEqualTo(ZeroPolicy.REVIEW);
        assertThat(both.settings().totals()).isEqualTo(Settings.Totals.SUM_OR_MULTIPLE);
        assertThat(both.sources()).containsEntry("min_count", "from handbook-10");
        assertThat(both.sources()).containsEntry("round_base", "from opensafely");
    }

    @Test
    void aProfileThatDoesNotExistNamesTheNearest() {
        assertThatThrownBy(() -> PROFILES.load("opensafly"))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("Did you mean `opensafely`?");
    }

    @Test
    void aDeclaredProfileThatDoesNotExistIsToldWithItsLine() {
        Submission submission = declared("profile: opensafly");
        assertThatThrownBy(() -> Profiles.choose(null, submission))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("submission.yaml, line 2, column 1: there is no profile `opensafly`")
                .hasMessageContaining("Did you mean `opensafely`?");
    }

    @Test
    void aDeclarationCannotLowerTheOperatorsProfile() throws DeclarationException {
        Profile chosen = Profiles.choose("handbook-10", declared("profile: genomics-england"));
        assertThat(chosen.settings().minCount()).isEqualTo(10);
        assertThat(chosen.settings().zeroPolicy()).isEqualTo(ZeroPolicy.REVIEW);
        assertThat(chosen.chosenBy()).contains("less strict than the operator's handbook-10 in min_count");
        assertThat(Profiles.choose("opensafely", declared("profile: opensafely"))
                        .name())
                .isEqualTo("opensafely");
        assertThat(Profiles.choose(null, declared("profile: {strictest_of: [ukllc, handbook-10]}"))
                        .name())
                .isEqualTo("ukllc");
    }

    @Test
    void profilesAreListedInsideAJarToo() throws Exception {
        Path jar = folder.resolve("rules.jar");
        URL first = URI.create("jar:" + jar.toUri() + "!/a/profiles/first.yaml").toURL();
        write(
                jar,
                "a/profiles/second.yaml",
                "a/profiles/first.yaml",
                "a/profiles/README.md",
                "a/profiles/old/third.yaml",
                "b/other.yaml");
        assertThat(BundledProfiles.beside(first)).containsExactly("first", "second");
        write(jar, "a/profiles/first.yaml");
        assertThat(BundledProfiles.beside(first)).as("replaced on disk").containsExactly("first");
    }

    private static void write(Path jar, String... entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
            }
        }
    }

    @Test
    void profilesAreListedInAFolder() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        for (String file : List.of("second.yaml", "first.yaml", "README.md")) {
            Files.writeString(profiles.resolve(file), "");
        }
        assertThat(BundledProfiles.beside(profiles.resolve("first.yaml").toUri().toURL()))
                .containsExactly("first", "second");
    }

    private static Submission declared(String line) {
        try {
            Path file = folder.resolve("submission.yaml");
            Files.writeString(file, "schema: sdc-submission/1\n" + line + "\n");
            Files.writeString(folder.resolve("t.csv"), "x");
            return SubmissionReader.ofFiles(List.of(folder.resolve("t.csv"), file), null);
        } catch (IOException | DeclarationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> differences(String name) throws DeclarationException {
        var root = PROFILES.byName(Profiles.DEFAULT).settings().written();
        var own = PROFILES.byName(name).settings().written();
        return root.keySet().stream()
                .filter(parameter -> !root.get(parameter).equals(own.get(parameter)))
                .toList();
    }
}
