package dev.sdc.engine.rule.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleListProcessorTest {

    private static final String PROVIDER_IN_ORG_EXAMPLE = "org/example/GeneratedRules.java";

    @TempDir
    Path out;

    private Compilation compilation;

    @BeforeEach
    void startWithTheApi() {
        compilation = new Compilation(out)
                .add("dev.sdc.engine.rule.Rule", "package dev.sdc.engine.rule; public interface Rule {}")
                .add(
                        "dev.sdc.engine.rule.RuleProvider",
                        "package dev.sdc.engine.rule; public interface RuleProvider { java.util.List<Rule> rules(); }");
    }

    @Test
    void lists_the_rules_of_all_packages_by_id_in_the_package_they_share() {
        compilation.add("org.example.cls.B", rule("org.example.cls", "B", "CLS-001"));
        compilation.add("org.example.freq.A", rule("org.example.freq", "A", "FREQ-002"));
        compilation.add("org.example.freq.Z", rule("org.example.freq", "Z", "FREQ-001"));

        assertThat(compilation.complaints()).isEmpty();
        assertThat(compilation.generated(PROVIDER_IN_ORG_EXAMPLE))
                .startsWith("package org.example;")
                .containsSubsequence("new org.example.cls.B()", "new org.example.freq.Z()", "new org.example.freq.A()");
        assertThat(compilation.generated("META-INF/services/dev.sdc.engine.rule.RuleProvider"))
                .isEqualTo("org.example.GeneratedRules\n");
        assertThat(out.resolve("org/example/GeneratedRules.class")).isRegularFile();
    }

    @Test
    void writes_the_same_text_in_whatever_order_the_sources_come(@TempDir Path other) {
        Map<String, String> sources = Map.of(
                "org.example.A", rule("org.example", "A", "AA-002"),
                "org.example.B", rule("org.example", "B", "AA-001"),
                "org.example.C", rule("org.example", "C", "AA-003"));
        Compilation reversed = new Compilation(other).add(compilation);
        sources.keySet().stream().sorted().forEach(name -> compilation.add(name, sources.get(name)));
        sources.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(name -> reversed.add(name, sources.get(name)));

        assertThat(compilation.complaints()).isEmpty();
        assertThat(reversed.complaints()).isEmpty();
        assertThat(compilation.generated(PROVIDER_IN_ORG_EXAMPLE))
                .isEqualTo(reversed.generated(PROVIDER_IN_ORG_EXAMPLE));
    }

    @Test
    void a_package_may_be_named() {
        compilation
                .option("-Adev.sdc.rules.package=org.example")
                .add("org.example.freq.A", rule("org.example.freq", "A", "FREQ-001"));

        assertThat(compilation.complaints()).isEmpty();
        assertThat(compilation.generated(PROVIDER_IN_ORG_EXAMPLE)).contains("new org.example.freq.A()");
    }

    @Test
    void a_named_package_has_a_provider_before_there_is_a_rule() {
        compilation.option("-Adev.sdc.rules.package=org.example");

        assertThat(compilation.complaints()).isEmpty();
        assertThat(compilation.generated(PROVIDER_IN_ORG_EXAMPLE)).contains("List.of()");
    }

    @Test
    void without_a_rule_and_a_named_package_nothing_is_written() {
        assertThat(compilation.complaints()).isEmpty();
        assertThat(out.resolve("META-INF")).doesNotExist();
    }

    @Test
    void rules_that_share_no_package_need_a_name_for_it() {
        compilation.add("com.example.A", rule("com.example", "A", "AA-001"));
        compilation.add("org.example.B", rule("org.example", "B", "AA-002"));

        assertThat(compilation.complaints()).singleElement().asString().contains("-Adev.sdc.rules.package=PACKAGE");
    }

    @Test
    void packages_that_share_letters_but_no_name_do_not_share_a_package() {
        compilation.add("org.exam.A", rule("org.exam", "A", "AA-001"));
        compilation.add("org.example.B", rule("org.example", "B", "AA-002"));

        assertThat(compilation.complaints()).isEmpty();
        assertThat(compilation.generated("org/GeneratedRules.java")).startsWith("package org;");
    }

    @Test
    void an_id_given_twice_names_both_classes() {
        compilation.add("org.example.A", rule("org.example", "A", "AA-001"));
        compilation.add("org.example.B", rule("org.example", "B", "AA-001"));

        assertThat(compilation.complaints())
                .singleElement()
                .asString()
                .contains("B.java")
                .contains("the id AA-001 is taken by org.example.A");
    }

    @Test
    void an_id_has_capitals_a_hyphen_and_three_digits() {
        for (String id : new String[] {"FREQ-1", "freq-001", "FREQ_001", "FREQ-0001", "-001", ""}) {
            Compilation each = new Compilation(out).add(compilation).add("org.example.A", rule("org.example", "A", id));
            assertThat(each.complaints()).as(id).singleElement().asString().contains("the id \"" + id + "\" is not");
        }
    }

    @Test
    void a_site_chooses_its_own_family() {
        compilation.add("org.example.A", rule("org.example", "A", "SITE-001"));

        assertThat(compilation.complaints()).isEmpty();
    }

    @Test
    void the_class_must_be_public_and_final() {
        compilation.add("org.example.A", rule("org.example", "A", "AA-001").replace("public final class", "class"));

        assertThat(compilation.complaints())
                .anySatisfy(error -> assertThat(error).contains("org.example.A is not public"))
                .anySatisfy(error -> assertThat(error).contains("org.example.A is not final"));
    }

    @Test
    void the_constructor_must_be_public_and_without_parameters() {
        compilation.add(
                "org.example.A",
                rule("org.example", "A", "AA-001").replace("{}", "{ private A() {} public A(int i) {} }"));

        assertThat(compilation.complaints())
                .singleElement()
                .asString()
                .contains("org.example.A has no public constructor without parameters");
    }

    @Test
    void the_class_must_be_a_rule() {
        compilation.add(
                "org.example.A", rule("org.example", "A", "AA-001").replace("implements dev.sdc.engine.rule.Rule", ""));

        assertThat(compilation.complaints())
                .singleElement()
                .asString()
                .contains("does not implement dev.sdc.engine.rule.Rule");
    }

    @Test
    void the_title_must_say_something() {
        compilation.add("org.example.A", rule("org.example", "A", "AA-001").replace("A title", " "));

        assertThat(compilation.complaints()).singleElement().asString().contains("the title is blank");
    }

    @Test
    void an_interface_an_enum_and_a_nested_class_are_no_rules() {
        String annotation = "@dev.sdc.engine.rule.SdcRule(id = \"AA-00%d\", title = \"A title\") ";
        compilation.add("org.example.A", "package org.example; " + annotation.formatted(1) + "public interface A {}");
        compilation.add("org.example.B", "package org.example; " + annotation.formatted(2) + "public enum B {}");
        compilation.add(
                "org.example.C",
                "package org.example; public class C { " + annotation.formatted(3)
                        + "public static final class D implements dev.sdc.engine.rule.Rule {} }");

        assertThat(compilation.complaints())
                .hasSize(3)
                .anySatisfy(error -> assertThat(error).contains("not the interface org.example.A"))
                .anySatisfy(error -> assertThat(error).contains("not the enum org.example.B"))
                .anySatisfy(error -> assertThat(error).contains("org.example.C.D is nested"));
    }

    @Test
    void a_faulty_rule_does_not_take_the_provider_away() {
        compilation.add("org.example.A", rule("org.example", "A", "AA-001"));
        compilation.add("org.example.B", rule("org.example", "B", "bad"));

        assertThat(compilation.complaints()).hasSize(1);
        assertThat(compilation.generated(PROVIDER_IN_ORG_EXAMPLE))
                .contains("org.example.A")
                .doesNotContain("example.B");
    }

    private static String rule(String packageName, String name, String id) {
        return """
                package %s;
                @dev.sdc.engine.rule.SdcRule(id = "%s", title = "A title")
                public final class %s implements dev.sdc.engine.rule.Rule {}
                """.formatted(packageName, id, name);
    }
}
