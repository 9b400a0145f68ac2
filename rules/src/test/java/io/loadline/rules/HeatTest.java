package io.loadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.report.Report;
import io.loadline.rule.Severity;
import io.loadline.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How hot code is, seen in how severe a query in a loop is: blocker while somebody waits, major at other times, minor at start-up. */
final class HeatTest {

    private static final String IMPORTS = """
            package shop;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import org.springframework.boot.CommandLineRunner;
            import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
            import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
            import org.springframework.boot.context.event.ApplicationReadyEvent;
            import org.springframework.context.ApplicationEventPublisher;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.context.annotation.Profile;
            import org.springframework.context.event.EventListener;
            import org.springframework.data.jpa.repository.JpaRepository;
            import org.springframework.stereotype.Component;
            import org.springframework.stereotype.Service;
            import org.springframework.transaction.annotation.Transactional;
            import org.springframework.web.bind.annotation.PostMapping;
            import org.springframework.web.bind.annotation.RestController;
            import org.springframework.web.client.RestTemplate;
            import jakarta.annotation.PostConstruct;
            """;

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void work() {
        dependencies("org.springframework.boot:spring-boot-starter-web:3.5.4");
        java("Order", "@jakarta.persistence.Entity class Order { @jakarta.persistence.Id Long id; }");
        java("Orders", "interface Orders extends JpaRepository<Order, Long> {}");
        java("Placed", "record Placed(List<Long> ids) {}");
        java(
                "Shop",
                "@org.springframework.boot.autoconfigure.SpringBootApplication class Shop {"
                        + " public static void main(String[] a) { org.springframework.boot.SpringApplication.run(Shop.class, a); } }");
        java("Work", """
                @Service class Work {
                    private final Orders orders;
                    private final RestTemplate http = new RestTemplate();
                    Work(Orders orders) { this.orders = orders; }
                    void all(List<Long> ids) {
                        for (Order order : orders.findAll()) {
                            orders.findById(order.id);
                        }
                    }
                }
                """);
    }

