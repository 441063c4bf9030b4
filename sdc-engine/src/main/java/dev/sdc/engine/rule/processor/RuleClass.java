package dev.sdc.engine.rule.processor;

import dev.sdc.engine.rule.SdcRule;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** A class that can serve as a rule. */
record RuleClass(String id, String name, String packageName, TypeElement element) {

    static RuleClass of(TypeElement type, Elements elements) {
        return new RuleClass(
                type.getAnnotation(SdcRule.class).id(),
                type.getQualifiedName().toString(),
                elements.getPackageOf(type).getQualifiedName().toString(),
                type);
    }
}
