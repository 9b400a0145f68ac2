package io.loadline.system.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Catalog;
import io.loadline.config.LoadlineConfig;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.TestTree;
import io.loadline.system.build.BuildImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceLinkingTest {

    private final TestTree tree = new TestTree();
    private final List<MainClass> mains = new ArrayList<>();

    @Test
    void aStartedModuleIsAService() {
        service("orders");
        Service orders = link().named("orders").orElseThrow();
        assertThat(orders.kind()).isEqualTo(Service.Kind.DEPLOYABLE);
        assertThat(orders.mainClass()).isEqualTo("shop.orders.App");
        assertThat(orders.at().path()).isEqualTo("orders/src/main/java/shop/App.java");
        assertThat(orders.services()).containsExactly(orders.key());
        assertThat(orders.workloads()).isEmpty();
        assertThat(orders.link().steps())
                .extracting(Evidence::label)
                .containsExactly("module orders", "@Started in App");
    }

    @Test
    void aServiceHoldsTheModulesThatItUses() {
        tree.file("orders/pom.xml", """
                <project><groupId>shop</groupId><artifactId>orders</artifactId><version>1</version>
                <dependencies><dependency><groupId>shop</groupId><artifactId>common</artifactId><version>1</version></dependency></dependencies>
                </project>
                """);
        source("orders");
        tree.module("common", "common");
        source("common");
        mains.add(new MainClass("shop.Tool", "common/src/main/java/shop/App.java", at("common"), "main method"));
        mains.add(new MainClass("shop.App", "orders/src/main/java/shop/App.java", at("orders"), "main method"));
        assertThat(link().all()).extracting(Service::id).containsExactly("orders");
        assertThat(link().all().get(0).modules()).containsExactly("orders", "common");
        assertThat(link().running("common")).extracting(Service::id).containsExactly("orders");
    }

    @Test
    void modulesThatNothingRunsAreLibraries() {
        tree.module("common", "common");
        source("common");
        assertThat(link().all()).extracting(Service::kind).containsExactly(Service.Kind.LIBRARY);
    }

    @Test
    void aConfiguredModuleThatNobodyUsesIsAServiceWithoutAMainClass() {
        tree.module("orders", "orders");
        source("orders");
        tree.file("orders/src/main/resources/application.properties", "quarkus.http.port=1\n");
        Service orders = link().all().get(0);
        assertThat(orders.kind()).isEqualTo(Service.Kind.DEPLOYABLE);
        assertThat(orders.mainClass()).isNull();
        assertThat(orders.at().path()).isEqualTo("orders/pom.xml");
    }

    @Test
    void modulesWithoutSourceAreNoServices() {
        tree.module("docs", "docs");
        assertThat(link().all()).isEmpty();
    }

    @Test
    void namesakesAreToldApartByDirectory() {
        tree.module("a/app", "app");
        tree.module("b/app", "app");
        source("a/app");
        source("b/app");
        assertThat(link().all()).extracting(Service::id).containsExactly("a/app", "b/app");
    }

    @Test
    void aDeclaredMainClassGoesBeforePlainMainMethods() {
        tree.module("orders", "orders");
        source("orders");
        String path = "orders/src/main/java/shop/App.java";
        mains.add(new MainClass("a.T", path, at("orders"), "main method"));
        mains.add(new MainClass("shop.orders.OrdersApplication", path, at("orders"), "@Started"));
        assertThat(link().all().get(0).mainClass()).isEqualTo("shop.orders.OrdersApplication");
    }

    @Test
    void aBuildContextLinksForSure() {
        service("orders");
        tree.file("orders/Dockerfile", "FROM temurin\nCOPY target/*.jar app.jar\n");
        tree.file("compose.yml", """
                services:
                  backend:
                    build: ./orders
                  db:
                    image: postgres:16
                """);
        Services services = link();
        assertThat(workloads(services, "orders")).containsExactly("service/backend");
        assertThat(proof(services, "orders").confidence()).isEqualTo(Confidence.HIGH);
        assertThat(proof(services, "orders").steps().get(0).at().path()).isEqualTo("compose.yml");
        assertThat(services.foreignWorkloads()).extracting(w -> w.id().name()).containsExactly("db");
    }

    @Test
    void theArchiveThatAnImageTakesInTellsItsModule() {
        service("orders");
        service("billing");
        tree.file("docker/a/Dockerfile", "FROM temurin\nCOPY orders/target/app.jar app.jar\n");
        tree.file("docker/b/Dockerfile", "FROM temurin\nCOPY build/billing-1.jar app.jar\n");
        tree.file("compose.yml", """
                services:
                  one: { build: { context: ., dockerfile: docker/a/Dockerfile } }
                  two: { build: { context: ., dockerfile: docker/b/Dockerfile } }
                """);
        Services services = link();
        assertThat(workloads(services, "orders")).containsExactly("service/one");
        assertThat(workloads(services, "billing")).containsExactly("service/two");
    }

    @Test
    void theModuleThatAnImageBuildsIsTold() {
        service("orders");
        service("billing");
        tree.file("a/Dockerfile", "FROM maven\nRUN mvn -pl billing package\n");
        tree.file("b/Dockerfile", "FROM maven AS build\nFROM jre\nCOPY --from=build /src/orders/target/*.jar .\n");
        tree.file("compose.yml", """
                services:
                  one: { build: { context: ., dockerfile: a/Dockerfile } }
                  two: { build: { context: ., dockerfile: b/Dockerfile } }
                """);
        Services services = link();
        assertThat(workloads(services, "billing")).containsExactly("service/one");
        assertThat(workloads(services, "orders")).containsExactly("service/two");
    }

    @Test
    void anImageThatComposeBuildsIsKnownInManifests() {
        service("orders");
        service("billing");
        tree.file("compose.yml", "services:\n  x:\n    image: acme/abc:1\n    build: orders\n");
        tree.file("k8s/web.yaml", deployment("web", "acme/abc:2"));
        Services services = link();
        assertThat(workloads(services, "orders")).containsExactly("service/x", "Deployment/web");
        assertThat(services.proof(services.named("orders")
                                .orElseThrow()
                                .workloads()
                                .get(1))
                        .orElseThrow()
                        .confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void equalNamesLinkWithMediumConfidence() {
        service("orders");
        service("order-history");
        tree.file("k8s/a.yaml", deployment("web", "ghcr.io/acme/orders:1.2@sha256:abc"));
        tree.file("k8s/b.yaml", deployment("order_history", "{{ .Values.image }}"));
        Services services = link();
        assertThat(workloads(services, "orders")).containsExactly("Deployment/web");
        assertThat(proof(services, "orders").confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(workloads(services, "order-history")).containsExactly("Deployment/order_history");
    }

    @Test
    void theNameOfTheApplicationLinks() {
        service("orders-impl");
        tree.file("orders-impl/src/main/resources/application.yml", "spring.application.name: shop-orders\n");
        tree.file("k8s/a.yaml", deployment("x", "acme/shop-orders:1"));
        assertThat(workloads(link(), "orders-impl")).containsExactly("Deployment/x");
    }

    @Test
    void theNameOfTheModuleGoesBeforeThatOfAnotherApplication() {
        service("orders");
        service("order-history");
        tree.file("orders/src/main/resources/application.yml", "spring.application.name: orders\n");
        tree.file("order-history/src/main/resources/application.yml", "spring.application.name: orders\n");
        tree.file("k8s/a.yaml", deployment("orders", "acme/orders:1"));
        assertThat(workloads(link(), "orders")).containsExactly("Deployment/orders");
    }

    @Test
    void ofModulesWithOneApplicationNameTheOneThatHoldsTheManifestRunsIt() {
        service("shop-a");
        service("shop-b");
        tree.file("shop-a/src/main/resources/application.yml", "spring.application.name: shop\n");
        tree.file("shop-b/src/main/resources/application.yml", "spring.application.name: shop\n");
        tree.file("shop-b/src/deployment/a.yaml", deployment("shop", "acme/shop:1"));
        Services services = link();
        assertThat(workloads(services, "shop-b")).containsExactly("Deployment/shop");
        assertThat(services.problems()).isEmpty();
    }

    @Test
    void modulesThatCannotBeToldApartAreAProblem() {
        service("shop-a");
        service("shop-b");
        tree.file("shop-a/src/main/resources/application.yml", "spring.application.name: shop\n");
        tree.file("shop-b/src/main/resources/application.yml", "spring.application.name: shop\n");
        tree.file("k8s/a.yaml", deployment("shop", "acme/shop:1"));
        Services services = link();
        assertThat(services.foreignWorkloads()).hasSize(1);
        assertThat(services.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at().path()).isEqualTo("k8s/a.yaml");
            assertThat(problem.message()).contains("shop-a, shop-b");
        });
    }

    @Test
    void aWorkloadWithoutAnImageNameIsForeignWithoutAProblem() {
        service("orders");
        service("billing");
        tree.file("compose.yml", "services:\n  catalog:\n    build: ./catalog\n");
        Services services = link();
        assertThat(services.foreignWorkloads()).hasSize(1);
        assertThat(services.problems()).isEmpty();
    }

    @Test
    void aModuleThatNobodyBuildsUsesOrRunsIsLeftOutAndSaid() {
        aggregator("orders");
        service("orders");
        service("attic");
        Services services = link();
        assertThat(services.all()).extracting(Service::id).containsExactly("orders");
        assertThat(services.leaveOut("attic")).isTrue();
        assertThat(services.problems())
                .extracting(problem -> problem.at().path())
                .containsExactly("attic/pom.xml");
    }

    @Test
    void aModuleOutsideTheBuildIsAServiceWhereSomethingRunsIt() {
        aggregator("orders");
        service("orders");
        service("attic");
        service("cellar");
        tree.file("attic/Dockerfile", "FROM temurin\nCOPY target/*.jar app.jar\n");
        tree.file("k8s/a.yaml", deployment("cellar", "acme/cellar:1"));
        Services services = link();
        assertThat(services.all()).extracting(Service::id).containsExactly("attic", "cellar", "orders");
        assertThat(services.problems()).isEmpty();
    }

    @Test
    void aModuleOutsideTheBuildThatAnotherUsesIsPartOfIt() {
        aggregator("orders");
        tree.file("orders/pom.xml", """
                <project><groupId>shop</groupId><artifactId>orders</artifactId><version>1</version>
                <dependencies><dependency><groupId>shop</groupId><artifactId>common</artifactId><version>1</version></dependency></dependencies>
                </project>
                """);
        source("orders");
        mains.add(new MainClass("shop.App", "orders/src/main/java/shop/App.java", at("orders"), "@Started"));
        tree.module("common", "common");
        source("common");
        Services services = link();
        assertThat(services.running("common")).extracting(Service::id).containsExactly("orders");
        assertThat(services.problems()).isEmpty();
    }

    @Test
    void similarNamesLinkOnlyWhereOneFits() {
        service("shop-orders-service");
        service("shop-billing");
        tree.file("k8s/a.yaml", deployment("x", "acme/orders:1"));
        Services services = link();
        assertThat(workloads(services, "shop-orders-service")).containsExactly("Deployment/x");
        assertThat(proof(services, "shop-orders-service").confidence()).isEqualTo(Confidence.LOW);
        service("old-orders");
        assertThat(link().foreignWorkloads()).hasSize(1);
    }

    @Test
    void anImageOfNobodyIsForeignEvenUnderTheNameOfAService() {
        service("orders");
        tree.file("k8s/a.yaml", deployment("orders", "postgres:16"));
        tree.file("k8s/b.yaml", deployment("redis", "redis"));
        Services services = link();
        assertThat(services.foreignWorkloads()).hasSize(2);
        assertThat(services.named("orders").orElseThrow().workloads()).isEmpty();
        assertThat(services.of(services.foreignWorkloads().get(0))).isEmpty();
    }

    @Test
    void imagesOfWhatStandsBesideAServiceAreNotItsOwn() {
        service("orders");
        tree.file("orders/mysql/Dockerfile", "FROM mysql\nCOPY init.sql /init\n");
        tree.file("orders/src/main/docker/Dockerfile", "FROM jre\nCOPY app.jar .\n");
        tree.file("compose.yml", """
                services:
                  db: { build: orders/mysql }
                  app: { build: orders/src/main/docker }
                """);
        Services services = link();
        assertThat(workloads(services, "orders")).containsExactly("service/app");
        assertThat(services.foreignWorkloads()).hasSize(1);
    }

    @Test
    void librariesAreNotTakenForWhatTheyAreNamedAfter() {
        tree.module("shop-redis", "shop-redis");
        source("shop-redis");
        tree.file("compose.yml", "services:\n  cache:\n    image: acme/redis\n");
        assertThat(link().foreignWorkloads()).hasSize(1);
    }

    @Test
    void aStartedModuleStaysAServiceWhenOthersUseIt() {
        tree.module("core", "core");
        source("core");
        tree.file("core/src/main/resources/application.yml", "a: b\n");
        mains.add(new MainClass("shop.App", "core/src/main/java/shop/App.java", at("core"), "main method"));
        tree.file("custom/pom.xml", """
                <project><groupId>shop</groupId><artifactId>custom</artifactId><version>1</version>
                <dependencies><dependency><groupId>shop</groupId><artifactId>core</artifactId><version>1</version></dependency></dependencies>
                </project>
                """);
        source("custom");
        assertThat(link().named("core").orElseThrow().kind()).isEqualTo(Service.Kind.DEPLOYABLE);
    }

    @Test
    void jobsRunNoService() {
        service("orders");
        tree.file("k8s/a.yaml", """
                apiVersion: batch/v1
                kind: Job
                metadata: { name: orders }
                spec: { template: { spec: { containers: [ { name: orders, image: acme/orders } ] } } }
                """);
        Services services = link();
        assertThat(services.batchWorkloads()).hasSize(1);
        assertThat(services.foreignWorkloads()).isEmpty();
        assertThat(services.named("orders").orElseThrow().workloads()).isEmpty();
    }

    @Test
    void oneServiceRunsInSeveralEnvironments() {
        service("orders");
        tree.file("k8s/overlays/prod/a.yaml", deployment("orders", "acme/orders:1"));
        tree.file("k8s/overlays/dev/a.yaml", deployment("orders", "acme/orders:1"));
        assertThat(link().named("orders").orElseThrow().workloads())
                .extracting(w -> w.id().environment())
                .containsExactly("dev", "prod");
    }

    private void aggregator(String module) {
        tree.file("pom.xml", """
                <project><groupId>shop</groupId><artifactId>all</artifactId><version>1</version>
                <packaging>pom</packaging><modules><module>%s</module></modules></project>
                """.formatted(module));
    }

    private void service(String name) {
        tree.module(name, name);
        source(name);
        mains.add(new MainClass("shop." + name + ".App", name + "/src/main/java/shop/App.java", at(name), "@Started"));
    }

    private void source(String directory) {
        tree.file(directory + "/src/main/java/shop/App.java", "class App {}");
    }

    private static Location at(String directory) {
        return Location.of(directory + "/src/main/java/shop/App.java");
    }

    private static String deployment(String name, String image) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %s
                spec:
                  template:
                    spec:
                      containers:
                        - name: main
                          image: "%s"
                """.formatted(name, image);
    }

    private Services link() {
        List<String> sources =
                tree.paths().stream().filter(path -> path.endsWith(".java")).toList();
        return ServiceLinking.link(new Clues(
                tree.modules(),
                tree.configuration(),
                sources,
                mains,
                tree.images(),
                BuildImages.of(tree.modules(), tree.inputs()),
                tree.manifests(),
                Catalog.of(List.of()),
                LoadlineConfig.NONE));
    }

    private static List<String> workloads(Services services, String id) {
        return services.named(id).orElseThrow().workloads().stream()
                .map(w -> w.id().toString())
                .toList();
    }

    private static Proof proof(Services services, String id) {
        Workload first = services.named(id).orElseThrow().workloads().get(0);
        return services.proof(first).orElseThrow();
    }
}
