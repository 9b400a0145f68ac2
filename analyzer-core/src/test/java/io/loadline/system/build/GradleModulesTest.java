package io.loadline.system.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradleModulesTest {

    private final Map<String, Input.Element> repository = new HashMap<>();
    private final List<Input> tree = new ArrayList<>();

    @Test
    void notationsOfEveryStyleAreRead() {
        script("build.gradle", """
                def libVersion = '4'
                ext {
                  mapVersion = "5"
                }
                dependencies {
                  implementation 'a:string:1'
                  api("a:kotlin:2")
                  implementation 'a:two:1', 'a:more:1'
                  implementation "a:variable:$libVersion"
                  implementation 'a:sum:' + libVersion
                  runtimeOnly group: 'a', name: 'map', version: mapVersion
                  implementation(group = "a", name = "named", version = "6")
                  "implementation"("a:quoted:7")
                  testImplementation 'a:test:1'
                  annotationProcessor 'a:processor:1'
                  implementation files('libs/x.jar')
                }
                """);
        assertThat(module("").dependencies())
                .containsOnly(
                        Map.entry("a:string", "1"),
                        Map.entry("a:kotlin", "2"),
                        Map.entry("a:two", "1"),
                        Map.entry("a:more", "1"),
                        Map.entry("a:variable", "4"),
                        Map.entry("a:sum", "4"),
                        Map.entry("a:map", "5"),
                        Map.entry("a:named", "6"),
                        Map.entry("a:quoted", "7"));
    }

    @Test
    void whatIsLeftOutOfAProjectIsLeftOutUnlessAnotherWayLetsItThrough() {
        script("settings.gradle", "include 'api', 'core', 'strict', 'lax'");
        script("core/build.gradle", """
                dependencies {
                  implementation 'a:heavy:1'
                  implementation 'a:light:1'
                }
                """);
        script("api/build.gradle", """
                dependencies {
                  api project(':core')
                }
                """);
        script("strict/build.gradle", """
                dependencies {
                  implementation(project(':api')) {
                    exclude group: 'a', module: 'heavy'
                  }
                }
                """);
        script("lax/build.gradle", """
                dependencies {
                  implementation(project(':api')) {
                    exclude group: 'a', module: 'heavy'
                  }
                  implementation project(':core')
                }
                """);
        assertThat(module("strict").dependencies()).containsOnlyKeys("a:light");
        assertThat(module("strict").projectDependencies()).containsExactly("api", "core");
        assertThat(module("lax").dependencies()).containsOnlyKeys("a:heavy", "a:light");
    }

    @Test
    void versionsComeFromPropertiesFilesExtrasMapsAndCatalogs() {
        script("build.gradle.kts", """
                val fromScript by extra("1")
                extra["indexed"] = "2"
                ext.versions = [pool: '3', 'client': '4']
                val delegated: String by project
                dependencies {
                  implementation("a:extra:$fromScript")
                  implementation("a:indexed:${property("indexed")}")
                  implementation("a:pool:${versions.pool}")
                  implementation("a:client:${rootProject.ext.versions['client']}")
                  implementation("a:delegated:$delegated")
                  implementation(libs.some.client)
                  implementation(libs.bundles.web)
                  implementation("a:missing:$nowhere")
                }
                """);
        tree.add(new Input.Properties(
                "gradle.properties", List.of(List.of(new Input.Property("delegated", "5", Span.START)))));
        tree.add(Gradle.catalog("gradle/libs.versions.toml", """
                [versions]
                client = "6"
                [libraries]
                some-client = { module = "c:client", version.ref = "client" }
                web_core = "w:core:7"
                web-extra = { group = "w", name = "extra", version = { strictly = "8" } }
                [bundles]
                web = ["web-core", "web-extra"]
                [plugins]
                boot = { id = "p.boot", version = "9" }"""));
        script("settings.gradle.kts", "rootProject.name = \"shop\"");
        assertThat(module("").name()).isEqualTo("shop");
        assertThat(module("").dependencies())
                .containsOnly(
                        Map.entry("a:extra", "1"),
                        Map.entry("a:indexed", "2"),
                        Map.entry("a:pool", "3"),
                        Map.entry("a:client", "4"),
                        Map.entry("a:delegated", "5"),
                        Map.entry("c:client", "6"),
                        Map.entry("w:core", "7"),
                        Map.entry("w:extra", "8"),
                        Map.entry("a:missing", ""));
    }

    @Test
    void subprojectsInheritWhatTheRootSaysForThem() {
        script("settings.gradle", """
                rootProject.name = 'shop'
                include 'orders', ':libs:common'
                include 'gone'
                """);
        script("build.gradle", """
                plugins {
                  id 'p.boot' version '3.1' apply false
                }
                allprojects {
                  group = 'shop'
                  version = '2.0'
                }
                subprojects {
                  apply plugin: 'java'
                  sourceCompatibility = JavaVersion.VERSION_17
                  dependencies {
                    implementation 'a:everywhere:1'
                  }
                }
                project(':orders') {
                  dependencies {
                    implementation 'a:orders:1'
                  }
                }
                """);
        script("orders/build.gradle", """
                apply plugin: 'p.boot'
                dependencies {
                  implementation project(':libs:common')
                }
                bootJar {
                  archiveFileName = 'orders-app.jar'
                }
                """);
        tree.add(new Input.Properties("libs/common/src/main/resources/x.properties", List.of()));
        Module orders = module("orders");
        assertThat(orders.coordinates()).isEqualTo("shop:orders");
        assertThat(orders.version()).isEqualTo("2.0");
        assertThat(orders.javaVersion()).contains("17");
        assertThat(orders.finalName()).isEqualTo("orders-app");
        assertThat(orders.plugins()).containsEntry("p.boot", "3.1").containsEntry("java", "");
        assertThat(orders.dependencies()).containsOnlyKeys("a:everywhere", "a:orders");
        assertThat(orders.projectDependencies()).containsExactly("libs/common");
        Module common = module("libs/common");
        assertThat(common.coordinates()).isEqualTo("shop:common");
        assertThat(common.finalName()).isEqualTo("common-2.0");
        assertThat(common.at().path()).isEqualTo("settings.gradle");
        assertThat(common.at().line()).isEqualTo(2);
        assertThat(module("").dependencies()).isEmpty();
        assertThat(module("").packaging()).isEqualTo("pom");
        assertThat(modules().at("gone")).isEmpty();
    }

    @Test
    void projectDependenciesBringTheirArtifacts() {
        script("settings.gradle", "include 'a', 'b', 'c'");
        script("a/build.gradle", """
                dependencies {
                  implementation project(path: ':b')
                }
                """);
        script("b/build.gradle", """
                dependencies {
                  api(project(":c"))
                  compileOnly 'x:compile:1'
                }
                """);
        script("c/build.gradle", """
                dependencies {
                  implementation 'x:lib:1'
                  implementation project(':a')
                }
                """);
        assertThat(module("a").projectDependencies()).containsExactly("b", "c");
        assertThat(module("a").dependencies()).containsOnlyKeys("x:lib");
        assertThat(module("b").dependencies()).containsOnlyKeys("x:lib", "x:compile");
    }

    @Test
    void projectsKeepTheirFoldersUnderTheNamesThatTheSettingsGiveThem() {
        script("settings.gradle", """
                rootProject.name = 'shop'
                include 'server'
                include 'core', 'jobs-core'
                rootProject.children.each {
                  it.name="${rootProject.name}-${it.name}"
                }
                project(':shop-jobs-core').projectDir = file('jobs/core')
                """);
        script("core/build.gradle", """
                dependencies {
                  implementation 'a:one:1'
                }
                """);
        script("jobs/core/build.gradle", """
                dependencies {
                  implementation 'a:two:1'
                }
                """);
        script("server/build.gradle", """
                dependencies {
                  implementation project(':shop-core')
                  implementation project(':shop-jobs-core')
                }
                """);
        assertThat(module("server").projectDependencies()).containsOnly("core", "jobs/core");
        assertThat(module("server").dependencies()).containsOnlyKeys("a:one", "a:two");
    }

    @Test
    void aPluginOfTheGroupDecidesVersionsThatAreLeftOpen() {
        script("build.gradle", """
                plugins {
                  id 'org.frame.boot' version '2.7.18'
                  id 'java'
                }
                dependencies {
                  implementation 'org.frame.boot:frame-boot-starter-web'
                  implementation 'p:pool'
                }
                """);
        assertThat(module("").dependencies())
                .containsOnly(
                        Map.entry("org.frame.boot:frame-boot-starter-web", "2.7.18"),
                        Map.entry("org.frame.boot:frame-boot", "2.7.18"),
                        Map.entry("p:pool", ""));
        managing("org.frame.boot:frame-boot-dependencies:2.7.18", "p:pool:4.0.3");
        assertThat(module("").versionOf("p:pool")).contains("4.0.3");
    }

    @Test
    void buildScriptClassPathsDecideVersionsToo() {
        script("build.gradle", """
                buildscript {
                  ext {
                    bootVersion = '2.1.0'
                  }
                  dependencies {
                    classpath("org.frame.boot:frame-boot-gradle-plugin:${bootVersion}")
                  }
                }
                """);
        script("a/build.gradle", """
                dependencies {
                  implementation 'org.frame.boot:frame-boot-starter-web'
                }
                """);
        assertThat(module("a").versionOf("org.frame.boot:frame-boot-starter-web"))
                .contains("2.1.0");
    }

    @Test
    void platformsAndDependencyManagementDecideVersions() {
        managing("f:bom:1", "a:one:1");
        managing("g:bom:2", "a:two:2");
        script("build.gradle", """
                dependencyManagement {
                  imports {
                    mavenBom "f:bom:1"
                  }
                  dependencies {
                    dependency 'a:three:3'
                    dependencySet(group: 'a', version: '4') {
                      entry 'four'
                    }
                  }
                }
                dependencies {
                  implementation platform('g:bom:2')
                  implementation 'a:one'
                  implementation 'a:two'
                  implementation 'a:three'
                  implementation 'a:four'
                  implementation 'a:five'
                  constraints {
                    implementation 'a:five:5'
                  }
                }
                """);
        assertThat(module("").dependencies())
                .containsOnly(
                        Map.entry("a:one", "1"),
                        Map.entry("a:two", "2"),
                        Map.entry("a:three", "3"),
                        Map.entry("a:four", "4"),
                        Map.entry("a:five", "5"));
    }

    @Test
    void exclusionsOfADeclarationHold() {
        repository("w:web:1", """
                <groupId>w</groupId><artifactId>web</artifactId><version>1</version>
                <dependencies>
                  <dependency><groupId>s</groupId><artifactId>server</artifactId><version>9</version></dependency>
                  <dependency><groupId>s</groupId><artifactId>kept</artifactId><version>9</version></dependency>
                </dependencies>
                """);
        script("build.gradle", """
                dependencies {
                  implementation('w:web:1') {
                    exclude group: 's', module: 'server'
                  }
                }
                """);
        assertThat(module("").dependencies()).containsOnlyKeys("w:web", "s:kept");
    }

    @Test
    void appliedScriptsAndConventionPluginsCount() {
        script("build.gradle", """
                apply from: "$rootDir/gradle/shared.gradle"
                plugins {
                  id 'shop.service'
                }
                """);
        script("gradle/shared.gradle", """
                apply from: 'gradle/shared.gradle'
                dependencies {
                  implementation 'a:shared:1'
                }
                """);
        script("buildSrc/src/main/groovy/shop.service.gradle", """
                dependencies {
                  implementation 'a:convention:1'
                }
                """);
        assertThat(module("").dependencies()).containsOnlyKeys("a:shared", "a:convention");
        assertThat(modules().all()).hasSize(1);
    }

    @Test
    void aBrokenScriptIsAProblemAndStillAModule() {
        Modules modules = BuildReading.read(List.of("a/build.gradle.kts"), List.of(), PomSource.NONE);
        assertThat(modules.at("a").map(Module::name)).contains("a");
        assertThat(modules.problems()).hasSize(1);
    }

    @Test
    void hostileScriptsEnd() {
        script(
                "build.gradle",
                "x = \"${y}\"\ny = \"${x}\"\nval "
                        + "val ".repeat(20_000)
                        + "\ndef m = "
                        + "[a: ".repeat(5_000)
                        + "]".repeat(5_000)
                        + "\ndependencies {\nimplementation \"a:cyclic:$x\"\nimplementation "
                        + "[".repeat(5_000)
                        + "\nimplementation $"
                        + "a.".repeat(20_000)
                        + "\nimplementation \"$"
                        + "a.".repeat(20_000)
                        + "a\"\n}");
        assertThat(module("").dependencies()).containsExactly(Map.entry("a:cyclic", ""));
    }

    private Modules modules() {
        List<String> paths = tree.stream().map(Input::path).toList();
        return BuildReading.read(
                paths,
                tree,
                (group, artifact, version) ->
                        Optional.ofNullable(repository.get(group + ":" + artifact + ":" + version)));
    }

    private Module module(String directory) {
        return modules().at(directory).orElseThrow();
    }

    private void script(String path, String text) {
        tree.add(Gradle.file(path, text));
    }

    private void managing(String bill, String managed) {
        String[] parts = managed.split(":");
        String[] own = bill.split(":");
        repository(bill, """
                <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                <dependencyManagement><dependencies>
                <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>
                </dependencies></dependencyManagement>
                """.formatted(own[0], own[1], own[2], parts[0], parts[1], parts[2]));
    }

    private void repository(String coordinates, String body) {
        repository.put(coordinates, Xml.element("<project>" + body + "</project>"));
    }
}
