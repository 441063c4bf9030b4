package dev.sdc.engine.rule.processor;

import dev.sdc.engine.rule.SdcRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What a class must fulfil so that the generated provider can make an instance of it. */
final class RuleRequirements {

    private static final String RULE = "dev.sdc.engine.rule.Rule";
    private static final Pattern ID = Pattern.compile("[A-Z]+-[0-9]{3}");

    private final Elements elements;
    private final Types types;

    RuleRequirements(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Every fault of a class marked as a rule, with what to do; empty if there is none. */
    List<String> faultsOf(TypeElement type) {
        List<String> faults = new ArrayList<>();
        SdcRule rule = type.getAnnotation(SdcRule.class);
        if (!ID.matcher(rule.id()).matches()) {
            faults.add("the id \"%s\" is not capitals, a hyphen and three digits, such as FREQ-001 or SITE-001"
                    .formatted(rule.id()));
        }
        if (rule.title().isBlank()) {
            faults.add("the title is blank: say in one line what the rule finds");
        }
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            faults.add("only a class can be a rule, not the %s %s".formatted(kind(type), type.getQualifiedName()));
            return faults;
        }
        String name = type.getQualifiedName().toString();
        if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            faults.add(name + " is nested: give the rule a file of its own");
            return faults;
        }
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            faults.add(name + " is not public: the provider could not name it");
        }
        if (!type.getModifiers().contains(Modifier.FINAL)) {
            faults.add(name + " is not final: a rule is one class, not a base for others");
        }
        if (!hasPublicConstructorWithoutParameters(type)) {
            faults.add(name + " has no public constructor without parameters: the provider could not make it");
        }
        TypeElement ruleType = elements.getTypeElement(RULE);
        if (ruleType != null && !types.isSubtype(type.asType(), types.erasure(ruleType.asType()))) {
            faults.add(name + " does not implement " + RULE + " through one of its kinds");
        }
        return faults;
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case ANNOTATION_TYPE -> "annotation";
            default -> "type";
        };
    }

    private static boolean hasPublicConstructorWithoutParameters(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && constructor.getModifiers().contains(Modifier.PUBLIC));
    }
}
