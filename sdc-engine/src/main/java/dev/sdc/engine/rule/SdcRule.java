package dev.sdc.engine.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a disclosure rule, so that the build lists it in the provider of its jar.
 *
 * <p>The class must be public and final and have a public constructor without parameters; the build fails
 * otherwise, and if two classes of one compilation share an id.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SdcRule {

    /** Identifier in reports and profiles: a family in capitals, a hyphen, three digits, such as {@code FREQ-001}. */
    String id();

    /** One line that names the disclosure risk the rule looks for. */
    String title();

    /** Publication or guideline the rule rests on; empty if there is none. */
    String source() default "";

    /** The profile parameters that the rule reads, by their names in a profile, such as {@code min_count}. */
    String[] parameters() default {};
}