    @Test
    void workForARequestIsHot() {
        controller("work.all(ids);");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void workThatNothingKnownLeadsToIsNeitherHotNorCold() {
        assertThat(severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void workThatOnlyAnInstallationLeadsToIsCold() {
        java("Mover", "class Mover { void move(Work work) { work.all(List.of()); } }");
        java(
                "Installer",
                "@Component @Profile(\"install\") class Installer { private Work work; void run() { new Mover().move(work); } }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void whatAnObjectKeepsForEachKeyIsReadSeldom() {
        java("Work", """
                @Service class Work {
                    private final Orders orders;
                    private final java.util.Map<Long, Order> known = new java.util.HashMap<>();
                    Work(Orders orders) { this.orders = orders; }
                    void all(List<Long> ids) {
                        for (Order order : orders.findAll()) {
                            one(order.id);
                        }
                    }
                    private Order one(Long id) {
                        Order order = known.get(id);
                        if (order != null) {
                            return order;
                        }
                        order = orders.findById(id).orElseThrow();
                        known.put(id, order);
                        return order;
                    }
                }
                """);
        controller("work.all(ids);");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void workAtStartUpIsCold() {
        bean("Warm", "@PostConstruct void warm() { work.all(ids); }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void workInTheConstructorOfABeanIsCold() {
        java("Warm", "@Component class Warm { Warm(Work work, List<Long> ids) { work.all(ids); } }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void anEventListenerIsAsHotAsWhoeverMakesTheEvent() {
        bean("Listening", "@EventListener void on(Placed placed) { work.all(placed.ids()); }");
        assertThat(severity()).isEqualTo(Severity.MAJOR);
        controller("publisher.publishEvent(new Placed(ids));");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void anEventListenerOfWhatStartUpMakesIsCold() {
        bean("Listening", "@EventListener void on(Placed placed) { work.all(placed.ids()); }");
        bean("Warm", "@PostConstruct void warm() { publisher.publishEvent(new Placed(ids)); }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void anEventListenerOfTheStartItselfIsCold() {
        bean("Listening", "@EventListener(ApplicationReadyEvent.class) void on() { work.all(ids); }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void aFunctionThatALibraryKeepsAtStartUpIsNotCold() {
        bean("Registering", """
                @PostConstruct void register() { new org.bus.Bus().subscribe(Placed.class, this::handle); }
                void handle(Placed placed) { work.all(ids); }
                """);
        assertThat(severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void aTimerThatStartUpStartsRunsInTheBackground() {
        bean("Polling", """
                @PostConstruct void start() {
                    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
                    timer.scheduleAtFixedRate(() -> work.all(ids), 1, 1, TimeUnit.SECONDS);
                }
                """);
        assertThat(severity()).isEqualTo(Severity.MAJOR);
        assertThat(entries()).contains("background Polling.start");
    }

    @Test
    void aRunnerThatABeanMethodGivesIsCold() {
        java(
                "Samples",
                "@Configuration class Samples { @Bean CommandLineRunner load(Work work, List<Long> ids) { return args -> work.all(ids); } }");
        assertThat(severity()).isEqualTo(Severity.MINOR);
        assertThat(entries()).contains("startup Samples.load");
    }

    @Test
    void aFunctionBeanTakesMessagesWhereTheLibraryIsThere() {
        java(
                "Streams",
                "@Configuration class Streams { @Bean Consumer<List<Long>> placed(Work work) { return ids -> work.all(ids); } }");
        assertThat(entries()).doesNotContain("message Streams.placed");
        dependencies(
                "org.springframework.boot:spring-boot-starter-web:3.5.4",
                "org.springframework.cloud:spring-cloud-stream:4.3.0");
        assertThat(entries()).contains("message Streams.placed");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void aRouteHandlerIsHotUnderItsPath() {
        java("Routes", """
                import static org.springframework.web.servlet.function.RouterFunctions.route;
                import org.springframework.web.servlet.function.*;
                @Configuration class Routes {
                    @Bean RouterFunction<ServerResponse> routes(Handler handler) {
                        return route(RequestPredicates.GET("/orders"), handler::list);
                    }
                }
                @Component class Handler {
                    private final Work work;
                    private List<Long> ids;
                    Handler(Work work) { this.work = work; }
                    ServerResponse list(ServerRequest request) { work.all(ids); return ServerResponse.ok().build(); }
                }
                """);
        assertThat(entries()).anyMatch(e -> e.startsWith("http ") && e.endsWith(" /orders"));
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void aResourceIsNamedWithThePathsOfItsTypeAndOfItsMethod() {
        java("Resource", """
                import jakarta.ws.rs.*;
                @Path("/orders") class Resource {
                    private Work work;
                    @GET @Path("open") public void open(@QueryParam("ids") List<Long> ids) { work.all(ids); }
                }
                """);
        assertThat(entries()).contains("http GET /orders/open");
    }

    @Test
    void aServiceOnAGeneratedBaseIsServed() {
        java("Served", """
                import io.grpc.stub.StreamObserver;
                class Served extends OrdersGrpc.OrdersImplBase {
                    private Work work;
                    private List<Long> ids;
                    @Override public void list(Request request, StreamObserver<Reply> reply) { work.all(ids); }
                }
                """);
        assertThat(entries()).contains("grpc Served.list");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void aToolThatAModelCallsIsServed() {
        java("Tools", """
                import org.springframework.ai.tool.annotation.Tool;
                class Tools {
                    private Work work;
                    @Tool(description = "all orders") String all(List<Long> ids) { work.all(ids); return ""; }
                }
                """);
        assertThat(entries()).contains("rpc Tools.all");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void anyOfManyHandlersMayRunForARequest() {
        java("Handlers", "interface Handlers { void handle(List<Long> ids); }");
        for (int i = 1; i <= 20; i++) {
            bean(
                    "Handler" + i,
                    "implements Handlers",
                    "public void handle(List<Long> ids) { int own = %d; }".formatted(i));
        }
        bean("Handling", "implements Handlers", "public void handle(List<Long> ids) { work.all(ids); }");
        controller("handlers.get(\"kind\").handle(ids);");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void aTaskIsAsHotAsWhoeverMakesIt() {
        java("Task", """
                class Task implements Runnable {
                    private final Work work;
                    private List<Long> ids;
                    Task(Work work) { this.work = work; }
                    @Override public void run() { work.all(ids); }
                }
                """);
        controller("Executors.newCachedThreadPool().submit(new Task(work));");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void whatRunsForDevelopersOnlyIsCold() {
        controller("work.all(ids);", "@Profile(\"dev\")");
        assertThat(severity()).isEqualTo(Severity.MINOR);
        controller("work.all(ids);", "@Profile(\"!prod\")");
        assertThat(severity()).isEqualTo(Severity.MINOR);
        controller("work.all(ids);", "@Profile({\"dev\", \"cloud\"})");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
        controller("work.all(ids);", "@Profile(\"!test\")");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void whatEveryConfigurationSwitchesOffIsCold() {
        controller(
                "work.all(ids);", "@ConditionalOnProperty(prefix = \"shop\", name = \"import\", havingValue = \"on\")");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
        configuration("application.properties", "shop.import=off\n");
        assertThat(severity()).isEqualTo(Severity.MINOR);
        configuration("application-prod.properties", "shop.import=on\n");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void anImplementationThatIsSwitchedOffIsNotCalled() {
        stores("@ConditionalOnProperty(name = \"store\", havingValue = \"query\")");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
        configuration("application.properties", "store=${STORE:memory}\n");
        assertThat(severity()).isEqualTo(Severity.MAJOR);
        files.put("compose.yml", "services:\n  shop:\n    build: .\n    environment:\n      STORE: query\n");
        configuration("application.properties", "store=memory\n");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void whatStandsInForAMissingBeanIsNotCalledWhereThereIsOne() {
        stores("@ConditionalOnMissingBean");
        assertThat(severity()).isEqualTo(Severity.MAJOR);
        files.remove(path("MemoryStore"));
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void whatStandsInForItsOwnTypeOnlyStaysBesideOthers() {
        stores("@ConditionalOnMissingBean(QueryStore.class)");
        assertThat(severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void aTransactionIsWeighedByWhatLeadsToIt() {
        bean("Paying", """
                private final RestTemplate http = new RestTemplate();
                private Orders orders;
                @Transactional public void pay() {
                    orders.save(new Order());
                    http.postForObject("http://payments/", ids, String.class);
                }
                """);
        assertThat(severity("remote-call-inside-transaction")).isEqualTo(Severity.MAJOR);
        bean("Warm", "private Paying paying; @PostConstruct void warm() { paying.pay(); }");
        assertThat(severity("remote-call-inside-transaction")).isEqualTo(Severity.MINOR);
        controller("paying.pay();");
        assertThat(severity("remote-call-inside-transaction")).isEqualTo(Severity.BLOCKER);
    }

    private void stores(String condition) {
        java("Store", "interface Store { void all(List<Long> ids); }");
        bean("MemoryStore", "implements Store", "public void all(List<Long> ids) { ids.clear(); }");
        java("QueryStore", """
                class QueryStore implements Store {
                    private final Work work;
                    QueryStore(Work work) { this.work = work; }
                    public void all(List<Long> ids) { work.all(ids); }
                }
                """);
        java(
                "Stores",
                "@Configuration class Stores { @Bean %s Store store(Work work) { return new QueryStore(work); } }"
                        .formatted(condition));
        controller("store.all(ids);");
    }

    private void controller(String body, String... annotations) {
        java("Api", """
                @RestController %s class Api {
                    private Work work;
                    private Paying paying;
                    private Store store;
                    private Map<String, Handlers> handlers;
                    private ApplicationEventPublisher publisher;
                    @PostMapping("/orders") void place(List<Long> ids) { %s }
                }
                """.formatted(String.join(" ", annotations), body));
    }

    private void bean(String name, String members) {
        bean(name, "", members);
    }

    private void bean(String name, String head, String members) {
        java(name, """
                @Component class %s %s {
                    private Work work;
                    private List<Long> ids;
                    private ApplicationEventPublisher publisher;
                    %s
                }
                """.formatted(name, head, members));
    }

    private void java(String name, String text) {
        files.put(path(name), IMPORTS + text);
    }

    private static String path(String name) {
        return "src/main/java/shop/" + name + ".java";
    }

    private void configuration(String name, String text) {
        files.put("src/main/resources/" + name, text);
    }

    private void dependencies(String... coordinates) {
        StringBuilder all = new StringBuilder();
        for (String coordinate : coordinates) {
            String[] parts = coordinate.split(":");
            all.append("<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                    .formatted(parts[0], parts[1], parts[2]));
        }
        files.put(
                "pom.xml",
                "<project><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version><dependencies>%s</dependencies></project>"
                        .formatted(all));
    }

    private Severity severity() {
        return severity("query-in-loop");
    }

    private Severity severity(String rule) {
        List<Severity> found = report().findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(f -> f.severity())
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> entries() {
        return report().entries().stream().map(e -> e.kind() + " " + e.id()).toList();
    }

    private Report report() {
        AnalysisOptions options = AnalysisOptions.of("shop", List.of(new StandardRules()), LocalDate.of(2026, 1, 1));
        return new Analyzer(options).analyze(Workspace.of(files));
    }
}
