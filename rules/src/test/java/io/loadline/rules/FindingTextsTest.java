package io.loadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.evidence.Evidence;
import io.loadline.verdict.Finding;
import io.loadline.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What findings tell people to do, where that depends on what was found. */
final class FindingTextsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final Map<String, String> files = new TreeMap<>();

    @Test
    void anOldFrameworkIsNotAdvisedAKeyThatItDoesNotRead() {
        service("1.5.22.RELEASE", "spring-boot-starter-web");
        files.put("k8s/orders.yml", deployment("replicas: 2", "image: shop/orders:1"));
        Finding finding = only("shutdown-drops-traffic");
        assertThat(finding.message()).contains("Spring Boot 1.5.22.RELEASE").doesNotContain("server.shutdown");
        assertThat(finding.fix()).contains("Upgrade to Spring Boot 2.3").doesNotContain("shell");
    }

    @Test
    void aShellIsMentionedWhereOneWasFound() {
        service("3.3.5", "spring-boot-starter-web");
        files.put("orders/Dockerfile", "FROM eclipse-temurin:21-jre\nCMD java -jar /app.jar\n");
        files.put("k8s/orders.yml", deployment("replicas: 2", "image: shop/orders:1"));
        assertThat(only("shutdown-drops-traffic").fix())
                .isEqualTo(
                        "Set server.shutdown=graceful; add a preStop sleep of 5 to 15 s; start the process without a shell.");
    }

    @Test
    void anOldFrameworkIsNotAdvisedAHealthGroupThatItLacks() {
        String probe =
                "image: shop/orders:1\n          livenessProbe: { httpGet: { path: /actuator/health, port: 80 } }";
        files.put("k8s/orders.yml", deployment("replicas: 2", probe));
        files.put("orders/src/main/resources/application.yml", "spring.datasource.url: jdbc:postgresql://db/orders\n");
        service(
                "2.2.6.RELEASE",
                "spring-boot-starter-web",
                "spring-boot-starter-actuator",
                "spring-boot-starter-data-jpa");
        assertThat(only("liveness-checks-dependency").fix()).contains("this version has no /actuator/health/liveness");
        service("3.3.5", "spring-boot-starter-web", "spring-boot-starter-actuator", "spring-boot-starter-data-jpa");
        assertThat(only("liveness-checks-dependency").fix()).contains("such as /actuator/health/liveness");
    }

    @Test
    void stateInThePodIsMovedOutBeforeThereAreTwoReplicas() {
        service("3.3.5", "spring-boot-starter-web");
        files.put("orders/src/main/resources/application.yml", "spring.datasource.url: jdbc:h2:file:./orders\n");
        files.put("k8s/orders.yml", deployment("replicas: 1", "image: shop/orders:1"));
        assertThat(only("single-replica-service").fix())
                .startsWith("Move the state out first")
                .contains("jdbc:h2:file");
        assertThat(findings("autoscaler-absent-or-frozen")).isEmpty();
        files.put("orders/src/main/resources/application.yml", "spring.datasource.url: jdbc:h2:tcp://db/orders\n");
        assertThat(only("single-replica-service").fix()).startsWith("Run at least two replicas");
        assertThat(findings("autoscaler-absent-or-frozen")).hasSize(1);
    }

    @Test
    void theNumberOfReplicasIsToldWithItsOrigin() {
        service("3.3.5", "spring-boot-starter-web");
        files.put("k8s/orders.yml", deployment("replicas: 1", "image: shop/orders:1"));
        Evidence stated = only("single-replica-service").evidence().get(0);
        assertThat(stated.label()).isEqualTo("replicas: 1");
        assertThat(stated.at().line()).isEqualTo(6);
        files.put("k8s/orders.yml", deployment("minReadySeconds: 3", "image: shop/orders:1"));
        assertThat(only("single-replica-service").evidence().get(0).label())
                .isEqualTo("replicas is not stated, and 1 by default");
    }

    @Test
    void noRequestAboveTheLimitIsAdvised() {
        service("3.3.5", "spring-boot-starter-web");
        String tight = "image: shop/orders:1\n          resources: { requests: { cpu: 50m }, limits: { cpu: 200m } }";
        files.put("k8s/orders.yml", deployment("replicas: 2", tight));
        Finding finding = only("cpu-request-missing-or-token");
        assertThat(finding.message()).contains("50m").contains("limit of 200m");
        assertThat(finding.fix()).contains("raise the limit of 200m").doesNotContain("500m");
    }

    @Test
    void manifestsThatLookAlikeAreOneFindingWithSites() {
        service("3.3.5", "spring-boot-starter-web");
        files.put("k8s/a.yml", deployment("replicas: 1", "image: shop/orders:1"));
        files.put("k8s/b.yml", deployment("replicas: 1", "image: shop/orders:1"));
        for (String rule : List.of("single-replica-service", "cpu-request-missing-or-token")) {
            Finding finding = only(rule);
            assertThat(finding.at().path()).isEqualTo("k8s/a.yml");
            assertThat(finding.sites()).extracting(site -> site.path()).contains("k8s/b.yml");
        }
    }

    @Test
    void whatAPatternNamesChangesWithTheRound() {
        loop("if (element instanceof String name) { load(name); }");
        assertThat(only("query-in-loop").fix()).contains("at once");
        loop("if (element instanceof String name) { load(\"all\"); }");
        assertThat(only("query-in-loop").fix()).contains("is the same in every round");
    }

    @Test
    void aPropertyOfWhatStaysTheSameStaysTheSame() {
        files.put("orders/src/main/java/shop/Notes.java", """
                package shop;

                import java.util.List;
                import org.springframework.jdbc.core.JdbcTemplate;

                class Notes {
                    private JdbcTemplate jdbc;

                    void all(List<String> notes, Order order) {
                        for (String note : notes) {
                            Customer customer = order.getCustomer();
                            jdbc.queryForObject("select a from b where c = ?", String.class, customer.getName());
                        }
                    }
                }

                class Order { Customer getCustomer() { return null; } }

                class Customer { String getName() { return ""; } }
                """);
        assertThat(only("query-in-loop").fix()).contains("Nothing in the call depends on the round");
    }

    /** A loop whose rounds run a query two methods below. */
    private void loop(String round) {
        files.put("orders/src/main/java/shop/Orders.java", """
                package shop;

                import java.util.List;
                import org.springframework.jdbc.core.JdbcTemplate;

                class Orders {
                    private JdbcTemplate jdbc;

                    void all(List<Object> elements) {
                        for (Object element : elements) { one(element); }
                    }

                    void one(Object element) { %s }

                    void load(String name) { jdbc.queryForObject("select a from b where c = ?", String.class, name); }
                }
                """.formatted(round));
    }

    private void service(String version, String... starters) {
        StringBuilder dependencies = new StringBuilder();
        for (String starter : starters) {
            dependencies.append(
                    "<dependency><groupId>org.springframework.boot</groupId><artifactId>%s</artifactId></dependency>"
                            .formatted(starter));
        }
        files.put("orders/pom.xml", """
                <project>
                  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>%s</version></parent>
                  <groupId>shop</groupId><artifactId>orders</artifactId><version>1</version>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(version, dependencies));
        files.put("orders/src/main/java/shop/OrdersApplication.java", """
                package shop;

                import org.springframework.boot.autoconfigure.SpringBootApplication;

                @SpringBootApplication
                public class OrdersApplication {
                    public static void main(String[] args) {}
                }
                """);
    }

    private static String deployment(String number, String container) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: orders
                spec:
                  %s
                  selector: { matchLabels: { app: orders } }
                  template:
                    metadata: { labels: { app: orders } }
                    spec:
                      containers:
                        - name: orders
                          %s
                ---
                apiVersion: v1
                kind: Service
                metadata: { name: orders }
                spec: { selector: { app: orders }, ports: [ { port: 80 } ] }
                """.formatted(number, container);
    }

    private Finding only(String rule) {
        List<Finding> found = findings(rule);
        assertThat(found).as(rule).hasSize(1);
        return found.get(0);
    }

    private List<Finding> findings(String rule) {
        Analyzer analyzer = new Analyzer(AnalysisOptions.of("example", List.of(new StandardRules()), DAY));
        return analyzer.analyze(Workspace.of(files)).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
