package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Probe;
import io.loadline.deploy.Volume;
import io.loadline.deploy.Word;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeObserverTest {

    private static List<Workload> services(String text) {
        return Read.yaml("deploy/docker-compose.yml", text).manifests().stream()
                .map(Workload.class::cast)
                .toList();
    }

    private static Container container(String body) {
        return services("services:\n  orders:\n" + body.indent(4))
                .get(0)
                .containers()
                .get(0);
    }

    @Test
    void everyServiceIsAWorkloadAtItsKey() {
        List<Workload> all = services("services:\n  a: {image: x}\n  b:\n    build: ../b\n    depends_on: [a]\n");
        assertThat(all).extracting(Manifest::id).extracting(Object::toString).containsExactly("service/a", "service/b");
        assertThat(all.get(1).at().line()).isEqualTo(3);
        assertThat(all.get(1).kind()).isEqualTo(WorkloadKind.COMPOSE_SERVICE);
        assertThat(all.get(1).dependsOn()).containsExactly("a");
    }

    @Test
    void otherFilesWithServicesAreNoCompositions() {
        assertThat(Read.yaml("config.yml", "services:\n  a: {url: x}\n").manifests())
                .isEmpty();
        assertThat(Read.yaml("stack.yml", "services:\n  a: {image: x}\n").manifests())
                .hasSize(1);
    }

    @Test
    void buildPathsAreRelativeToTheRoot() {
        Container.BuildFrom build = container(
                        "build:\n  context: ../orders\n  dockerfile: docker/Dockerfile.jvm\n  target: run\n")
                .build()
                .orElseThrow();
        assertThat(build.context()).isEqualTo("orders");
        assertThat(build.dockerfile()).isEqualTo("orders/docker/Dockerfile.jvm");
        assertThat(container("build: .\n").build().orElseThrow().dockerfile()).isEqualTo("deploy/Dockerfile");
        assertThat(container("build: ../../x\n").build().orElseThrow().context())
                .isEqualTo("../x");
    }

    @Test
    void environmentIsReadInBothForms() {
        for (String form : List.of("environment:\n  A: '1'\n  B:\n", "environment:\n  - A=1\n  - B\n")) {
            Container container = container("image: x\n" + form);
            assertThat(container.variable("A").orElseThrow().written()).hasValue("1");
            assertThat(container.variable("B").orElseThrow().source()).isEqualTo(EnvVar.Source.HOST);
        }
        assertThat(container("env_file: [./a.env, {path: ../b.env}]\n").envFrom())
                .extracting(EnvFrom::owner)
                .containsExactly("deploy/a.env", "b.env");
    }

    @Test
    void commandsAreSplitIntoWords() {
        assertThat(container("command: java -jar 'a b.jar'\n").args())
                .extracting(Word::text)
                .containsExactly("java", "-jar", "a b.jar");
        assertThat(container("entrypoint: [java, -jar]\n").command())
                .extracting(Word::text)
                .containsExactly("java", "-jar");
    }

    @Test
    void replicasAndResourcesCountWithTheirDefaults() {
        Workload workload = services("""
                services:
                  a:
                    image: x
                    stop_grace_period: 1m
                    deploy:
                      replicas: ${N:-2}
                      update_config: {order: start-first, parallelism: 2}
                      resources: {limits: {cpus: '0.5', memory: 512M}, reservations: {memory: 256m}}
                """).get(0);
        assertThat(workload.replicas().whole()).hasValue(2);
        assertThat(workload.replicas().text()).isEqualTo("${N:-2}");
        assertThat(workload.termination().whole()).hasValue(60);
        assertThat(workload.rollout().maxSurge().whole()).hasValue(2);
        assertThat(workload.containers().get(0).resources().cpuLimit().thousandths())
                .hasValue(500);
        assertThat(workload.containers().get(0).resources().memoryLimit().whole())
                .hasValue(512L << 20);
        assertThat(workload.containers().get(0).resources().memoryRequest().whole())
                .hasValue(256L << 20);
        assertThat(container("mem_limit: 1g\ncpus: 2\n")
                        .resources()
                        .memoryLimit()
                        .whole())
                .hasValue(1L << 30);
    }

    @Test
    void portsAreReadInEveryForm() {
        Container container =
                container("ports: ['8080:80', '127.0.0.1:90:91/udp', '99', {target: 5, published: 6}, '${P:-7}:8']\n");
        assertThat(container.ports()).extracting(p -> p.number().text()).containsExactly("80", "91", "99", "5", "8");
        assertThat(container.ports()).extracting(p -> p.host().text()).containsExactly("8080", "90", "", "6", "7");
        assertThat(container.ports().get(1).protocol()).isEqualTo("UDP");
    }

    @Test
    void healthCheckIsAProbe() {
        Probe probe = container("healthcheck:\n  test: [CMD, curl, x]\n  interval: 10s\n  retries: 3\n")
                .probe(Probe.Role.HEALTH)
                .orElseThrow();
        assertThat(((Probe.Exec) probe.handler()).command())
                .extracting(Word::text)
                .containsExactly("curl", "x");
        assertThat(probe.period().whole()).hasValue(10);
        assertThat(container("healthcheck: {disable: true}\n").probes()).isEmpty();
    }

    @Test
    void volumesAreNamedOrOnTheHost() {
        Workload workload = services("services:\n  a:\n    image: x\n    volumes: [data:/d, ./c:/c:ro, /anonymous]\n")
                .get(0);
        assertThat(workload.volumes())
                .extracting(Volume::kind)
                .containsExactly(Volume.Kind.CLAIM, Volume.Kind.HOST_PATH);
        assertThat(workload.containers().get(0).mounts())
                .extracting(Container.Mount::path)
                .containsExactly("/d", "/c", "/anonymous");
        assertThat(workload.containers().get(0).mounts())
                .extracting(Container.Mount::readOnly)
                .containsExactly(false, true, false);
    }

    @Test
    void hostileShapesAreSurvived() {
        List<Workload> all = services(
                "services:\n  a: [x]\n  b: {image: [x], build: [y], ports: {a: b}, environment: x, volumes: x, deploy: [x], healthcheck: x, command: {a: b}}\n");
        assertThat(all).extracting(w -> w.id().name()).containsExactly("b");
    }
}
