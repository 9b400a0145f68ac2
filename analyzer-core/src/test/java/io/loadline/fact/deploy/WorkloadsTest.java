package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.Probe;
import io.loadline.deploy.Volume;
import io.loadline.deploy.Word;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import io.loadline.evidence.Location;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: orders
              namespace: shop
              annotations: {note: x}
            spec:
              replicas: 3
              minReadySeconds: 5
              selector: {matchLabels: {app: orders}}
              strategy:
                type: RollingUpdate
                rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}
              template:
                metadata:
                  labels: {app: orders, tier: web}
                spec:
                  terminationGracePeriodSeconds: 45
                  nodeSelector: {kubernetes.io/arch: arm64}
                  dnsConfig: {options: [{name: ndots, value: "2"}]}
                  topologySpreadConstraints:
                    - topologyKey: zone
                      whenUnsatisfiable: ScheduleAnyway
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - topologyKey: host
                  initContainers:
                    - name: migrate
                      image: migrate:1
                    - name: proxy
                      image: proxy:1
                      restartPolicy: Always
                  containers:
                    - image: registry/orders:1.2
                      name: app
                      command: ["java"]
                      args: ["-jar", "app.jar"]
                      env:
                        - name: JAVA_TOOL_OPTIONS
                          value: -Xmx1g
                        - name: PASSWORD
                          valueFrom: {secretKeyRef: {name: db, key: pass}}
                        - name: LIMIT
                          valueFrom: {resourceFieldRef: {resource: limits.cpu}}
                      envFrom:
                        - configMapRef: {name: orders}
                          prefix: X_
                      ports:
                        - {name: http, containerPort: 8080, hostPort: 80}
                      resources:
                        requests: {cpu: 250m, memory: 512Mi}
                        limits: {memory: 1Gi, nvidia.com/gpu: 1}
                      livenessProbe:
                        httpGet: {path: /live, port: http}
                        periodSeconds: 5
                      readinessProbe:
                        tcpSocket: {port: 8080}
                      startupProbe:
                        grpc: {port: 9090}
                        failureThreshold: 30
                      lifecycle:
                        preStop: {exec: {command: [sh, -c, "sleep 10"]}}
                      volumeMounts:
                        - {name: tmp, mountPath: /tmp}
                  volumes:
                    - name: tmp
                      emptyDir: {sizeLimit: 1Gi}
                    - name: data
                      persistentVolumeClaim: {claimName: orders}
            """;

    private final Workload workload = Read.only(DEPLOYMENT, Workload.class);
    private final Container app = workload.containers().get(0);

    @Test
    void workloadStandsAtItsName() {
        assertThat(workload.id()).hasToString("Deployment/orders");
        assertThat(workload.id().namespace()).isEqualTo("shop");
        assertThat(workload.at()).isEqualTo(new Location("k8s/a.yaml", 4, 3, 4, 14));
        assertThat(workload.kind()).isEqualTo(WorkloadKind.DEPLOYMENT);
    }

    @Test
    void replicasAndRolloutAreAsWritten() {
        assertThat(workload.replicas().whole()).hasValue(3);
        assertThat(workload.rollout().type()).isEqualTo("RollingUpdate");
        assertThat(workload.rollout().maxSurge().text()).isEqualTo("25%");
        assertThat(workload.rollout().maxUnavailable().whole()).hasValue(0);
        assertThat(workload.termination().whole()).hasValue(45);
        assertThat(workload.minReady().whole()).hasValue(5);
    }

    @Test
    void podLabelsSatisfyTheSelector() {
        assertThat(workload.podLabels().satisfy(workload.selector())).isTrue();
    }

    @Test
    void containerStandsAtItsName() {
        assertThat(app.name()).isEqualTo("app");
        assertThat(app.at().line()).isEqualTo(36);
        assertThat(app.image().text()).isEqualTo("registry/orders:1.2");
        assertThat(app.command()).extracting(Word::text).containsExactly("java");
        assertThat(app.args()).extracting(Word::text).containsExactly("-jar", "app.jar");
    }

    @Test
    void resourcesAreInBaseUnitsAndAbsenceIsKept() {
        assertThat(app.resources().cpuRequest().thousandths()).hasValue(250);
        assertThat(app.resources().cpuLimit().isStated()).isFalse();
        assertThat(app.resources().memoryLimit().whole()).hasValue(1L << 30);
        assertThat(app.resources().memoryLimit().at().line()).isEqualTo(53);
        assertThat(app.resources().other("nvidia.com/gpu").orElseThrow().limit().whole())
                .hasValue(1);
    }

    @Test
    void variablesSayWhereTheirValuesComeFrom() {
        assertThat(app.variable("JAVA_TOOL_OPTIONS").orElseThrow().written()).hasValue("-Xmx1g");
        EnvVar password = app.variable("PASSWORD").orElseThrow();
        assertThat(password.source()).isEqualTo(EnvVar.Source.SECRET);
        assertThat(password.owner() + "/" + password.key()).isEqualTo("db/pass");
        assertThat(app.variable("LIMIT").orElseThrow().owner()).isEqualTo("limits.cpu");
        assertThat(app.envFrom()).extracting(EnvFrom::owner).containsExactly("orders");
        assertThat(app.envFrom()).extracting(EnvFrom::prefix).containsExactly("X_");
    }

    @Test
    void probesKnowHowTheyAsk() {
        Probe liveness = app.probe(Probe.Role.LIVENESS).orElseThrow();
        assertThat(((Probe.Http) liveness.handler()).path()).isEqualTo("/live");
        assertThat(liveness.period().whole()).hasValue(5);
        assertThat(liveness.timeout().isStated()).isFalse();
        assertThat(liveness.at().line()).isEqualTo(54);
        assertThat(app.probe(Probe.Role.READINESS).orElseThrow().handler()).isInstanceOf(Probe.Tcp.class);
        assertThat(app.probe(Probe.Role.STARTUP).orElseThrow().handler()).isInstanceOf(Probe.Grpc.class);
    }

    @Test
    void pauseBeforeTheStopIsKnown() {
        assertThat(app.preStop().orElseThrow().sleepSeconds()).hasValue(10);
    }

    @Test
    void restartingInitContainerIsASidecar() {
        assertThat(workload.containers()).extracting(Container::name).containsExactly("app", "proxy");
        assertThat(workload.containers().get(1).sidecar()).isTrue();
        assertThat(workload.initContainers()).extracting(Container::name).containsExactly("migrate");
    }

    @Test
    void placementAndVolumesAreRead() {
        assertThat(workload.placement().nodeSelector().value("kubernetes.io/arch"))
                .hasValue("arm64");
        assertThat(workload.placement().ndots().whole()).hasValue(2);
        assertThat(workload.placement().spreads().get(0).required()).isFalse();
        assertThat(workload.placement().separations().get(0).topologyKey()).isEqualTo("host");
        assertThat(workload.volumes())
                .extracting(Volume::kind)
                .containsExactly(Volume.Kind.EMPTY_DIR, Volume.Kind.CLAIM);
        assertThat(workload.volumes().get(0).size().whole()).hasValue(1L << 30);
    }

    @Test
    void cronJobKeepsWhatBoundsIt() {
        Workload job = Read.only("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly}
                spec:
                  schedule: "0 3 * * *"
                  concurrencyPolicy: Forbid
                  jobTemplate:
                    spec:
                      activeDeadlineSeconds: 600
                      backoffLimit: 1
                      template:
                        spec:
                          containers: [{name: run, image: x}]
                """, Workload.class);
        assertThat(job.batch().schedule()).isEqualTo("0 3 * * *");
        assertThat(job.batch().concurrency()).isEqualTo("Forbid");
        assertThat(job.batch().deadline().whole()).hasValue(600);
        assertThat(job.batch().retries().whole()).hasValue(1);
        assertThat(job.batch().keptFor().isStated()).isFalse();
        assertThat(job.containers()).hasSize(1);
        assertThat(job.kind().isLongRunning()).isFalse();
    }

    @Test
    void requestDrivenServiceKeepsItsScale() {
        Workload service = Read.only("""
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: quotes}
                spec:
                  template:
                    metadata:
                      annotations:
                        autoscaling.knative.dev/minScale: "1"
                        autoscaling.knative.dev/max-scale: "9"
                    spec:
                      containerConcurrency: 50
                      timeoutSeconds: 30
                      containers: [{image: quotes}]
                """, Workload.class);
        assertThat(service.kind()).isEqualTo(WorkloadKind.REQUEST_DRIVEN);
        assertThat(service.serving().minScale().whole()).hasValue(1);
        assertThat(service.serving().maxScale().whole()).hasValue(9);
        assertThat(service.serving().concurrency().whole()).hasValue(50);
        assertThat(service.serving().timeout().whole()).hasValue(30);
    }

    @Test
    void rolloutAndOlderConfigsKeepTheirStrategy() {
        Workload rollout = Read.only(
                "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec:\n  workloadRef: {kind: Deployment, name: b}\n  strategy: {canary: {maxSurge: 1}}\n",
                Workload.class);
        assertThat(rollout.rollout().type()).isEqualTo("canary");
        assertThat(rollout.rollout().reference()).isEqualTo("Deployment/b");
        Workload older = Read.only(
                "apiVersion: v1\nkind: DeploymentConfig\nmetadata: {name: a}\nspec:\n  selector: {app: a}\n  strategy: {type: Rolling, rollingParams: {maxSurge: 2}}\n",
                Workload.class);
        assertThat(older.rollout().maxSurge().whole()).hasValue(2);
        assertThat(older.selector().value("app")).hasValue("a");
    }

    @Test
    void statefulSetClaimsStorageForEveryReplica() {
        Workload set = Read.only(
                "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec:\n  volumeClaimTemplates:\n  - metadata: {name: data}\n    spec: {resources: {requests: {storage: 10Gi}}}\n",
                Workload.class);
        assertThat(set.volumes().get(0).kind()).isEqualTo(Volume.Kind.CLAIM_PER_REPLICA);
        assertThat(set.volumes().get(0).size().whole()).hasValue(10L << 30);
    }
}
