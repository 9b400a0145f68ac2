package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.ContainerDefaults;
import io.loadline.deploy.DisruptionBudget;
import io.loadline.deploy.Label;
import io.loadline.deploy.Quota;
import io.loadline.deploy.Route;
import io.loadline.deploy.Topic;
import io.loadline.deploy.TrafficPolicy;
import io.loadline.deploy.VolumeClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestObserverTest {

    @Test
    void otherDocumentsArePassedOverAndUnknownKindsAreCounted() {
        Observed observed = Read.yaml("a.yml", """
                spring: {profiles: x}
                ---
                - a
                ---
                plain
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: x}
                """);
        assertThat(observed.manifests()).isEmpty();
        assertThat(observed.documents()).isEqualTo(1);
        assertThat(observed.unknown()).isEqualTo(1);
    }

    @Test
    void listsAreExpanded() {
        Observed observed = Read.yaml("a.yml", """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Service, metadata: {name: a}}
                - {apiVersion: v1, kind: ServiceList, items: [{apiVersion: v1, kind: Service, metadata: {name: b}}]}
                - {apiVersion: v1, kind: Role}
                """);
        assertThat(observed.manifests()).extracting(m -> m.id().name()).containsExactly("a", "b");
        assertThat(observed.unknown()).isEqualTo(1);
        assertThat(observed.documents()).isEqualTo(1);
    }

    @Test
    void manifestWithoutNameStandsAtItsKind() {
        Observed observed = Read.yaml("a.yml", "apiVersion: v1\nkind: Service\n");
        assertThat(observed.manifests().get(0).at().line()).isEqualTo(2);
    }

    @Test
    void autoscalerOfTheFirstVersionIsRead() {
        Autoscaler scaler = Read.only("""
                apiVersion: autoscaling/v1
                kind: HorizontalPodAutoscaler
                metadata: {name: a}
                spec:
                  scaleTargetRef: {kind: Deployment, name: orders}
                  maxReplicas: 5
                  targetCPUUtilizationPercentage: 80
                """, Autoscaler.class);
        assertThat(scaler.targetName()).isEqualTo("orders");
        assertThat(scaler.min().isStated()).isFalse();
        assertThat(scaler.max().whole()).hasValue(5);
        assertThat(scaler.metrics().get(0).name()).isEqualTo("cpu");
        assertThat(scaler.metrics().get(0).target().whole()).hasValue(80);
    }

    @Test
    void autoscalersOfLaterVersionsAreRead() {
        Autoscaler scaler = Read.only("""
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: a}
                spec:
                  scaleTargetRef: {kind: Deployment, name: orders}
                  minReplicas: 2
                  maxReplicas: 5
                  metrics:
                  - type: Resource
                    resource: {name: memory, target: {type: Utilization, averageUtilization: 70}}
                  - type: External
                    external: {metric: {name: lag}, target: {type: AverageValue, averageValue: 1k}}
                  - type: ContainerResource
                    containerResource: {name: cpu, container: app, target: {type: AverageValue, averageValue: 500m}}
                  behavior:
                    scaleDown: {stabilizationWindowSeconds: 0, selectPolicy: Disabled}
                    scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 15}]}
                """, Autoscaler.class);
        assertThat(scaler.metrics()).extracting(Autoscaler.Metric::name).containsExactly("memory", "lag", "cpu");
        assertThat(scaler.metrics())
                .extracting(m -> m.target().thousandths().orElseThrow())
                .containsExactly(70_000L, 1_000_000L, 500L);
        assertThat(scaler.metrics().get(2).container()).isEqualTo("app");
        assertThat(scaler.behavior().downWindow().whole()).hasValue(0);
        assertThat(scaler.behavior().downDisabled()).isTrue();
        assertThat(scaler.behavior().upPolicies()).isEqualTo(1);
        Autoscaler beta = Read.only(
                "apiVersion: autoscaling/v2beta1\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec:\n  metrics:\n  - type: Resource\n    resource: {name: cpu, targetAverageUtilization: 60}\n",
                Autoscaler.class);
        assertThat(beta.metrics().get(0).target().whole()).hasValue(60);
        assertThat(beta.metrics().get(0).targetType()).isEqualTo("Utilization");
    }

    @Test
    void eventScalerIsRead() {
        Autoscaler scaler = Read.only("""
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                metadata: {name: a}
                spec:
                  scaleTargetRef: {name: worker}
                  minReplicaCount: 0
                  cooldownPeriod: 30
                  triggers:
                  - type: kafka
                    metadata: {topic: orders, lagThreshold: "50"}
                  - type: cpu
                    metricType: Utilization
                    metadata: {value: "60"}
                """, Autoscaler.class);
        assertThat(scaler.kind()).isEqualTo(Autoscaler.Kind.EVENTS);
        assertThat(scaler.targetKind()).isEqualTo("Deployment");
        assertThat(scaler.min().whole()).hasValue(0);
        assertThat(scaler.max().isStated()).isFalse();
        assertThat(scaler.fallback().isStated()).isFalse();
        assertThat(scaler.cooldown().whole()).hasValue(30);
        assertThat(scaler.metrics().get(0).parameters().value("topic")).hasValue("orders");
        assertThat(scaler.metrics().get(1).target().whole()).hasValue(60);
    }

    @Test
    void sizeScalerKeepsItsMode() {
        Autoscaler scaler = Read.only(
                "apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: {name: a}\nspec:\n  targetRef: {kind: Deployment, name: b}\n  updatePolicy: {updateMode: Auto}\n",
                Autoscaler.class);
        assertThat(scaler.kind()).isEqualTo(Autoscaler.Kind.SIZE);
        assertThat(scaler.mode()).isEqualTo("Auto");
        assertThat(scaler.targetName()).isEqualTo("b");
    }

    @Test
    void serviceKnowsItsPodsAndPorts() {
        Route service = Read.only(
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  clusterIP: None\n  type: ClusterIP\n  sessionAffinity: ClientIP\n  selector: {app: a}\n  ports: [{name: http, port: 80, targetPort: web}]\n",
                Route.class);
        assertThat(service.headless()).isTrue();
        assertThat(service.affinity()).isEqualTo("ClientIP");
        assertThat(service.selector().value("app")).hasValue("a");
        assertThat(service.ports().get(0).target()).isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource({
        "networking.k8s.io/v1, '{service: {name: orders, port: {number: 80}}}'",
        "extensions/v1beta1, '{serviceName: orders, servicePort: 80}'"
    })
    void ingressOfEveryVersionLeadsToItsService(String version, String backend) {
        Route ingress = Read.only("""
                apiVersion: %s
                kind: Ingress
                metadata: {name: a}
                spec:
                  rules:
                  - host: shop.example
                    http: {paths: [{path: /orders, backend: %s}]}
                """.formatted(version, backend), Route.class);
        assertThat(ingress.paths()).hasSize(1);
        assertThat(ingress.paths().get(0).service() + ":"
                        + ingress.paths().get(0).port())
                .isEqualTo("orders:80");
        assertThat(ingress.paths().get(0).host()).isEqualTo("shop.example");
    }

    @Test
    void gatewayMeshAndPlatformRoutesAreRead() {
        Route gateway = Read.only(
                "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec:\n  hostnames: [h]\n  rules:\n  - timeouts: {request: 5s}\n    backendRefs: [{name: orders, port: 80}]\n",
                Route.class);
        assertThat(gateway.paths().get(0).timeout().whole()).hasValue(5);
        Route mesh = Read.only(
                "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n  hosts: [orders]\n  http:\n  - timeout: 1m\n    retries: {attempts: 3, perTryTimeout: 2s, retryOn: 5xx}\n    route: [{destination: {host: orders, port: {number: 80}}}]\n",
                Route.class);
        assertThat(mesh.paths().get(0).timeout().whole()).hasValue(60);
        assertThat(mesh.paths().get(0).attempts().whole()).hasValue(3);
        assertThat(mesh.paths().get(0).tryTimeout().whole()).hasValue(2);
        Route platform = Read.only(
                "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: a}\nspec:\n  host: h\n  to: {name: orders}\n",
                Route.class);
        assertThat(platform.paths().get(0).service()).isEqualTo("orders");
    }

    @Test
    void budgetsQuotasAndDefaultsAreRead() {
        DisruptionBudget budget = Read.only(
                "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {minAvailable: 50%, selector: {matchLabels: {app: a}}}\n",
                DisruptionBudget.class);
        assertThat(budget.minAvailable().isPercentage()).isTrue();
        assertThat(budget.selector().isEmpty()).isFalse();
        Quota quota = Read.only(
                "apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {hard: {limits.memory: 8Gi, pods: 10}}\n",
                Quota.class);
        assertThat(quota.limit("limits.memory").orElseThrow().whole()).hasValue(8L << 30);
        ContainerDefaults defaults = Read.only(
                "apiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: Pod}, {type: Container, default: {cpu: 1}, defaultRequest: {cpu: 100m}}]}\n",
                ContainerDefaults.class);
        assertThat(defaults.resources().cpuLimit().thousandths()).hasValue(1_000);
        assertThat(defaults.resources().cpuRequest().thousandths()).hasValue(100);
    }

    @Test
    void valuesOfSecretsAreLeftBehind() {
        ConfigData secret = Read.only(
                "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {pass: aHVzaA==}\nstringData: {user: hush}\n",
                ConfigData.class);
        assertThat(secret.secret()).isTrue();
        assertThat(secret.entries().entries()).extracting(Label::key).containsExactly("pass", "user");
        assertThat(secret.toString()).doesNotContain("hush").doesNotContain("aHVzaA");
    }

    @Test
    void configMapKeepsWholeFiles() {
        ConfigData config = Read.only(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  SIZE: \"5\"\n  application.yml: |\n    a: 1\n    b: 2\n",
                ConfigData.class);
        assertThat(config.entries().value("SIZE")).hasValue("5");
        assertThat(config.entries().value("application.yml")).hasValue("a: 1\nb: 2\n");
    }

    @Test
    void claimsTopicsAndTrafficPoliciesAreRead() {
        VolumeClaim claim = Read.only(
                "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n",
                VolumeClaim.class);
        assertThat(claim.accessModes()).containsExactly("ReadWriteOnce");
        Topic topic = Read.only(
                "apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: {name: orders}\nspec: {partitions: 12}\n",
                Topic.class);
        assertThat(topic.partitions().whole()).hasValue(12);
        TrafficPolicy policy = Read.only(
                "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: a}\nspec:\n  host: orders\n  trafficPolicy:\n    outlierDetection: {maxEjectionPercent: 100}\n    connectionPool: {tcp: {maxConnections: 10}}\n",
                TrafficPolicy.class);
        assertThat(policy.outlierDetection()).isTrue();
        assertThat(policy.maxConnections().whole()).hasValue(10);
    }

    @ParameterizedTest
    @CsvSource({
        "k8s/overlays/prod/a.yaml, prod",
        "deploy/production/a.yaml, prod",
        "overlays/blue/a.yaml, blue",
        "docker-compose.dev.yml, dev",
        "docker-compose-local.yml, local",
        "k8s/deployment-staging.yaml, staging",
        "k8s/cache-local.yaml, ''",
        "k8s/test-connection.yaml, ''",
        "k8s/a.yaml, ''"
    })
    void pathSuggestsTheEnvironment(String path, String environment) {
        assertThat(Environments.of(path)).isEqualTo(environment);
    }

    @Test
    void hostileShapesAreSurvived() {
        Observed observed = Read.yaml("a.yml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: [x]
                spec:
                  replicas: {a: b}
                  template: {spec: {containers: {a: b}, volumes: [x, [y]], initContainers: [x]}}
                ---
                kind: [x]
                apiVersion: {a: b}
                ---
                kind: List
                items: {a: b}
                ---
                kind: List
                items: [x, [y], {kind: Deployment, spec: x}]
                """);
        assertThat(observed.documents()).isEqualTo(3);
        assertThat(observed.manifests()).hasSize(2);
    }
}
