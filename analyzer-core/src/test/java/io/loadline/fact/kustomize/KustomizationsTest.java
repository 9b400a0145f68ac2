package io.loadline.fact.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Route;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Problem;
import io.loadline.fact.Facts;
import io.loadline.system.TestTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KustomizationsTest {

    private final TestTree tree =
            new TestTree().file("k8s/base/kustomization.yaml", """
                    resources:
                      - orders.yaml
                    configMapGenerator:
                      - name: orders-config
                        literals:
                          - POOL=10
                          - URL='http://stock:8080'
                    """).file("k8s/base/orders.yaml", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: orders
                    spec:
                      replicas: 1
                      selector:
                        matchLabels: {app: orders}
                      template:
                        metadata:
                          labels: {app: orders}
                        spec:
                          containers:
                            - name: orders
                              image: shop/orders:1
                              env:
                                - name: MODE
                                  value: base
                              envFrom:
                                - configMapRef: {name: orders-config}
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata:
                      name: orders
                    spec:
                      selector: {app: orders}
                      ports: [{port: 80}]
                    """);

    private KustomizationsTest overlay(String environment, String text) {
        tree.file("k8s/overlays/%s/kustomization.yaml".formatted(environment), text);
        return this;
    }

    private Facts facts() {
        return Facts.observe(tree.inputs());
    }

    private <M extends Manifest> List<M> all(Class<M> kind) {
        return facts().manifests().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Workload in(String environment) {
        List<Workload> found = all(Workload.class).stream()
                .filter(w -> w.id().environment().equals(environment))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Container only(Workload workload) {
        assertThat(workload.containers()).hasSize(1);
        return workload.containers().get(0);
    }

    @Test
    void baseAloneIsDeployedForNoEnvironmentOfItsOwn() {
        assertThat(in("").replicas().whole()).hasValue(1);
        assertThat(facts().problems()).isEmpty();
    }

    @Test
    void baseThatOverlaysTakeInIsDeployedByThemAlone() {
        overlay("dev", "resources: [../../base]\n").overlay("prod", "resources: [../../base]\n");
        assertThat(all(Workload.class)).extracting(w -> w.id().environment()).containsExactly("dev", "prod");
    }

    @Test
    void replicasOfAnOverlayStandInTheOverlay() {
        overlay("prod", """
                resources:
                  - ../../base
                replicas:
                  - name: orders
                    count: 4
                """);
        Workload orders = in("prod");
        assertThat(orders.replicas().whole()).hasValue(4);
        assertThat(orders.replicas().at().path()).isEqualTo("k8s/overlays/prod/kustomization.yaml");
        assertThat(orders.replicas().at().line()).isEqualTo(5);
        assertThat(orders.at().path()).isEqualTo("k8s/base/orders.yaml");
        assertThat(orders.at().line()).isEqualTo(4);
    }

    @Test
    void strategicMergeChangesTheContainerOfThatNameAndKeepsTheRest() {
        tree.file("k8s/overlays/prod/size.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: orders
                spec:
                  replicas: 3
                  template:
                    spec:
                      containers:
                        - name: orders
                          resources:
                            limits:
                              memory: 1Gi
                          env:
                            - name: JAVA_TOOL_OPTIONS
                              value: -Xmx700m
                            - name: MODE
                              value: prod
                """);
        overlay("prod", """
                resources: [../../base]
                patches:
                  - path: size.yaml
                """);
        Workload orders = in("prod");
        assertThat(orders.replicas().whole()).hasValue(3);
        Container container = only(orders);
        assertThat(container.image().text()).isEqualTo("shop/orders:1");
        assertThat(container.resources().memoryLimit().at().path()).isEqualTo("k8s/overlays/prod/size.yaml");
        assertThat(container.resources().memoryLimit().at().line()).isEqualTo(13);
        assertThat(container.variable("MODE").orElseThrow().written()).hasValue("prod");
        assertThat(container.variable("JAVA_TOOL_OPTIONS").orElseThrow().at().line())
                .isEqualTo(16);
        assertThat(container.at().path()).isEqualTo("k8s/base/orders.yaml");
    }

    @Test
    void patchInsideTheKustomizationStandsThere() {
        overlay("prod", """
                resources: [../../base]
                patchesStrategicMerge:
                  - |-
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: orders
                    spec:
                      replicas: 5
                """);
        assertThat(in("prod").replicas().whole()).hasValue(5);
        assertThat(in("prod").replicas().at().line()).isEqualTo(9);
        assertThat(in("prod").replicas().at().path()).isEqualTo("k8s/overlays/prod/kustomization.yaml");
    }

    @Test
    void singleChangesReachListsAndNewKeys() {
        overlay("prod", """
                resources: [../../base]
                patches:
                  - target: {kind: Deployment, name: ord.*}
                    patch: |-
                      - op: replace
                        path: /spec/replicas
                        value: 6
                      - op: add
                        path: /spec/template/spec/containers/0/resources
                        value: {requests: {cpu: 500m}}
                      - op: add
                        path: /spec/template/spec/containers/0/env/-
                        value: {name: EXTRA, value: "1"}
                      - op: remove
                        path: /spec/template/spec/containers/0/env/0
                """);
        Workload orders = in("prod");
        assertThat(orders.replicas().whole()).hasValue(6);
        assertThat(orders.replicas().at().line()).isEqualTo(7);
        Container container = only(orders);
        assertThat(container.resources().cpuRequest().thousandths()).hasValue(500);
        assertThat(container.env()).extracting(e -> e.name()).containsExactly("EXTRA");
    }

    @Test
    void changeThatLeadsNowhereIsToldAndLeftOut() {
        overlay("prod", """
                resources: [../../base]
                patches:
                  - target: {kind: Deployment}
                    patch: '[{"op": "replace", "path": "/spec/absent/replicas", "value": 6}]'
                """);
        assertThat(in("prod").replicas().whole()).hasValue(1);
        assertThat(facts().problems())
                .extracting(Problem::message)
                .containsExactly("the patch of Deployment/orders is not applied: it leads to nothing");
    }

    @Test
    void deletionTakesTheObjectAway() {
        overlay("prod", """
                resources: [../../base]
                patches:
                  - patch: |-
                      $patch: delete
                      kind: Deployment
                      metadata:
                        name: orders
                """);
        assertThat(all(Workload.class)).isEmpty();
        assertThat(all(Route.class)).hasSize(1);
    }

    @Test
    void imagesTakeTheNameAndTagOfTheOverlay() {
        overlay("prod", """
                resources: [../../base]
                images:
                  - name: shop/orders
                    newName: registry.shop/orders
                    newTag: "7"
                """);
        assertThat(only(in("prod")).image().text()).isEqualTo("registry.shop/orders:7");
    }

    @Test
    void generatedConfigMapsMergeLiteralsAndFilesOfVariables() {
        tree.file("k8s/overlays/prod/pool.env", "POOL=40\nWAIT=5\n");
        overlay("prod", """
                resources: [../../base]
                configMapGenerator:
                  - name: orders-config
                    behavior: merge
                    envs: [pool.env]
                """);
        List<ConfigData> maps = all(ConfigData.class);
        assertThat(maps).hasSize(1);
        assertThat(maps.get(0).entries().value("POOL")).hasValue("40");
        assertThat(maps.get(0).entries().value("WAIT")).hasValue("5");
        assertThat(maps.get(0).entries().value("URL")).hasValue("http://stock:8080");
        assertThat(maps.get(0).entries().entry("POOL").orElseThrow().at().path())
                .isEqualTo("k8s/overlays/prod/pool.env");
    }

    @Test
    void configMapWhoseFileCannotBeReadIsNotTakenForTheWhole() {
        overlay("prod", """
                resources: [../../base]
                configMapGenerator:
                  - name: extra
                    envs: [absent.env]
                    literals: [A=1]
                """);
        assertThat(all(ConfigData.class)).extracting(c -> c.id().name()).containsExactly("orders-config");
        assertThat(facts().problems()).hasSize(1);
    }

    @Test
    void generatedSecretsKeepTheirKeysOnly() {
        overlay("prod", """
                resources: [../../base]
                secretGenerator:
                  - name: orders-secret
                    literals: [PASSWORD=hush]
                """);
        ConfigData secret = all(ConfigData.class).stream()
                .filter(ConfigData::secret)
                .findFirst()
                .orElseThrow();
        assertThat(secret.entries().value("PASSWORD")).hasValue("");
    }

    @Test
    void prefixRenamesWhatRefersToTheObjectToo() {
        tree.file("k8s/overlays/prod/hpa.yaml", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: orders}
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders}
                  minReplicas: 2
                  maxReplicas: 9
                """);
        overlay("prod", """
                namePrefix: eu-
                namespace: shop
                resources: [../../base, hpa.yaml]
                patches:
                  - target: {kind: Deployment, name: orders}
                    patch: '[{"op": "replace", "path": "/spec/replicas", "value": 2}]'
                """);
        Workload orders = in("prod");
        assertThat(orders.id().name()).isEqualTo("eu-orders");
        assertThat(orders.id().namespace()).isEqualTo("shop");
        assertThat(orders.replicas().whole()).hasValue(2);
        assertThat(all(Autoscaler.class)).extracting(Autoscaler::targetName).containsExactly("eu-orders");
        assertThat(only(orders).envFrom()).extracting(f -> f.owner()).containsExactly("eu-orders-config");
    }

    @Test
    void componentChangesOnlyWhoIncludesIt() {
        tree.file("k8s/components/many/kustomization.yaml", """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                patches:
                  - path: many.yaml
                """).file("k8s/components/many/many.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders}
                spec: {replicas: 8}
                """);
        overlay("dev", "resources: [../../base]\n")
                .overlay("prod", "resources: [../../base]\ncomponents: [../../components/many]\n");
        assertThat(all(Workload.class)).hasSize(2);
        assertThat(in("dev").replicas().whole()).hasValue(1);
        assertThat(in("prod").replicas().whole()).hasValue(8);
    }

    @Test
    void commonLabelsReachPodsAndSelectors() {
        overlay("prod", "resources: [../../base]\ncommonLabels: {team: shop}\n");
        assertThat(in("prod").podLabels().value("team")).hasValue("shop");
        assertThat(all(Route.class)).hasSize(1);
        assertThat(all(Route.class).get(0).selector().value("team")).hasValue("shop");
    }

    @Test
    void overlaysWithoutTheNameOfAnEnvironmentAreToldApartByTheirFolders() {
        tree.file("k8s/aws/kustomization.yaml", "resources: [../base]\n")
                .file("k8s/gcp/kustomization.yaml", "resources: [../base]\n");
        assertThat(all(Workload.class)).extracting(w -> w.id().environment()).containsExactly("aws", "gcp");
    }

    @Test
    void kustomizationsOfDifferentServicesAreOneEnvironment() {
        tree.file("k8s/payments/kustomization.yaml", "namePrefix: x-\nresources: [../base]\n")
                .file("k8s/stock/kustomization.yaml", "namePrefix: y-\nresources: [../base]\n");
        assertThat(all(Workload.class))
                .extracting(w -> w.id().environment() + w.id().name())
                .containsExactly("x-orders", "y-orders");
    }

    @Test
    void circleIsToldAndEndsNothing() {
        tree.file("k8s/a/kustomization.yaml", "resources: [../b, ../base]\n")
                .file("k8s/b/kustomization.yaml", "resources: [../a]\n")
                .file("k8s/overlays/prod/kustomization.yaml", "resources: [../../a]\n");
        assertThat(in("prod").replicas().whole()).hasValue(1);
        assertThat(facts().problems()).extracting(Problem::message).contains("the kustomization takes itself in");
    }

    @Test
    void whatLiesOutsideTheTreeIsToldAndNotFollowed() {
        overlay("prod", "resources: [../../base, 'https://example.org/x.yaml', ../../../../etc/passwd]\n");
        assertThat(in("prod").replicas().whole()).hasValue(1);
        assertThat(facts().problems())
                .extracting(p -> p.at().path())
                .containsExactly("k8s/overlays/prod/kustomization.yaml", "k8s/overlays/prod/kustomization.yaml");
    }

    @Test
    void chartsAndGeneratorsThatWouldHaveToRunAreTold() {
        overlay("prod", "resources: [../../base]\nhelmCharts: [{name: redis}]\n");
        assertThat(facts().problems())
                .extracting(Problem::message)
                .containsExactly("what helmCharts of the kustomization change is not judged");
    }

    @Test
    void objectOfAnotherToolOfTheSameKindIsNoKustomization() {
        tree.file("clusters/prod/kustomization.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: shop}
                spec: {path: ./k8s}
                """);
        assertThat(in("").replicas().whole()).hasValue(1);
    }

    @Test
    @Timeout(20)
    void copiesOfCopiesAndLongPathsAreLeftOut() {
        StringBuilder patch = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            patch.append("      - {op: copy, from: /spec, path: /metadata/a%s}\n".formatted(i));
            patch.append("      - {op: copy, from: /metadata, path: /spec/b%s}\n".formatted(i));
        }
        overlay("prod", "resources: [../../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n" + patch);
        overlay(
                "staging",
                "resources: [../../base]\npatches:\n  - target: {kind: Deployment}\n    patch: |-\n      - {op: add, path: "
                        + "/a".repeat(100_000) + ", value: 1}\n");
        assertThat(in("prod").replicas().whole()).hasValue(1);
        assertThat(in("staging").replicas().whole()).hasValue(1);
        assertThat(facts().problems())
                .extracting(Problem::message)
                .containsOnly("the patch of Deployment/orders is not applied: it leads to nothing");
    }

    @Test
    @Timeout(60)
    void changesBeyondAllMeasureAreLeftOut() {
        StringBuilder objects = new StringBuilder();
        StringBuilder replicas = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            objects.append("apiVersion: v1\nkind: Service\nmetadata: {name: s%s}\n---\n".formatted(i));
            replicas.append("  - {name: orders, count: %s}\n".formatted(i));
        }
        tree.file("k8s/base/many.yaml", objects.toString());
        tree.file("k8s/many/kustomization.yaml", "resources: [../base/many.yaml]\n");
        overlay("prod", "resources: [../../base, ../../many]\nreplicas:\n" + replicas);
        assertThat(facts().problems())
                .extracting(Problem::message)
                .contains("the kustomizations change more than can be followed; the rest is left out");
    }
}
