package io.loadline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource({
        "a/B.java, JAVA",
        "application.yml, YAML",
        "chart/templates/x.YAML, YAML",
        "k8s/anything.json, YAML",
        "application-prod.json, YAML",
        "application.properties, PROPERTIES",
        "gradle.properties, PROPERTIES",
        "pom.xml, XML",
        "logback.xml, XML",
        "build.gradle, GRADLE",
        "build.gradle.kts, GRADLE",
        "gradle/libs.versions.toml, GRADLE",
        "Dockerfile, DOCKERFILE",
        "src/main/docker/Dockerfile.native, DOCKERFILE",
        "orders.dockerfile, DOCKERFILE",
        "Containerfile, DOCKERFILE",
        ".env, ENV",
        "prod.env, ENV",
        ".env.production, ENV",
        "bin/start.sh, SHELL"
    })
    void nameTellsTheKind(String path, FileKind kind) {
        assertThat(FileKind.of(path)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package.json",
                "tsconfig.json",
                "README.md",
                "Dockerfile.dockerignore",
                ".env.example",
                "dependency-reduced-pom.xml",
                "Main.class"
            })
    void otherFilesHaveNoKind(String path) {
        assertThat(FileKind.of(path)).isEmpty();
    }

    @Test
    void fileNamedLikeAnExtensionHasNoKind() {
        assertThat(FileKind.of("bin/java")).isEmpty();
        assertThat(FileKind.of("sh")).isEmpty();
    }
}
