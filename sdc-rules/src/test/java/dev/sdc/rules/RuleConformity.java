package dev.sdc.rules;

import dev.sdc.engine.rule.Profiles;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.submission.DeclarationException;
import dev.sdc.engine.submission.yaml.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the class, the page and the cases of a rule disagree; each sentence names the file and says what to do. */
final class RuleConformity {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^(\\||```)");
    /** What new-rule writes where a person has to. */
    private static final Pattern HINT = Pattern.compile("\\bTODO\\b");

    private static final List<String> PARAMETERS = parametersOfProfiles();

    private RuleConformity() {}

    static List<String> ofPage(SdcRule rule, RulePage page) {
        String file = "docs/rules/" + rule.id() + ".md: ";
        List<String> found = new ArrayList<>();
        String first = "# " + rule.id() + " " + rule.title();
        if (!page.id().equals(rule.id()) || !page.title().equals(rule.title())) {
            found.add(file + "the first line must be \"" + first + "\", as in the annotation");
        }
        headings(page).forEach(each -> found.add(file + each));
        List<String> hinted = new ArrayList<>();
        page.sections().forEach((heading, text) -> {
            if (text.isBlank()) {
                found.add(file + "nothing stands under \"" + heading + "\": write it");
            } else if (HINT.matcher(text).find()) {
                hinted.add(heading);
            }
        });
        if (!hinted.isEmpty()) {
            found.add(file + "hints still stand under " + String.join(", ", hinted)
                    + ": put your words in place of each [TODO: …]");
        }
        for (String heading : List.of("Fails", "Passes")) {
            String text = page.sections().getOrDefault(heading, "");
            if (!text.isBlank() && !EXAMPLE.matcher(text).find()) {
                found.add(file + "no example stands under \"" + heading + "\": add a table, or a listing between ```");
            }
        }
        parameters(rule, page).forEach(each -> found.add(file + each));
        return found;
    }

    private static List<String> headings(RulePage page) {
        List<String> there = List.copyOf(page.sections().keySet());
        if (there.equals(RulePage.HEADINGS)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String each : without(RulePage.HEADINGS, there)) {
            found.add("the heading \"## " + each + "\" is missing: add it");
        }
        for (String each : without(there, RulePage.HEADINGS)) {
            found.add("the heading \"## " + each + "\" is none of a page: take it out");
        }
        return found.isEmpty()
                ? List.of("the headings must stand in this order: " + String.join(", ", RulePage.HEADINGS))
                : found;
    }

    private static List<String> parameters(SdcRule rule, RulePage page) {
        List<String> annotated = List.of(rule.parameters());
        List<String> unknown = without(annotated, PARAMETERS);
        if (!unknown.isEmpty()) {
            return List.of("the annotation names a parameter that no profile has, " + unknown.get(0) + ". "
                    + Nearest.advice(unknown.get(0), PARAMETERS));
        }
        List<String> onPage = page.parameters().orElse(null);
        if (onPage != null && onPage.size() == annotated.size() && onPage.containsAll(annotated)) {
            return List.of();
        }
        String line = annotated.isEmpty()
                ? "none"
                : annotated.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        return List.of("write a line \"Parameters: " + line + "\" below \"## The test\", as in the annotation");
    }

    private static List<String> parametersOfProfiles() {
        try {
            return List.copyOf(Profiles.installed()
                    .byName(Profiles.DEFAULT)
                    .settings()
                    .written()
                    .keySet());
        } catch (DeclarationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(each -> !others.contains(each)).toList();
    }

    /** A case that cannot be read is told where the cases are checked; until then nobody knows which kinds are there. */
    static List<String> ofCases(String rule) {
        Set<RuleCase.Kind> missing = EnumSet.allOf(RuleCase.Kind.class);
        for (Path folder : RuleCase.foldersOf(rule)) {
            try {
                missing.remove(RuleCase.read(rule, folder).kind());
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return missing.stream()
                .map(kind -> "testdata/rules/%s has no %s case: add one"
                        .formatted(rule, kind.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
