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

    private static Modules read(List<String> paths, String... poms) {
        String text = "<project><groupId>g</groupId><artifactId>x</artifactId><version>1</version></project>";
        return BuildReading.read(
                paths, List.of(poms).stream().map(path -> Xml.file(path, text)).toList(), PomSource.NONE);
    }
}
