package fr.quartdheure.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom, and what nobody does. */
class DirectionTest {

    private static final String HOUSE = "fr.quartdheure";
    private static final String DESK = HOUSE + ".desk.";
    private static final Set<String> CLOCKLESS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system");

    @Test
    void packages_form_no_cycle() {
        check(slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void a_desk_uses_no_other_desk_but_the_shared_screens() {
        check(noClasses().that().resideInAPackage(DESK + ".").should(useAnotherDesk()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "api", "fhir", "sas", "cli"})
    void nobody_uses_an_outermost_module(String module) {
        String inside = HOUSE + "." + module + "..";
        check(noClasses().that(resideOutsideOfPackage(inside)).should(dependOnClassesThat(resideInAPackage(inside))));
    }

    @Test
    void nobody_uses_notice_but_screens() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + ".notice..", HOUSE + ".desk..")
                .should(dependOnClassesThat(resideInAPackage(HOUSE + ".notice.."))));
    }

    /** The engine computes for those who hold positions, for the planner, and for the analyst at the command line. */
    @Test
    void the_engine_serves_who_computes() {
        onlyMayUse(
                "atlas",
                "atlas",
                "roads",
                "geo",
                "directory",
                "visit",
                "booth",
                "territory",
                "planning",
                "extract",
                "desk.steering",
                "demonstration",
                "cli",
                "opendata",
                "api");
    }

    /** A network takes memory and seconds to load: nobody does in passing. */
    @Test
    void roads_serve_who_computes_minutes() {
        onlyMayUse("roads", "roads", "geo", "territory", "cli");
    }

    @Test
    void only_the_demonstration_knows_its_records() {
        onlyMayUse("demo", "demo", "demonstration");
    }

    @Test
    void time_comes_from_the_clock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".cli..")
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".time.TimeConfiguration")
                // Its deadline and restarts are measured before any bean exists.
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + ".database.PostgresServer")
                .should()
                .callMethodWhere(asksTheSystemForTheTime())
                .orShould()
                .callConstructor(java.util.Date.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas", "roads", "demo"})
    void plain_libraries_know_neither_spring_nor_sql(String module) {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "jakarta..",
                        "gg.jte.."));
    }

    @Test
    void only_the_command_line_prints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + ".cli..", HOUSE + ".bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        check(noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource"));
    }

    private static void onlyMayUse(String library, String... modules) {
        String[] users = Arrays.stream(modules)
                .map(module -> HOUSE + "." + module + "..")
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should(dependOnClassesThat(resideInAPackage(HOUSE + "." + library + ".."))));
    }

    /** A module that is not written yet breaks no rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }

    private static ArchCondition<JavaClass> useAnotherDesk() {
        return new ArchCondition<>("use another desk") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency use : item.getDirectDependenciesFromSelf()) {
                    String target = use.getTargetClass().getPackageName();
                    if (target.startsWith(DESK)
                            && !actor(target).equals("ui")
                            && !actor(target).equals(actor(item.getPackageName()))) {
                        events.add(SimpleConditionEvent.satisfied(use, use.getDescription()));
                    }
                }
            }
        };
    }

    private static String actor(String packageName) {
        return packageName.substring(DESK.length()).replaceAll("\\..*", "");
    }

    private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
        return new DescribedPredicate<>("it asks the system for the time, not the injected Clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                MethodCallTarget target = call.getTarget();
                boolean now = target.getName().equals("now")
                        && target.getOwner().getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
                return now || CLOCKLESS.contains(target.getOwner().getName() + "." + target.getName());
            }
        };
    }
}
