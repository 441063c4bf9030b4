package dev.sdc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No parameter of a profile stands in the analyst's copy: whoever knows a limit can work back from it. */
class RedactedParametersTest {
    private static final Path CASES = Path.of("..", "testdata", "rules");

    private static final String PROFILE = """
            schema: sdc-profile/1
            name: odd-numbers
            version: "1"
            title: Values that stand in no report by chance
            extends: handbook-10
            parameters:
              min_count: 1379
              nk: {n: 2, k: 0.81377}
              p_percent: 0.13793
              x1_share: 0.43717
              min_dof: 1499
              surv_min_events: 1511
              surv_min_at_risk: 1523
              surv_min_withdrawals: 1531
              q_min: 1543
              dif_min: 1549
              org_min: 1553
              min_contributors: 1559
            """;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final List<String> VALUES = List.of(
            "1379", "1,379", "0.81377", "81.377", "0.13793", "13.793", "0.43717", "43.717", "1499", "1511", "1523",
            "1531", "1543", "1549", "1553", "1559");

    @Test
    void noneIsToldInAnyForm(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("odd.yaml"), PROFILE);
        int found = 0;
        for (Path submission : failing()) {
            Map<String, Path> reports = new TreeMap<>();
            List<String> arguments = new ArrayList<>(
                    List.of("check", submission.toString(), "--profile", profile.toString(), "--redact", "--no-color"));
            for (String format : List.of("text", "json", "html", "sarif", "junit")) {
                Path report = folder.resolve(format);
                reports.put(format, report);
                arguments.addAll(List.of("--format", format + "=" + report));
            }
            found += Run.of(arguments.toArray(String[]::new)).exit() == 1 ? 1 : 0;
            for (Map.Entry<String, Path> report : reports.entrySet()) {
                // digests are hexadecimal digits, in which any number may stand
                String told = Files.readString(report.getValue()).replaceAll("[0-9a-f]{64}", "");
                assertThat(told)
                        .as("%s as %s", submission, report.getKey())
                        .isNotEmpty()
                        .doesNotContain(VALUES);
            }
        }
        assertThat(found).as("submissions with a breach").isGreaterThan(60);
    }

    @Test
    void aDigestThatWouldGiveAConfidentialValueAwayIsToldInNoForm(@TempDir Path folder) throws IOException {
        String submission = CASES.resolve("../submissions/lung-registry").toString();
        Path open = Files.writeString(folder.resolve("odd.yaml"), PROFILE);
        Path secret = Files.writeString(
                folder.resolve("secret.yaml"),
                PROFILE.replace("odd-numbers", "odd-secret")
                        .replace("p_percent: 0.13793", "p_percent: {value: 0.13793, confidential: true}"));
        for (String format : List.of("text", "json", "html", "sarif", "junit", "acro")) {
            assertThat(check(submission, secret, format, "--redact"))
                    .as(format)
                    .isNotEmpty()
                    .doesNotContain(digest(secret), "0.13793");
        }
        assertThat(check(submission, secret, "json")).contains(digest(secret)).contains("\"p_percent\"");
        assertThat(check(submission, secret, "json", "--redact")).contains("\"p_percent\"");
        assertThat(check(submission, open, "json", "--redact")).contains(digest(open));
    }

    private static String check(String submission, Path profile, String format, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("check", submission, "--profile", profile.toString(), "--no-color", "--format", format));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new)).out();
    }

    private static String digest(Path profile) {
        Matcher digest = DIGEST.matcher(Run.of("profiles", profile.toString()).out());
        assertThat(digest.find()).isTrue();
        return digest.group();
    }

    /** One failing case of every rule. */
    private static List<Path> failing() throws IOException {
        try (Stream<Path> rules = Files.list(CASES)) {
            return rules.sorted().flatMap(RedactedParametersTest::firstFailing).toList();
        }
    }

    private static Stream<Path> firstFailing(Path rule) {
        try (Stream<Path> cases = Files.list(rule)) {
            return cases
                    .sorted()
                    .filter(each -> isFailing(each.resolve("case.yaml")))
                    .limit(1)
                    .map(each -> each.resolve("submission"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFailing(Path file) {
        try {
            return Files.readString(file).contains("kind: failing");
        } catch (IOException e) {
            return false;
        }
    }
}
