package dev.sdc.engine.rule.processor;

import dev.sdc.engine.rule.SdcRule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Annotation processor that writes the provider of a jar's rules: one class {@code GeneratedRules} that lists every
 * class marked {@link SdcRule} by id, and its service file.
 *
 * <p>The provider lies in the package that all rules of the compilation share. The option {@value #PACKAGE_OPTION}
 * names another one, and has a provider written even where there is no rule yet. A class that cannot serve as a rule,
 * and an id given twice, are errors of the compilation.
 */
@SupportedAnnotationTypes("*") // so that a named package gets its provider before the first rule is there
@SupportedOptions(RuleListProcessor.PACKAGE_OPTION)
public final class RuleListProcessor extends AbstractProcessor {

    /** Option that names the provider's package: {@code -Adev.sdc.rules.package=org.example.rules}. */
    static final String PACKAGE_OPTION = "dev.sdc.rules.package";

    private boolean written;

    /** Made by the compiler. */
    public RuleListProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<? extends Element> marked = round.getElementsAnnotatedWith(SdcRule.class);
        if (written) {
            marked.forEach(element -> error(
                    element, "a rule must be written by hand: one that another processor generates is not listed"));
            return false;
        }
        String chosenPackage = processingEnv.getOptions().get(PACKAGE_OPTION);
        if (round.processingOver() || (marked.isEmpty() && chosenPackage == null)) {
            return false;
        }
        written = true;
        List<RuleClass> rules = sortedAndUnique(sound(marked));
        if (rules.isEmpty() && chosenPackage == null) {
            return false;
        }
        String providerPackage = chosenPackage == null ? commonPackage(rules) : chosenPackage;
        if (providerPackage.isEmpty()) {
            error(
                    rules.get(0).element(),
                    "the rules of this jar share no package for their provider; name one with -A" + PACKAGE_OPTION
                            + "=PACKAGE");
            return false;
        }
        write(
                new ProviderSource(
                        providerPackage, rules.stream().map(RuleClass::name).toList()),
                rules);
        return false;
    }

    private List<RuleClass> sound(Set<? extends Element> marked) {
        Elements elements = processingEnv.getElementUtils();
        RuleRequirements requirements = new RuleRequirements(elements, processingEnv.getTypeUtils());
        List<RuleClass> rules = new ArrayList<>();
        for (Element element : marked) {
            TypeElement type = (TypeElement) element;
            List<String> faults = requirements.faultsOf(type);
            faults.forEach(fault -> error(type, fault));
            if (faults.isEmpty()) {
                rules.add(RuleClass.of(type, elements));
            }
        }
        return rules;
    }

    private List<RuleClass> sortedAndUnique(List<RuleClass> rules) {
        rules.sort(Comparator.comparing(RuleClass::name));
        SortedMap<String, RuleClass> byId = new TreeMap<>();
        for (RuleClass rule : rules) {
            RuleClass first = byId.putIfAbsent(rule.id(), rule);
            if (first != null) {
                error(
                        rule.element(),
                        "the id %s is taken by %s: give one of the two another id".formatted(rule.id(), first.name()));
            }
        }
        return List.copyOf(byId.values());
    }

    private static String commonPackage(List<RuleClass> rules) {
        String common = rules.get(0).packageName();
        for (RuleClass rule : rules) {
            while (!(rule.packageName() + ".").startsWith(common + ".")) {
                int lastDot = common.lastIndexOf('.');
                if (lastDot < 0) {
                    return "";
                }
                common = common.substring(0, lastDot);
            }
        }
        return common;
    }

    private void write(ProviderSource provider, List<RuleClass> rules) {
        Element[] origins = rules.stream().map(RuleClass::element).toArray(Element[]::new);
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(provider.qualifiedName(), origins)
                .openWriter()) {
            out.write(provider.text());
        } catch (IOException e) {
            error(null, "cannot write " + provider.qualifiedName() + ": " + e.getMessage());
        }
        try {
            FileObject service = processingEnv
                    .getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", ProviderSource.SERVICE_FILE, origins);
            try (Writer out = service.openWriter()) {
                out.write(provider.qualifiedName() + "\n");
            }
        } catch (IOException e) {
            error(null, "cannot write " + ProviderSource.SERVICE_FILE + ": " + e.getMessage());
        }
    }

    private void error(@Nullable Element place, String message) {
        if (place == null) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "@SdcRule: " + message);
        } else {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "@SdcRule: " + message, place);
        }
    }
}
