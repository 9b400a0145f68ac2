package io.loadline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.java",
                "orders/src/main/java/shop/test/Probe.java",
                "orders/src/main/java/shop/it/Kit.java",
                "src/com/shop/test/Probe.java",
                "orders/src/main/resources/application-test.yml",
                "latest/src/main/java/A.java",
                "contest/src/main/java/A.java",
                "k8s/orders/deployment.yaml",
                "src/orders/src/main/java/shop/A.java",
                "src/orders/chart/values.yaml",
                "java/src/main/java/shop/test/A.java"
            })
    void productionFilesAreMain(String path) {
        assertThat(FileRole.of(path)).isEqualTo(FileRole.MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders/src/test/java/shop/A.java",
                "orders/src/test/resources/application.yml",
                "orders/src/it/java/A.java",
                "src/integrationTest/java/A.java",
                "src/integration-test/java/A.java",
                "src/testFixtures/java/A.java",
                "app/src/androidTest/java/A.java",
                "app/test/java/A.java",
                "src/orders/src/test/java/shop/A.java",
                "src/orders/src/test/resources/application.yml",
                "java/src/test/java/shop/A.java",
                "src/test/docker/compose.yml",
                "tests/A.java",
                "orders-test/src/main/java/A.java",
                "integration-tests/src/main/java/A.java"
            })
    void testFilesAreTest(String path) {
        assertThat(FileRole.of(path)).isEqualTo(FileRole.TEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x/generated-sources/annotations/A.java",
                "src/gen/java/A.java",
                "src/main/java/shop/jooq/generated/A.java",
                "third_party/lib/A.java"
            })
    void generatedAndCopiedFilesAreGenerated(String path) {
        assertThat(FileRole.of(path)).isEqualTo(FileRole.GENERATED);
    }
}
