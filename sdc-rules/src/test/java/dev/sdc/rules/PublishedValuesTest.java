package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The profiles hold what the organisations' texts ask for, and say how far each value is verified. */
class PublishedValuesTest {
    private static final Set<String> STATES = Set.of("read", "second hand", "not verified", "a proposal");

    private record Published(String profile, String parameter, String value, String state, String source) {}

    @TestFactory
    List<DynamicTest> everyValue() throws IOException {
        return published().stream()
                .map(each -> DynamicTest.dynamicTest(each.profile + " " + each.parameter, () -> holds(each)))
                .toList();
    }

    /** No profile states a value, read or heard of, that the table does not have. */
    @Test
    void whatAProfileStatesStandsInTheTable() throws IOException, DeclarationException {
        Map<String, Set<String>> known = new TreeMap<>();
        published()
                .forEach(each -> known.computeIfAbsent(each.profile, name -> new TreeSet<>())
                        .add(each.parameter));
        Profiles installed = Profiles.installed();
        assertThat(known.keySet()).containsExactlyElementsOf(installed.names());
        for (String name : installed.names()) {
            Profile profile = installed.byName(name);
            Map<String, String> root =
                    installed.byName(Profiles.DEFAULT).settings().written();
            profile.settings().written().forEach((parameter, value) -> {
                boolean own = !name.equals(Profiles.DEFAULT)
                        && !value.equals(root.get(parameter))
                        && !profile.sources().getOrDefault(parameter, "").startsWith("from ");
                if (own && !UNSAID.contains(name + " " + parameter)) {
                    assertThat(known.get(name)).as("parameters of %s", name).contains(parameter);
                }
            });
        }
    }

    /** Choices that follow from a text without standing in it. */
    private static final Set<String> UNSAID = Set.of(
            "opensafely surv_min_at_risk", // the grid of six
            "nhs-england-hes surv_min_events", // what has no rule has no limit
            "nhs-england-hes surv_min_at_risk",
            "nhs-england-hes surv_min_withdrawals",
            "genomics-england surv_min_events", // only the cohort is asked for
            "genomics-england surv_min_withdrawals",
            "nhs-england-sde totals",
            "hesa totals",
            "stats-nz totals",
            "ofqual totals",
            "us-census-drb totals",
            "iab-fdz min_contributors",
            "ukds-securelab types",
            "acro-default types");

    private static void holds(Published each) throws DeclarationException {
        Profile profile = Profiles.installed().byName(each.profile);
        assertThat(profile.settings().written()).containsEntry(each.parameter, each.value);
        String origin = profile.sources().getOrDefault(each.parameter, "");
        if (!each.state.isEmpty()) {
            assertThat(STATES).contains(each.state);
            assertThat(origin)
                    .as("state of %s", each.parameter)
                    .contains(each.state)
                    .contains(each.source);
            assertThat(profile.unverified().contains(each.parameter)).isEqualTo(each.state.equals("not verified"));
        }
    }

    private static List<Published> published() throws IOException {
        try (InputStream in = PublishedValuesTest.class.getResourceAsStream("published.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Published(
                            parts[0].strip(),
                            parts[1].strip(),
                            parts[2].strip(),
                            parts[3].strip(),
                            parts.length > 4 ? parts[4].strip() : ""))
                    .toList();
        }
    }
}
