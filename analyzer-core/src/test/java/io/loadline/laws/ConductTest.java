package io.loadline.laws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no class of the engine does: remember between runs, look at the clock or the place, reach out, or run what it reads. */
final class ConductTest {

    private static final Set<String> PLACES_WITHOUT_CONNECTION =
            Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLEncoder", "java.net.URLDecoder");

    private static final Pattern REACHES_OUT = Pattern.compile("java\\.net\\..*|java\\.nio\\.channels\\..*Socket.*"
            + "|javax\\.net\\..*|javax\\.naming\\..*|java\\.rmi\\..*|java\\.sql\\..*");

    private static final Pattern RUNS = Pattern.compile("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime)"
            + "|javax\\.script\\..*|javax\\.tools\\..*|java\\.lang\\.invoke\\.MethodHandles?"
            + "|java\\.net\\.URLClassLoader|java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder");

    private static final Pattern CHANCE = Pattern.compile("java\\.util\\.(Random|SplittableRandom|Timer)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom|java\\.time\\.Clock");

    private static final Pattern SURROUNDINGS = Pattern.compile(
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv"
                    + "|getProperty|getProperties|exit|identityHashCode|setProperty)"
                    + "|java\\.time\\.\\w+\\.now|java\\.util\\.Date\\.<init>|java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID"
                    + "|java\\.util\\.Locale\\.(getDefault|setDefault)|java\\.util\\.TimeZone\\.getDefault"
                    + "|java\\.time\\.ZoneId\\.systemDefault|java\\.nio\\.charset\\.Charset\\.defaultCharset"
                    + "|java\\.lang\\.Class\\.(forName|newInstance)|java\\.lang\\.reflect\\.(Method\\.invoke|Constructor\\.newInstance)");

    private static final Pattern MUTABLE =
            Pattern.compile("java\\.util\\.(\\w*(Map|Set|List|Deque|Queue)|BitSet)|java\\.util\\.concurrent\\..*"
                    + "|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)");

    private static final Set<String> COLLECTIONS =
            Set.of("java.util.List", "java.util.Set", "java.util.Map", "java.util.Collection");

    private final JavaClasses engine = Engine.CLASSES;

    @Test
    void theEngineIsSeen() {
        assertThat(engine).hasSizeGreaterThan(400);
    }

    @Test
    void nothingReachesOutOfTheProcess() {
        none(
                "reach out of the process",
                c -> REACHES_OUT.matcher(c).matches() && !PLACES_WITHOUT_CONNECTION.contains(c));
    }

    @Test
    void nothingThatIsReadIsRun() {
        none("run something", c -> RUNS.matcher(c).matches());
    }

    @Test
    void nothingIsLeftToChance() {
        none("depend on chance or the clock", c -> CHANCE.matcher(c).matches());
    }

    private void none(String what, Predicate<String> name) {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(what, c -> name.test(c.getName())))
                .check(engine);
    }

    @Test
    void nothingAsksTheClockTheEnvironmentOrTheMachine() {
        noClasses()
                .should()
                .callCodeUnitWhere(calls("the surroundings", SURROUNDINGS))
                .check(engine);
    }

    @Test
    void textIsMadeWithoutTheLocaleOfTheMachine() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("the locale of the machine is used", call -> {
                    CodeUnitCallTarget target = call.getTarget();
                    boolean named = target.getFullName()
                            .matches("java\\.lang\\.String\\.(toLowerCase|toUpperCase|format)\\(.*"
                                    + "|java\\.util\\.Formatter\\.<init>\\(.*|java\\.text\\.\\w*Format\\.(<init>|get\\w+)\\(.*"
                                    + "|java\\.io\\.Print(Stream|Writer)\\.(printf|format)\\(.*|java\\.text\\.Collator\\.getInstance\\(.*"
                                    + "|java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(.*");
                    return named
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(p -> p.getName().equals("java.util.Locale"));
                }))
                .check(engine);
    }

    @Test
    void nothingIsRememberedInStatics() {
        classes()
                .should(new ArchCondition<JavaClass>("have no mutable statics") {
                    @Override
                    public void check(JavaClass c, ConditionEvents events) {
                        c.getFields().stream()
                                .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                                .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .filter(f -> !f.getModifiers().contains(JavaModifier.FINAL) || isMutable(f))
                                .forEach(f -> events.add(
                                        SimpleConditionEvent.violated(f, f.getDescription() + " is mutable")));
                        if (c.getFields().stream().anyMatch(ConductTest::isCollection)) {
                            c.getStaticInitializer()
                                    .ifPresent(unit ->
                                            made(unit).forEach(m -> events.add(SimpleConditionEvent.violated(c, m))));
                        }
                    }
                })
                .check(engine);
    }

    private static boolean isMutable(JavaField field) {
        boolean shared = field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        return shared
                || (MUTABLE.matcher(field.getRawType().getName()).matches()
                        && !COLLECTIONS.contains(field.getRawType().getName()));
    }

    private static boolean isCollection(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && COLLECTIONS.contains(field.getRawType().getName());
    }

    private static List<String> made(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .filter(call -> MUTABLE.matcher(call.getTargetOwner().getName()).matches())
                .map(call -> "a mutable static may be made: " + call.getDescription())
                .toList();
    }

    private static DescribedPredicate<JavaCall<?>> calls(String what, Pattern name) {
        return DescribedPredicate.describe(
                what,
                call -> name.matcher(call.getTargetOwner().getName() + "." + call.getName())
                        .matches());
    }
}
