package io.loadline.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.system.TestTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    private final TestTree tree = new TestTree().module("orders", "orders");

    @Test
    void withoutAnyHintThereIsOneThatCounts() {
        assertThat(environments()).singleElement().satisfies(only -> {
            assertThat(only.name()).isEqualTo("default");
            assertThat(only.isProductionLike()).isTrue();
            assertThat(only.profilesAmong(List.of("prod", "dev"))).isEmpty();
        });
    }

    @Test
    void profilesNameEnvironmentsOnlyWhereTheirNamesDo() {
        tree.file("orders/src/main/resources/application-prod.yml", "a: b\n");
        tree.file("orders/src/main/resources/application-dev.yml", "a: b\n");
        tree.file("orders/src/main/resources/application-kafka.yml", "a: b\n");
        assertThat(environments()).extracting(Environment::name).containsExactly("prod", "dev");
        assertThat(environments()).extracting(Environment::isProductionLike).containsExactly(true, false);
        assertThat(environments().get(0).why())
                .extracting(e -> e.at().path())
                .containsExactly("orders/src/main/resources/application-prod.yml");
    }

    @Test
    void manifestsGoBeforeProfiles() {
        tree.file("orders/src/main/resources/application-dev.yml", "a: b\n");
        tree.file("k8s/overlays/production/web.yaml", pod("web"));
        tree.file("k8s/overlays/minikube/web.yaml", pod("web"));
        tree.file("k8s/web.yaml", pod("web"));
        assertThat(environments()).extracting(Environment::name).containsExactly("default", "prod", "minikube");
        assertThat(environments()).extracting(Environment::isProductionLike).containsExactly(true, true, false);
        assertThat(environments())
                .allSatisfy(environment -> assertThat(environment.why()).hasSize(1));
    }

    @Test
    void anEnvironmentSwitchesProfilesOfTheSameMeaningOn() {
        tree.file("k8s/overlays/prod/web.yaml", pod("web"));
        assertThat(environments().get(0).profilesAmong(List.of("production", "dev", "metrics")))
                .containsExactly("production");
    }

    private static String pod(String name) {
        return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name
                + "\nspec:\n  containers:\n    - name: a\n      image: a/b\n";
    }

    private List<Environment> environments() {
        return Environments.of(tree.configuration(), tree.manifests());
    }
}
