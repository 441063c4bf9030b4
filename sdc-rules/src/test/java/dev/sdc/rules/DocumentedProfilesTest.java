package dev.sdc.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdc.engine.rule.Profile;
import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.Rule;
import dev.sdc.engine.rule.RuleProvider;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.submission.DeclarationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/profiles.md shows is what is installed. */
class DocumentedProfilesTest {
    private static final Path PAGE = Path.of("..", "docs", "profiles.md");
    private static final Pattern SOURCE = Pattern.compile("source: (\"[^\"]*\"|[^,}\\n]+)");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]+\\b");

    @TempDir
    Path folder;

    @Test
    void theExampleIsRead() throws IOException, DeclarationException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path example = folder.resolve("example.yaml");
        Files.writeString(example, page.substring(start, page.indexOf("```", start)));
        Profile profile = Profiles.installed().load(example.toString());
        assertThat(profile.name()).isEqualTo("example-registry");
        assertThat(profile.settings().minCount()).isEqualTo(5);
        assertThat(profile.unverified()).containsExactly("nk");
    }

    @Test
    void everyParameterAndProfileIsDescribed() throws IOException, DeclarationException {
        Profiles installed = Profiles.installed();
        List<String> words = new ArrayList<>();
        installed.names().forEach(name -> words.add("`" + name + "`"));
        installed
                .byName(Profiles.DEFAULT)
                .settings()
                .written()
                .keySet()
                .forEach(parameter -> words.add("| `" + parameter + "` |"));
        assertThat(Files.readString(PAGE)).contains(words);
    }

    @Test
    void everySourceIsListed() throws IOException {
        Set<String> sources = new TreeSet<>();
        BundledProfiles bundled = new BundledProfiles();
        for (String name : bundled.names()) {
            String text = new String(bundled.open(name).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            Matcher source = SOURCE.matcher(text);
            while (source.find()) {
                Matcher code = CODE.matcher(source.group(1));
                while (code.find()) {
                    sources.add("| " + code.group() + " |");
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(10);
        assertThat(Files.readString(PAGE)).contains(sources);
    }

    @Test
    void rulesReadOnlyParametersThatProfilesHave() throws DeclarationException {
        Set<String> known = Profiles.installed()
                .byName(Profiles.DEFAULT)
                .settings()
                .written()
                .keySet();
        for (RuleProvider provider : ServiceLoader.load(RuleProvider.class)) {
            for (Rule rule : provider.rules()) {
                SdcRule annotation = rule.getClass().getAnnotation(SdcRule.class);
                assertThat(annotation).isNotNull();
                assertThat(annotation.parameters()).as(annotation.id()).isSubsetOf(known);
            }
        }
    }
}
