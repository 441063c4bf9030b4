package dev.sdc.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The floors of the building, as rules.
 *
 * @param engine package of the engine; the rules hold below it, and in the packages {@code others}
 * @param others further packages that stand below the command line
 */
record Floors(String engine, List<String> others) {

    /** The way of the data. A package sees only what stands before it. */
    private static final List<String> WAY = List.of(
            "journal",
            "submission",
            "intake",
            "read",
            "table",
            "evidence",
            "rule",
            "audit",
            "report",
            "gate",
            "release");

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.system",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.systemUTC",
            "java.util.Calendar.getInstance");

    private static final Set<String> ENVIRONMENT_READERS = Set.of(
            "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.System.console",
            "java.lang.System.getenv",
            "java.lang.System.getProperties",
            "java.lang.System.getProperty",
            "java.lang.System.lineSeparator",
            "java.net.InetAddress.getLocalHost",
            "java.nio.charset.Charset.defaultCharset",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault");

    private static final Set<String> ENDINGS =
            Set.of("java.lang.Runtime.exit", "java.lang.Runtime.halt", "java.lang.System.exit");

    /** One rule for each package of the way, and one for the front door over them. */
    List<ArchRule> theWay() {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            List<String> ahead = new ArrayList<>(List.of(engine));
            WAY.subList(i + 1, WAY.size()).forEach(later -> ahead.add(engine + "." + later + ".."));
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(engine + "." + WAY.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ahead.toArray(String[]::new))
                    .because("a package sees only what stands before it on the way of the data")
                    .allowEmptyShould(true));
        }
        return rules;
    }

    ArchRule nothingPrints() {
        return noClasses()
                .that(standBelowTheCommandLine())
                .should(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .orShould()
                .callMethodWhere(named(Set.of("java.lang.Throwable.printStackTrace")))
                .because("the command line alone speaks to people")
                .allowEmptyShould(true);
    }

    ArchRule nothingLogs() {
        return noClasses()
                .that(standBelowTheCommandLine())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.apache.commons.logging..", "org.apache.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(System.Logger.class)
                .because("no value of a cell may reach a log")
                .allowEmptyShould(true);
    }

    ArchRule nothingEndsTheProcess() {
        return noClasses()
                .that(standBelowTheCommandLine())
                .should()
                .callMethodWhere(named(ENDINGS))
                .because("a library leaves the process to its host")
                .allowEmptyShould(true);
    }

    ArchRule nothingReadsTheClock() {
        return noClasses()
                .that(standBelowTheCommandLine())
                .should()
                .callMethodWhere(named(CLOCK_READERS).or(nowOfJavaTime()))
                .orShould()
                .callConstructor(Date.class)
                .because("the same bytes and the same profile give the same report")
                .allowEmptyShould(true);
    }

    ArchRule nothingReadsTheEnvironment() {
        return noClasses()
                .that(standBelowTheCommandLine())
                .should()
                .callMethodWhere(named(ENVIRONMENT_READERS))
                .because("the same bytes and the same profile give the same report on every machine")
                .allowEmptyShould(true);
    }

    /** Packages of libraries that only one place may see; anywhere else, the command line included, they are out. */
    static ArchRule only(String place, String... library) {
        return noClasses()
                .that(resideOutsideOfPackages(place))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("only " + place + " sees this library, so that it can be left out, guarded or replaced there")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> standBelowTheCommandLine() {
        List<String> packages = new ArrayList<>(List.of(engine + ".."));
        packages.addAll(others);
        return resideInAnyPackage(packages.toArray(String[]::new)).as("stand below the command line");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String description, Predicate<CodeUnitCallTarget> test) {
        return DescribedPredicate.describe(
                description, access -> access instanceof JavaCall<?> call && test.test(call.getTarget()));
    }

    private static DescribedPredicate<JavaAccess<?>> named(Set<String> methods) {
        return calls(
                "call " + String.join(", ", methods.stream().sorted().toList()),
                target -> methods.stream().anyMatch(method -> isMethod(target, method)));
    }

    /** A call may name a subtype of the class that declares the method. */
    private static boolean isMethod(CodeUnitCallTarget target, String method) {
        int dot = method.lastIndexOf('.');
        return target.getName().equals(method.substring(dot + 1))
                && target.getOwner().isAssignableTo(method.substring(0, dot));
    }

    private static DescribedPredicate<JavaAccess<?>> nowOfJavaTime() {
        return calls(
                "call now of java.time",
                target -> target.getName().equals("now")
                        && target.getOwner().getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }
}
