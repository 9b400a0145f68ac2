package io.loadline.system.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void theDeepestModuleOwnsAPath() {
        Modules modules = read(List.of("pom.xml", "a/pom.xml", "a/b/pom.xml"), "pom.xml", "a/pom.xml", "a/b/pom.xml");
        assertThat(modules.all()).extracting(Module::directory).containsExactly("", "a", "a/b");
        assertThat(modules.owning("a/b/src/main/java/X.java").map(Module::directory))
                .contains("a/b");
        assertThat(modules.owning("a/bc/X.java").map(Module::directory)).contains("a");
        assertThat(modules.owning("README").map(Module::directory)).contains("");
    }

    @Test
    void noModuleOwnsWhatLiesOutsideAll() {
        Modules modules = read(List.of("a/pom.xml"), "a/pom.xml");
        assertThat(modules.owning("b/X.java")).isEmpty();
        assertThat(modules.owning("X.java")).isEmpty();
    }

    @Test
    void aBrokenBuildFileIsAProblemAndStillAModule() {
        Modules modules = read(List.of("a/pom.xml", "b/pom.xml", "a/src/main/java/X.java"), "b/pom.xml");
        assertThat(modules.owning("a/src/main/java/X.java").map(Module::name)).contains("a");
        assertThat(modules.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at().path()).isEqualTo("a/pom.xml");
            assertThat(problem.stage()).isEqualTo("link");
        });
    }

    @Test
    void sourceWithoutABuildFileIsAModuleBySourceRoot() {
        Modules modules = read(List.of(
                "orders/src/main/java/shop/A.java", "orders/src/main/java/shop/B.java", "billing/src/shop/C.java"));
        assertThat(modules.all()).extracting(Module::directory).containsExactly("billing", "orders");
        assertThat(modules.all()).extracting(Module::name).containsExactly("billing", "orders");
        assertThat(modules.problems()).isEmpty();
    }

    @Test
    void sourceWithoutASourceRootBelongsToTheRoot() {
        assertThat(read(List.of("shop/A.java")).all())
                .extracting(Module::directory)
                .containsExactly("");
    }

    @Test
    void aTemplateOfABuildFileIsNoModule() {
        String template = "a/src/main/resources/archetype/pom.xml";
        assertThat(read(List.of("a/pom.xml", template), "a/pom.xml", template).all())
                .hasSize(1);
    }

    @Test
    void aFileThatIsNoPomIsAProblem() {
        Modules modules =
                BuildReading.read(List.of("a/pom.xml"), List.of(Xml.file("a/pom.xml", "<html/>")), PomSource.NONE);
        assertThat(modules.problems()).hasSize(1);
        assertThat(modules.all()).hasSize(1);
    }

    @Test
    void aModuleOutsideAllBuildsIsToldOnlyWhereABuildIsAroundIt() {
        Modules modules = BuildReading.read(
                List.of("a/pom.xml", "a/in/pom.xml", "a/out/pom.xml", "b/pom.xml"),
                List.of(
                        Xml.file("a/pom.xml", """
                                <project><artifactId>a</artifactId><profiles><profile><id>all</id>
                                <modules><module>in</module></modules></profile></profiles></project>
                                """),
                        Xml.file("a/in/pom.xml", "<project><artifactId>in</artifactId></project>"),
                        Xml.file("a/out/pom.xml", "<project><artifactId>out</artifactId></project>"),
                        Xml.file("b/pom.xml", "<project><artifactId>b</artifactId></project>")),
                PomSource.NONE);
        assertThat(modules.all().stream().filter(module -> !modules.isBuilt(module)))
                .extracting(Module::directory)
                .containsExactly("a/out");
    }

    @Test
    void aBuildOfOneProjectBelowAnotherBuildIsOutsideUnlessThatTakesItIn() {
        List<String> paths = List.of(
                "settings.gradle",
                "a/build.gradle",
                "tool/settings.gradle",
                "tool/build.gradle",
                "kit/settings.gradle",
                "kit/build.gradle");
        Modules modules = BuildReading.read(
                paths,
                List.of(
                        Gradle.file("settings.gradle", "include 'a'\nincludeBuild 'kit'"),
                        Gradle.file("tool/settings.gradle", "rootProject.name = 'tool'"),
                        Gradle.file("kit/settings.gradle", "rootProject.name = 'kit'"),
                        Gradle.file("a/build.gradle", ""),
                        Gradle.file("tool/build.gradle", ""),
                        Gradle.file("kit/build.gradle", "")),
                PomSource.NONE);
        assertThat(modules.all().stream().filter(module -> !modules.isBuilt(module)))
                .extracting(Module::directory)
                .containsExactly("tool");
    }

    @Test
    void settingsThatComputeTheirProjectsLeaveNothingOut() {
        List<String> paths = List.of("settings.gradle", "in/build.gradle", "out/build.gradle");
        Modules closed =
                BuildReading.read(paths, List.of(Gradle.file("settings.gradle", "include 'in'")), PomSource.NONE);
        Modules open = BuildReading.read(
                paths, List.of(Gradle.file("settings.gradle", "include 'in'\ninclude dir.name")), PomSource.NONE);
        assertThat(closed.all().stream().filter(module -> !closed.isBuilt(module)))
                .extracting(Module::directory)
                .containsExactly("out");
        assertThat(open.all()).allMatch(open::isBuilt);
    }

    private static Modules read(List<String> paths, String... poms) {
        String text = "<project><groupId>g</groupId><artifactId>x</artifactId><version>1</version></project>";
        return BuildReading.read(
                paths, List.of(poms).stream().map(path -> Xml.file(path, text)).toList(), PomSource.NONE);
    }
}
