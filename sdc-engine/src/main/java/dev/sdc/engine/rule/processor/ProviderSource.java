package dev.sdc.engine.rule.processor;

import java.util.List;
import java.util.stream.Collectors;

/** Source text of a provider; the rules' class names stand in the order of their ids. */
record ProviderSource(String packageName, List<String> ruleClasses) {

    private static final String SERVICE = "dev.sdc.engine.rule.RuleProvider";
    private static final String SIMPLE_NAME = "GeneratedRules";

    static final String SERVICE_FILE = "META-INF/services/" + SERVICE;

    String qualifiedName() {
        return packageName + "." + SIMPLE_NAME;
    }

    String text() {
        String instances = ruleClasses.stream()
                .map(name -> "                new " + name + "()")
                .collect(Collectors.joining(",\n"));
        return """
                package %1$s;

                import dev.sdc.engine.rule.Rule;
                import dev.sdc.engine.rule.RuleProvider;
                import java.util.List;

                /** The rules of this jar by id, written by the compiler from the classes marked {@code @SdcRule}. */
                public final class %2$s implements RuleProvider {

                    /** For the service loader. */
                    public %2$s() {}

                    @Override
                    public List<Rule> rules() {
                        return List.of(%3$s);
                    }
                }
                """.formatted(packageName, SIMPLE_NAME, instances.isEmpty() ? "" : "\n" + instances);
    }
}
