package io.loadline.laws;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which room may know which: imports go one way, and each third-party library has its room. */
final class RoomsTest {

    /** From what knows nothing to what may know everything before it. */
    private static final List<String> ROOMS = List.of(
            "evidence",
            "workspace",
            "config",
            "code",
            "deploy",
            "source",
            "catalog",
            "fact",
            "system",
            "flow",
            "rule",
            "verdict",
            "score",
            "report");

    private final JavaClasses engine = Engine.CLASSES;

    @Test
    void theEngineIsSeen() {
        assertThat(engine).hasSizeGreaterThan(400);
    }

    @Test
    void importsGoOneWay() {
        LayeredArchitecture layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            layers = layers.layer(room).definedBy("io.loadline." + room + "..");
        }
        layers = layers.layer("front door").definedBy("io.loadline");
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> above = new ArrayList<>(ROOMS.subList(i + 1, ROOMS.size()));
            above.add("front door");
            layers = layers.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        layers.whereLayer("front door").mayNotBeAccessedByAnyLayer().check(engine);
    }

    @Test
    void everyClassIsInARoom() {
        Set<String> rooms = engine.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("io.loadline"))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void parserTypesStayInTheirReaders() {
        onlyIn("com.github.javaparser..", "io.loadline.source.java..");
        onlyIn("org.snakeyaml..", "io.loadline.source.yaml..", "io.loadline.catalog..", "io.loadline.config..");
        onlyIn("javax.xml..", "io.loadline.source.xml..", "io.loadline.report..");
        onlyIn("org.objectweb.asm..", "io.loadline.system.code..");
        onlyIn(
                "com.fasterxml.jackson..",
                "io.loadline.catalog..",
                "io.loadline.source.dockerfile..",
                "io.loadline.report..",
                "io.loadline.verdict..");
    }

    private void onlyIn(String library, String... rooms) {
        DescribedPredicate<JavaClass> uses = DescribedPredicate.describe(
                "use " + library,
                c -> c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> resideInAPackage(library).test(d.getTargetClass())));
        classes().that(uses).should().resideInAnyPackage(rooms).check(engine);
    }

    @Test
    void noOtherLibraryIsUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.loadline..",
                        "java..",
                        "javax.xml..",
                        "org.jspecify.annotations..",
                        "com.github.javaparser..",
                        "org.snakeyaml..",
                        "org.objectweb.asm..",
                        "com.fasterxml.jackson..",
                        ""))
                .check(engine);
    }

    @Test
    void onlyTheWorkspaceReadsTheDisk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.loadline.workspace..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "reach the disk",
                        c -> c.getName().matches("java\\.nio\\.file\\.(Files|FileSystems?|FileStore|WatchService)")
                                || c.getName().matches("java\\.io\\.(File|RandomAccessFile)(\\w*Stream|Reader|Writer)?")
                                || c.getName().startsWith("java.nio.channels.")
                                || c.getName().matches("java\\.util\\.(zip|jar)\\.\\w+File")))
                .check(engine);
    }
}
