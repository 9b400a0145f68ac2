package io.loadline.system.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.ImageBuild;
import io.loadline.system.TestTree;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BuildImagesTest {

    private final TestTree tree = new TestTree();

    private ImageBuild image(String directory) {
        return Objects.requireNonNull(
                BuildImages.of(tree.modules(), tree.inputs()).get(directory));
    }

    private void pom(String directory, String build) {
        tree.file(
                directory.isEmpty() ? "pom.xml" : directory + "/pom.xml",
                "<project><groupId>shop</groupId><artifactId>%s</artifactId><version>7</version>%s</project>"
                        .formatted(directory.isEmpty() ? "shop" : directory, build));
    }

    private static String plugin(String name, String configuration) {
        return "<plugin><groupId>g</groupId><artifactId>%s</artifactId><configuration>%s</configuration></plugin>"
                .formatted(name, configuration);
    }

    @Test
    void layeredImageStartsTheVirtualMachineWithItsFlags() {
        pom(
                "orders",
                "<properties><heap>-Xmx300m</heap></properties><build><plugins>"
                        + plugin("jib-maven-plugin", """
                        <to><image>shop/${project.artifactId}:${project.version}</image></to>
                        <container>
                          <mainClass>shop.Orders</mainClass>
                          <jvmFlags><jvmFlag>${heap}</jvmFlag><jvmFlag>-Xss256k</jvmFlag></jvmFlags>
                          <environment><MODE>prod</MODE></environment>
                        </container>
                        """)
                        + "</plugins></build>");
        ImageBuild image = image("orders");
        assertThat(image.name()).isEqualTo("shop/orders:7");
        assertThat(image.baseImage()).isEqualTo("eclipse-temurin");
        assertThat(Objects.requireNonNull(image.entrypoint()).words())
                .containsExactly("java", "-Xmx300m", "-Xss256k", "-cp", "@/app/jib-classpath-file", "shop.Orders");
        assertThat(image.entrypoint().at().line()).isEqualTo(4);
        assertThat(image.variables().value("MODE")).hasValue("prod");
        assertThat(image.isOfBuildFile()).isTrue();
    }

    @Test
    void moduleTakesWhatTheBuildAroundItManages() {
        pom(
                "",
                "<packaging>pom</packaging><modules><module>orders</module></modules><build><pluginManagement><plugins>"
                        + plugin("jib-maven-plugin", "<from><image>openjdk:21</image></from>")
                        + "</plugins></pluginManagement></build>");
        pom("orders", "<build><plugins>" + plugin("jib-maven-plugin", "") + "</plugins></build>");
        pom("stock", "");
        assertThat(image("orders").baseImage()).isEqualTo("openjdk:21");
        assertThat(BuildImages.of(tree.modules(), tree.inputs())).containsOnlyKeys("orders");
    }

    @Test
    void entryPointOfOnesOwnReplacesTheUsualOne() {
        pom(
                "orders",
                "<build><plugins>"
                        + plugin(
                                "jib-maven-plugin",
                                "<container><entrypoint><a>sh</a><b>/run.sh</b></entrypoint></container>")
                        + "</plugins></build>");
        assertThat(Objects.requireNonNull(image("orders").entrypoint()).words()).containsExactly("sh", "/run.sh");
    }

    @Test
    void inheritedEntryPointIsNotKnown() {
        pom(
                "orders",
                "<build><plugins>"
                        + plugin("jib-maven-plugin", "<container><entrypoint>INHERIT</entrypoint></container>")
                        + "</plugins></build>");
        assertThat(image("orders").entrypoint()).isNull();
        assertThat(image("orders").baseImage()).isEmpty();
    }

    @Test
    void imageOfBuildpacksIsOneOnlyWhereItIsConfigured() {
        pom("orders", "<build><plugins>" + plugin("spring-boot-maven-plugin", """
                        <image><name>shop/orders</name><env><BPE_APPEND_JAVA_TOOL_OPTIONS>-Xmx1g</BPE_APPEND_JAVA_TOOL_OPTIONS>
                        <BP_JVM_VERSION>21</BP_JVM_VERSION></env></image>""") + "</plugins></build>");
        pom("stock", "<build><plugins>" + plugin("spring-boot-maven-plugin", "") + "</plugins></build>");
        ImageBuild image = image("orders");
        assertThat(image.baseImage()).isEqualTo("paketobuildpacks/builder");
        assertThat(image.variables().value("JAVA_TOOL_OPTIONS")).hasValue("-Xmx1g");
        assertThat(image.variables().entries()).hasSize(1);
        assertThat(BuildImages.of(tree.modules(), tree.inputs())).containsOnlyKeys("orders");
    }

    @Test
    void scriptsStateLayeredImagesInBlocksAndInPaths() {
        tree.file("orders/build.gradle", """
                plugins { id 'java' }
                jib {
                    from { image = 'azul/zulu-openjdk:21' }
                    to { image = "shop/${project.name}" }
                    container {
                        jvmFlags = ['-Xms256m', '-Xmx256m']
                        environment = [MODE: 'prod']
                    }
                }
                """);
        tree.file("stock/build.gradle.kts", """
                plugins { java }
                jib.to.image = "shop/stock"
                jib.container.jvmFlags = listOf("-Xmx128m")
                """);
        assertThat(image("orders").name()).isEqualTo("shop/orders");
        assertThat(image("orders").baseImage()).isEqualTo("azul/zulu-openjdk:21");
        assertThat(Objects.requireNonNull(image("orders").entrypoint()).words())
                .startsWith("java", "-Xms256m", "-Xmx256m");
        assertThat(image("orders").variables().value("MODE")).hasValue("prod");
        assertThat(Objects.requireNonNull(image("stock").entrypoint()).words()).startsWith("java", "-Xmx128m");
    }

    @Test
    void scriptsStateImagesOfBuildpacks() {
        tree.file("orders/build.gradle", """
                plugins { id 'java' }
                bootBuildImage {
                    imageName = "shop/orders"
                    environment = ["BPE_JAVA_TOOL_OPTIONS": "-Xmx1g"]
                }
                """);
        tree.file("stock/build.gradle.kts", """
                plugins { java }
                tasks.named<BootBuildImage>("bootBuildImage") {
                    imageName.set("shop/stock")
                }
                """);
        assertThat(image("orders").variables().value("JAVA_TOOL_OPTIONS")).hasValue("-Xmx1g");
        assertThat(image("stock").name()).isEqualTo("shop/stock");
    }
}
