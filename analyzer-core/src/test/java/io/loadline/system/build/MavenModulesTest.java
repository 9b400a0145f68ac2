package io.loadline.system.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MavenModulesTest {

    private final Map<String, Input.Element> repository = new HashMap<>();
    private final List<Input> tree = new ArrayList<>();

    @Test
    void aModuleSaysWhatItsPomSays() {
        tree("orders/pom.xml", """
                <groupId>shop</groupId>
                <artifactId>orders</artifactId>
                <version>1.2</version>
                <packaging>war</packaging>
                <properties><java.version>17</java.version><db.version>42.7</db.version></properties>
                <dependencies>
                  <dependency><groupId>db</groupId><artifactId>driver</artifactId><version>${db.version}</version></dependency>
                  <dependency><groupId>t</groupId><artifactId>tests</artifactId><version>1</version><scope>test</scope></dependency>
                </dependencies>
                <build><plugins>
                  <plugin><artifactId>maven-jar-plugin</artifactId><version>3.1</version></plugin>
                </plugins></build>
                """);
        Module orders = module("orders");
        assertThat(orders.coordinates()).isEqualTo("shop:orders");
        assertThat(orders.name()).isEqualTo("orders");
        assertThat(orders.version()).isEqualTo("1.2");
        assertThat(orders.packaging()).isEqualTo("war");
        assertThat(orders.javaVersion()).contains("17");
        assertThat(orders.finalName()).isEqualTo("orders-1.2");
        assertThat(orders.dependencies()).containsExactly(Map.entry("db:driver", "42.7"));
        assertThat(orders.plugins()).containsEntry("org.apache.maven.plugins:maven-jar-plugin", "3.1");
        assertThat(orders.at().line()).isEqualTo(3);
    }

    @Test
    void aChildInheritsFromTheParentBesideIt() {
        tree("pom.xml", """
                <groupId>shop</groupId><artifactId>parent</artifactId><version>${revision}</version><packaging>pom</packaging>
                <properties><revision>3.0</revision><lib.version>5</lib.version></properties>
                <dependencyManagement><dependencies>
                  <dependency><groupId>l</groupId><artifactId>lib</artifactId><version>${lib.version}</version></dependency>
                </dependencies></dependencyManagement>
                <dependencies>
                  <dependency><groupId>l</groupId><artifactId>common</artifactId><version>1</version></dependency>
                </dependencies>
                """);
        tree("orders/pom.xml", parent("shop:parent:${revision}", "") + """
                <artifactId>orders</artifactId>
                <properties><lib.version>6</lib.version></properties>
                <dependencies><dependency><groupId>l</groupId><artifactId>lib</artifactId></dependency></dependencies>
                <build><finalName>${project.artifactId}-app</finalName></build>
                """);
        Module orders = module("orders");
        assertThat(orders.coordinates()).isEqualTo("shop:orders");
        assertThat(orders.version()).isEqualTo("3.0");
        assertThat(orders.dependencies()).containsExactly(Map.entry("l:common", "1"), Map.entry("l:lib", "6"));
        assertThat(orders.finalName()).isEqualTo("orders-app");
    }

    @Test
    void aParentAndItsBillOfMaterialsComeFromTheRepository() {
        repository("f:starter-parent:2.0", parent("f:boms:2.0", "") + "<artifactId>starter-parent</artifactId>");
        repository("f:boms:2.0", """
                <groupId>f</groupId><artifactId>boms</artifactId><version>2.0</version>
                <properties><pool.version>4.0</pool.version></properties>
                <dependencyManagement><dependencies>
                  <dependency><groupId>p</groupId><artifactId>pool</artifactId><version>${pool.version}</version></dependency>
                  <dependency><groupId>c</groupId><artifactId>bom</artifactId><version>7</version><type>pom</type><scope>import</scope></dependency>
                </dependencies></dependencyManagement>
                """);
        repository("c:bom:7", """
                <groupId>c</groupId><artifactId>bom</artifactId><version>7</version>
                <dependencyManagement><dependencies>
                  <dependency><groupId>c</groupId><artifactId>client</artifactId><version>7.1</version></dependency>
                  <dependency><groupId>p</groupId><artifactId>pool</artifactId><version>9</version></dependency>
                </dependencies></dependencyManagement>
                """);
        tree("pom.xml", parent("f:starter-parent:2.0", "<relativePath/>") + """
                <artifactId>orders</artifactId>
                <properties><pool.version>4.1</pool.version></properties>
                <dependencies>
                  <dependency><groupId>p</groupId><artifactId>pool</artifactId></dependency>
                  <dependency><groupId>c</groupId><artifactId>client</artifactId></dependency>
                </dependencies>
                """);
        assertThat(module("").dependencies()).containsExactly(Map.entry("c:client", "7.1"), Map.entry("p:pool", "4.1"));
    }

    @Test
    void artifactsReleasedWithAnUnreadableParentHaveItsVersion() {
        tree("pom.xml", parent("org.frame.boot:frame-boot-starter-parent:3.3.1", "<relativePath/>") + """
                <artifactId>orders</artifactId>
                <dependencies>
                  <dependency><groupId>org.frame.boot</groupId><artifactId>frame-boot-starter-web</artifactId></dependency>
                  <dependency><groupId>other</groupId><artifactId>lib</artifactId></dependency>
                </dependencies>
                """);
        Module orders = module("");
        assertThat(orders.versionOf("org.frame.boot:frame-boot-starter-web")).contains("3.3.1");
        assertThat(orders.versionOf("org.frame.boot:frame-boot")).contains("3.3.1");
        assertThat(orders.uses("other:lib")).isTrue();
        assertThat(orders.versionOf("other:lib")).isEmpty();
    }

    @Test
    void theCoreOfAFamilyIsKnownThroughItsRelatives() {
        tree("pom.xml", parent("org.frame.boot:frame-boot-starter-parent:3.3.1", "<relativePath/>") + """
                <artifactId>orders</artifactId>
                <dependencies><dependency><groupId>org.frame.cloud</groupId><artifactId>frame-cloud-gateway</artifactId></dependency></dependencies>
                """);
        assertThat(module("").dependencies())
                .containsExactly(
                        Map.entry("org.frame.boot:frame-boot", "3.3.1"),
                        Map.entry("org.frame.cloud:frame-cloud-gateway", ""));
    }

    @Test
    void aModuleNamedLikeItsGroupIsNotTakenForTheCoreOfAFamily() {
        tree(
                "pom.xml",
                "<groupId>org.shop</groupId><artifactId>shop</artifactId><version>1</version><packaging>pom</packaging>");
        tree(
                "shop-common/pom.xml",
                "<groupId>org.shop</groupId><artifactId>shop-common</artifactId><version>1</version>");
        tree("shop-web/pom.xml", """
                <groupId>org.shop</groupId><artifactId>shop-web</artifactId><version>1</version>
                <dependencies><dependency><groupId>org.shop</groupId><artifactId>shop-common</artifactId><version>1</version></dependency></dependencies>
                """);
        assertThat(module("shop-web").projectDependencies()).containsExactly("shop-common");
        assertThat(module("shop-web").dependencies()).containsOnlyKeys("org.shop:shop-common");
    }

    @Test
    void aReleaseTrainSaysNothingOfTheVersionsInIt() {
        tree("pom.xml", """
                <groupId>s</groupId><artifactId>a</artifactId><version>1</version>
                <dependencyManagement><dependencies>
                  <dependency><groupId>org.cloud</groupId><artifactId>cloud-dependencies</artifactId><version>2023.0.1</version><type>pom</type><scope>import</scope></dependency>
                </dependencies></dependencyManagement>
                <dependencies><dependency><groupId>org.cloud</groupId><artifactId>cloud-starter</artifactId></dependency></dependencies>
                """);
        assertThat(module("").dependencies()).containsExactly(Map.entry("org.cloud:cloud-starter", ""));
    }

    @Test
    void dependenciesBringTheirOwnUnlessOptionalTestedOrExcluded() {
        repository("w:web:1", """
                <groupId>w</groupId><artifactId>web</artifactId><version>1</version>
                <dependencies>
                  <dependency><groupId>s</groupId><artifactId>server</artifactId><version>9</version></dependency>
                  <dependency><groupId>s</groupId><artifactId>logging</artifactId><version>1</version></dependency>
                  <dependency><groupId>s</groupId><artifactId>maybe</artifactId><version>1</version><optional>true</optional></dependency>
                  <dependency><groupId>s</groupId><artifactId>tests</artifactId><version>1</version><scope>test</scope></dependency>
                </dependencies>
                """);
        repository("s:server:9", """
                <groupId>s</groupId><artifactId>server</artifactId><version>9</version>
                <dependencies><dependency><groupId>s</groupId><artifactId>core</artifactId><version>9</version></dependency></dependencies>
                """);
        tree("pom.xml", """
                <groupId>a</groupId><artifactId>a</artifactId><version>1</version>
                <dependencyManagement><dependencies>
                  <dependency><groupId>s</groupId><artifactId>core</artifactId><version>10</version></dependency>
                </dependencies></dependencyManagement>
                <dependencies><dependency><groupId>w</groupId><artifactId>web</artifactId><version>1</version>
                  <exclusions><exclusion><groupId>s</groupId><artifactId>logging</artifactId></exclusion></exclusions>
                </dependency></dependencies>
                """);
        assertThat(module("").dependencies())
                .containsExactly(Map.entry("s:core", "10"), Map.entry("s:server", "9"), Map.entry("w:web", "1"));
    }

    @Test
    void modulesOfTheTreeUseOneAnother() {
        tree("a/pom.xml", """
                <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>${project.version}</version></dependency></dependencies>
                """);
        tree("b/pom.xml", """
                <groupId>g</groupId><artifactId>b</artifactId><version>1</version>
                <dependencies>
                  <dependency><groupId>g</groupId><artifactId>c</artifactId><version>1</version></dependency>
                  <dependency><groupId>x</groupId><artifactId>lib</artifactId><version>2</version></dependency>
                </dependencies>
                """);
        tree("c/pom.xml", "<groupId>g</groupId><artifactId>c</artifactId><version>1</version>");
        assertThat(module("a").projectDependencies()).containsExactly("b", "c");
        assertThat(module("a").versionOf("x:lib")).contains("2");
        assertThat(module("c").projectDependencies()).isEmpty();
    }

    @Test
    void onlyProfilesActiveByDefaultCount() {
        tree("pom.xml", """
                <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <profiles>
                  <profile><id>on</id><activation><activeByDefault>true</activeByDefault></activation>
                    <dependencies><dependency><groupId>x</groupId><artifactId>on</artifactId><version>1</version></dependency></dependencies></profile>
                  <profile><id>off</id>
                    <dependencies><dependency><groupId>x</groupId><artifactId>off</artifactId><version>1</version></dependency></dependencies></profile>
                </profiles>
                """);
        assertThat(module("").dependencies()).containsOnlyKeys("x:on");
    }

    @Test
    void cyclesOfParentsImportsDependenciesAndPropertiesEnd() {
        tree("a/pom.xml", parent("g:b:1", "<relativePath>../b</relativePath>") + """
                <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <properties><x>${y}</x><y>${x}${x}</y></properties>
                <dependencyManagement><dependencies>
                  <dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version><scope>import</scope></dependency>
                  <dependency><groupId>g</groupId><artifactId>b</artifactId><version>1</version><scope>import</scope></dependency>
                </dependencies></dependencyManagement>
                <dependencies>
                  <dependency><groupId>g</groupId><artifactId>b</artifactId><version>1</version></dependency>
                  <dependency><groupId>z</groupId><artifactId>z</artifactId><version>${x}</version></dependency>
                </dependencies>
                """);
        tree("b/pom.xml", parent("g:a:1", "<relativePath>../a</relativePath>") + """
                <groupId>g</groupId><artifactId>b</artifactId><version>1</version>
                <dependencyManagement><dependencies>
                  <dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version><scope>import</scope></dependency>
                </dependencies></dependencyManagement>
                <dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version></dependency></dependencies>
                """);
        assertThat(module("a").projectDependencies()).containsExactly("b");
        assertThat(module("a").dependencies()).containsEntry("z:z", "");
    }

    @Test
    void aLongChainOfImportsIsCut() {
        for (int i = 0; i < 500; i++) {
            repository("g:bom" + i + ":1", """
                    <groupId>g</groupId><artifactId>bom%d</artifactId><version>1</version>
                    <dependencyManagement><dependencies>
                      <dependency><groupId>g</groupId><artifactId>bom%d</artifactId><version>1</version><scope>import</scope></dependency>
                    </dependencies></dependencyManagement>
                    """.formatted(i, i + 1));
        }
        tree("pom.xml", """
                <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <dependencyManagement><dependencies>
                  <dependency><groupId>g</groupId><artifactId>bom0</artifactId><version>1</version><scope>import</scope></dependency>
                </dependencies></dependencyManagement>
                """);
        assertThat(module("").coordinates()).isEqualTo("g:a");
    }

    @Test
    void propertiesThatGrowWithoutEndStayAsTheyAreWritten() {
        StringBuilder properties = new StringBuilder("<p0>xxxxxxxxxx</p0>");
        for (int i = 1; i < 60; i++) {
            properties.append("<p%d>${p%d}${p%d}</p%d>".formatted(i, i - 1, i - 1, i));
        }
        for (int i = 0; i < 5_000; i++) {
            properties.append("<q%d>${q%d}</q%d>".formatted(i, i + 1, i));
        }
        tree(
                "pom.xml",
                "<groupId>g</groupId><artifactId>a</artifactId><version>${p59}</version><properties>"
                        + properties
                        + "</properties>");
        assertThat(module("").properties().values()).allMatch(value -> value.length() <= 8192);
        assertThat(module("").properties()).containsEntry("p2", "x".repeat(40));
    }

    @Test
    void oldNamesOfJavaReleasesAreUnderstood() {
        tree("pom.xml", """
                <groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <properties><maven.compiler.source>1.8</maven.compiler.source></properties>
                """);
        assertThat(module("").javaVersion()).contains("8");
    }

    private Module module(String directory) {
        List<String> paths = tree.stream().map(Input::path).toList();
        return BuildReading.read(
                        paths,
                        tree,
                        (group, artifact, version) ->
                                Optional.ofNullable(repository.get(group + ":" + artifact + ":" + version)))
                .at(directory)
                .orElseThrow();
    }

    private void tree(String path, String body) {
        tree.add(Xml.file(path, "<project>\n" + body + "</project>"));
    }

    private void repository(String coordinates, String body) {
        repository.put(coordinates, Xml.element("<project>" + body + "</project>"));
    }

    private static String parent(String coordinates, String more) {
        String[] parts = coordinates.split(":");
        return "<parent><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</parent>"
                .formatted(parts[0], parts[1], parts[2], more);
    }
}
