package io.loadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.config.ConfigLoader;
import io.loadline.evidence.Problem;
import io.loadline.report.Report;
import io.loadline.verdict.Finding;
import io.loadline.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is judged of environments, services and manifests, seen from the report. */
final class LandscapeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String KEPT = "single-replica-service";

    private final Map<String, String> files = new TreeMap<>();
    private String config = "";

    @Test
    void oneEnvironmentCanBeJudgedAlone() {
        module("orders", "");
        files.put("k8s/overlays/prod/orders.yml", deployment("orders", "replicas: 3", "image: shop/orders:1"));
        files.put("k8s/overlays/staging/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        assertThat(findings(report(), KEPT)).extracting(Finding::environment).containsExactly("staging");
        Report prod = report("prod");
        assertThat(findings(prod, KEPT)).isEmpty();
        assertThat(names(prod)).containsExactly("prod");
        assertThat(prod.services().get(0).workloads()).containsExactly("prod/Deployment/orders");
        Report staging = report("staging");
        assertThat(findings(staging, KEPT)).hasSize(1);
        assertThat(staging.services().get(0).score().value())
                .isLessThan(prod.services().get(0).score().value());
    }

    @Test
    void findingKeepsItsFingerprintWhenItsEnvironmentIsJudgedAlone() {
        module("orders", "");
        files.put("k8s/overlays/prod/orders.yml", deployment("orders", "replicas: 3", "image: shop/orders:1"));
        files.put("k8s/overlays/staging/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        assertThat(findings(report("staging"), KEPT).get(0).fingerprint())
                .isEqualTo(findings(report(), KEPT).get(0).fingerprint());
    }

    @Test
    void environmentForDevelopersIsJudgedWhenItIsAskedFor() {
        module("orders", "");
        files.put("k8s/overlays/prod/orders.yml", deployment("orders", "replicas: 3", "image: shop/orders:1"));
        files.put("k8s/overlays/dev/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        assertThat(findings(report(), KEPT)).isEmpty();
        assertThat(findings(report("development"), KEPT)).hasSize(1);
    }

    @Test
    void workloadOfNoEnvironmentBelongsToTheChosenOne() {
        module("orders", "");
        module("stock", "");
        files.put("k8s/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        files.put("k8s/prod/stock.yml", deployment("stock", "replicas: 1", "image: shop/stock:1"));
        files.put("k8s/staging/stock.yml", deployment("stock", "replicas: 2", "image: shop/stock:1"));
        assertThat(findings(report("prod"), KEPT))
                .extracting(finding -> finding.at().path())
                .containsExactlyInAnyOrder("k8s/orders.yml", "k8s/prod/stock.yml");
        assertThat(findings(report("staging"), KEPT))
                .extracting(finding -> finding.at().path())
                .containsExactly("k8s/orders.yml");
    }

    @Test
    void profileOfTheChosenEnvironmentDecides() {
        module("orders", "");
        files.put("k8s/orders.yml", deployment("orders", "replicas: 2", "image: shop/orders:1"));
        files.put("orders/src/main/resources/application.yml", "server.shutdown: graceful\n");
        files.put("orders/src/main/resources/application-production.yml", "server.shutdown: immediate\n");
        assertThat(findings(report("prod"), "shutdown-drops-traffic").get(0).message())
                .contains("immediate");
        assertThat(findings(report(), "shutdown-drops-traffic").get(0).message())
                .doesNotContain("immediate");
    }

    @Test
    void environmentsOfTheConfigurationFileAreJudgedAndUnknownOnesTold() {
        module("orders", "");
        files.put("k8s/overlays/prod/orders.yml", deployment("orders", "replicas: 3", "image: shop/orders:1"));
        files.put("k8s/overlays/staging/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        config = "environments: [production, mars]\n";
        Report report = report();
        assertThat(names(report)).containsExactly("prod");
        assertThat(findings(report, KEPT)).isEmpty();
        assertThat(messages(report)).contains("environments: the system does not show mars; judged is prod");
    }

    @Test
    void patchedOverlayIsJudgedRatherThanItsBase() {
        module("orders", "");
        files.put("k8s/base/kustomization.yaml", "resources: [orders.yml]\n");
        files.put("k8s/base/orders.yml", deployment("orders", "replicas: 1", "image: shop/orders:1"));
        files.put("k8s/overlays/dev/kustomization.yaml", "resources: [../../base]\n");
        files.put("k8s/overlays/prod/kustomization.yaml", """
                resources: [../../base]
                replicas: [{name: orders, count: 3}]
                """);
        Report report = report();
        assertThat(names(report)).containsExactly("prod", "dev");
        assertThat(findings(report, KEPT)).isEmpty();
        assertThat(findings(report("dev"), KEPT))
                .extracting(finding -> finding.at().path())
                .containsExactly("k8s/base/orders.yml");
    }

    @Test
    void workloadThatShowsJavaIsJudgedWithoutItsSource() {
        files.put("shop/orders.yml", deployment("orders", "replicas: 1", """
                image: registry.shop/orders:1
                          env: [{name: JAVA_OPTS, value: -Xmx700m}]"""));
        files.put("shop/stock.yml", deployment("stock", "replicas: 1", """
                image: registry.shop/stock:1
                          readinessProbe: {httpGet: {path: /actuator/health/readiness, port: 80}}"""));
        files.put("shop/mail.yml", deployment("mail", "replicas: 1", """
                image: eclipse-temurin:21
                          command: [java, -XX:MaxRAMPercentage=95, -jar, /mail.jar]
                          resources: {limits: {memory: 1Gi}}"""));
        Report report = report();
        assertThat(report.services()).extracting(Report.Service::id).containsExactly("mail", "orders", "stock");
        assertThat(findings(report, KEPT).get(0).services()).containsExactly("mail", "orders", "stock");
        assertThat(findings(report, "heap-plus-native-exceeds-limit"))
                .extracting(finding -> finding.at().path())
                .containsExactly("shop/mail.yml");
    }

    @Test
    void databasesProxiesAndCachesAreNotJudged() {
        files.put("shop/web.yml", deployment("web", "replicas: 1", "image: nginx:1.27"));
        files.put("shop/db.yml", deployment("db", "replicas: 1", "image: docker.io/library/postgres:16"));
        files.put("shop/cache.yml", deployment("cache", "replicas: 1", "image: redis"));
        Report report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.unknowns()).isEmpty();
        assertThat(report.services()).isEmpty();
    }

    @Test
    void restOfAFolderOfManifestsIsUnknown() {
        files.put("shop/pay.yml", deployment("pay", "replicas: 1", "image: registry.shop/pay:1"));
        Report report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.services()).isEmpty();
        assertThat(report.unknowns())
                .filteredOn(unknown -> unknown.rule().equals(KEPT))
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.settledBy())
                        .isEqualTo("whether pay runs Java, which nothing in its manifest tells"));
    }

    @Test
    void imageOfLayersTakesTheFlagsOfItsBuild() {
        module("orders", """
                <plugin><groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId><configuration>
                  <to><image>registry.shop/${project.artifactId}</image></to>
                  <container><jvmFlags><jvmFlag>-Xmx1000m</jvmFlag></jvmFlags></container>
                </configuration></plugin>""");
        files.put("k8s/web.yml", deployment("web", "replicas: 2", """
                image: registry.shop/orders:7
                          resources: {limits: {memory: 1Gi}}"""));
        Finding finding = findings(report(), "heap-plus-native-exceeds-limit").get(0);
        assertThat(finding.services()).containsExactly("orders");
        assertThat(finding.evidence()).extracting(e -> e.label()).contains("-Xmx1000m");
    }

    @Test
    void variableThatNothingReadsDoesNotSizeTheHeap() {
        module("orders", """
                <plugin><groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId></plugin>""");
        files.put("k8s/orders.yml", deployment("orders", "replicas: 2", """
                image: shop/orders:1
                          env: [{name: JVM_OPTS, value: -Xmx700m}]
                          resources: {limits: {memory: 1Gi}}"""));
        Finding finding = findings(report(), "heap-not-sized-to-container").get(0);
        assertThat(finding.fix()).startsWith("Rename JVM_OPTS to JAVA_TOOL_OPTIONS");
    }

    @Test
    void imageOfBuildpacksSizesItsHeapItself() {
        module("orders", """
                <plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId><configuration>
                  <image><name>shop/orders</name></image>
                </configuration></plugin>""");
        files.put("k8s/orders.yml", deployment("orders", "replicas: 2", """
                image: shop/orders:1
                          resources: {limits: {memory: 1Gi}}"""));
        Report report = report();
        assertThat(findings(report, "heap-not-sized-to-container")).isEmpty();
        assertThat(report.coverage())
                .filteredOn(row -> row.rule().equals("heap-not-sized-to-container"))
                .singleElement()
                .satisfies(row -> assertThat(row.holds()).isEqualTo(1));
    }

    @Test
    void configurationThatAMapPutsIntoTheContainerDecides() {
        module("orders", "");
        files.put("orders/src/main/resources/application.yml", "server.shutdown: graceful\n");
        files.put("k8s/base/kustomization.yaml", """
                resources: [orders.yml]
                configMapGenerator:
                  - name: orders-files
                    files: [application.yaml=settings.yml]
                """);
        files.put("k8s/base/settings.yml", "server:\n  shutdown: immediate\n  note: \"a: b\"\n");
        files.put("k8s/base/orders.yml", deployment("orders", "replicas: 2", """
                image: shop/orders:1
                          volumeMounts: [{name: files, mountPath: /app/config}]
                      volumes: [{name: files, configMap: {name: orders-files}}]"""));
        Finding finding = findings(report(), "shutdown-drops-traffic").get(0);
        assertThat(finding.message()).contains("server.shutdown is immediate");
        files.put("k8s/base/settings.yml", "server:\n  port: 80\n");
        assertThat(findings(report(), "shutdown-drops-traffic").get(0).message())
                .doesNotContain("immediate");
    }

    @Test
    void statedServiceTakesItsModulesAndWorkloads() {
        module("orders", "");
        module("orders-api", "");
        files.put("k8s/front.yml", deployment("front-door", "replicas: 1", "image: registry.shop/door:1"));
        files.put("k8s/desk.yml", deployment("desk", "replicas: 1", "image: registry.shop/desk:1"));
        config = """
                services:
                  shop:
                    modules: [orders-api, orders]
                    workloads: [Deployment/front-door]
                  helpdesk:
                    workloads: [Deployment/desk, Deployment/absent]
                  lost:
                    modules: [nowhere]
                """;
        Report report = report();
        assertThat(report.services()).extracting(Report.Service::id).containsExactly("helpdesk", "shop");
        assertThat(report.services().get(1).modules()).containsExactly("orders-api", "orders");
        assertThat(report.services().get(1).workloads()).containsExactly("Deployment/front-door");
        assertThat(findings(report, KEPT)).hasSize(2);
        assertThat(messages(report))
                .contains(
                        "services.helpdesk: no manifest describes Deployment/absent",
                        "services.lost: no module with source lies in nowhere");
    }

    @Test
    void keysWithoutEffectAreTold() {
        module("orders", "");
        config = """
                facts:
                  quotas: {mail: 10/s}
                  latencyObjective: 2s
                loadProfile:
                  target: 100/s
                """;
        assertThat(messages(report()))
                .filteredOn(message -> message.contains("has no effect in this version"))
                .hasSize(3);
    }

    @Test
    void statedSizeOfACollectionIsTheNumberInTheEffect() {
        module("orders", "");
        files.put("orders/src/main/java/shop/Prices.java", """
                package shop;

                import java.util.List;
                import org.springframework.web.client.RestTemplate;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.RestController;

                @RestController
                class Prices {
                    private final RestTemplate rest;

                    Prices(RestTemplate rest) {
                        this.rest = rest;
                    }

                    @GetMapping("/prices")
                    void all(List<String> articles) {
                        for (String article : articles) {
                            rest.getForObject("http://stock/" + article, String.class);
                        }
                    }
                }
                """);
        String rule = "remote-call-in-loop";
        assertThat(findings(report(), rule).get(0).effect()).contains("100 elements of articles");
        config = "facts: {sizes: {articles: 3000}}\n";
        assertThat(findings(report(), rule).get(0).effect())
                .startsWith("With 3,000 elements of articles, as stated, at 5 ms each the caller waits at least 15 s");
        config = "facts: {sizes: {articles: 4}}\n";
        assertThat(findings(report(), rule)).isEmpty();
    }

    private void module(String name, String plugin) {
        files.put(name + "/pom.xml", """
                <project>
                  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.3.5</version></parent>
                  <groupId>shop</groupId><artifactId>%s</artifactId><version>1</version>
                  <dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(name, plugin));
        files.put(name + "/src/main/java/shop/%s/App.java".formatted(name.replace("-", "")), """
                package shop.%s;

                import org.springframework.boot.autoconfigure.SpringBootApplication;

                @SpringBootApplication
                public class App {
                    public static void main(String[] args) {}
                }
                """.formatted(
                        name.replace("-", "")));
    }

    private static String deployment(String name, String line, String container) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %1$s
                spec:
                  %2$s
                  template:
                    metadata:
                      labels: {app: %1$s}
                    spec:
                      containers:
                        - name: main
                          %3$s
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: %1$s
                spec:
                  selector: {app: %1$s}
                """.formatted(name, line, container);
    }

    private Report report() {
        return new Analyzer(options()).analyze(Workspace.of(files));
    }

    private Report report(String environment) {
        return new Analyzer(options().judging(environment)).analyze(Workspace.of(files));
    }

    private AnalysisOptions options() {
        return AnalysisOptions.configured("shop", new StandardRules(), ConfigLoader.read("loadline.yml", config), DAY);
    }

    private static List<Finding> findings(Report report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private static List<String> names(Report report) {
        return report.environments().stream().map(Report.Environment::name).toList();
    }

    private static List<String> messages(Report report) {
        return report.problems().stream().map(Problem::message).toList();
    }
}
