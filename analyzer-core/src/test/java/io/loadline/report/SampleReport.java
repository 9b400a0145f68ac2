package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.rule.Dimension;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.score.Ceiling;
import io.loadline.score.Level;
import io.loadline.score.ScorePolicy;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small shop, audited: three services, a database, a broker and a cache, and something of every kind to tell. */
final class SampleReport {

    static final String CLIENT = "orders/src/main/java/shop/orders/PaymentsClient.java";
    static final String SERVICE = "orders/src/main/java/shop/orders/OrderService.java";
    static final String CONTROLLER = "orders/src/main/java/shop/orders/OrderController.java";
    static final String CONFIG = "orders/src/main/resources/application.yml";
    static final String DEPLOYMENT = "deploy/prod/orders.yaml";
    static final String CATALOG = "catalog/src/main/java/shop/catalog/PriceCache.java";

    private SampleReport() {}

    static Report shop() {
        List<Finding> findings = SampleFindings.all();
        return new Report(
                new Report.Tool("loadline", "0.1.0", List.of(new Report.Pack("standard", "0.1.0", rules()))),
                "shop",
                "No: orders stops when payments stalls, and at 9 pods the connections of orders-db run out."
                        + " Best next step: set a response timeout on the client of payments (+18).",
                new Report.Inputs(412, 38_120, 23, 31, 0.8734),
                List.of(new Report.Environment("prod", List.of(at(DEPLOYMENT, 1, 1, 1)))),
                services(),
                edges(),
                entries(),
                resources(),
                findings,
                SampleFindings.gains(),
                List.of(
                        new Report.RuleCoverage("connections-exceed-database-max", 0, 1, 1, 0),
                        new Report.RuleCoverage("http-client-without-timeout", 4, 1, 1, 0),
                        new Report.RuleCoverage("memory-limit-missing", 5, 0, 0, 2),
                        new Report.RuleCoverage("remote-call-in-loop", 37, 1, 0, 0),
                        new Report.RuleCoverage("retry-without-jitter", 1, 1, 0, 9),
                        new Report.RuleCoverage("unbounded-cache", 2, 1, 0, 0)),
                List.of(
                        new Report.Unknown(
                                "http-client-without-timeout",
                                "client of inventory",
                                at("catalog/src/main/java/shop/catalog/InventoryClient.java", 18, 9, 40),
                                "the value of INVENTORY_TIMEOUT in the deployment"),
                        new Report.Unknown(
                                "connections-exceed-database-max",
                                "catalog-db",
                                at("catalog/src/main/resources/application.yml", 7, 3, 20),
                                "max_connections of catalog-db in loadline.yml")),
                forecast(),
                List.of("00aa00aa00aa00aa"),
                List.of(new Problem(
                        at("deploy/prod/broken.yaml", 12, 5, 9),
                        "read",
                        "a mapping value was found where a list item was expected")),
                Excerpts.of(findings, path -> Optional.ofNullable(SampleFindings.FILES.get(path))),
                Report.Weight.of(ScorePolicy.standard()));
    }

    static Report empty() {
        return new Report(
                new Report.Tool("loadline", "0.1.0", List.of()),
                "nothing",
                "Nothing here can be judged: no Java, no configuration, no manifests.",
                new Report.Inputs(0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Excerpts.NONE,
                List.of());
    }

    static Report with(Report r, List<Finding> findings) {
        return new Report(
                r.tool(),
                r.title(),
                r.verdict(),
                r.inputs(),
                r.environments(),
                r.services(),
                r.edges(),
                r.entries(),
                r.resources(),
                findings,
                r.gains(),
                r.coverage(),
                r.unknowns(),
                r.forecast(),
                r.fixed(),
                r.problems(),
                r.excerpts(),
                r.weights());
    }

    /** Ways in alone: what is known of a system whose costs nobody worked out. */
    static Report entered(Report.Entry entry) {
        Report r = empty();
        return new Report(
                r.tool(),
                r.title(),
                r.verdict(),
                r.inputs(),
                r.environments(),
                r.services(),
                r.edges(),
                List.of(entry),
                r.resources(),
                r.findings(),
                r.gains(),
                r.coverage(),
                r.unknowns(),
                r.forecast(),
                r.fixed(),
                r.problems(),
                r.excerpts(),
                r.weights());
    }

    static Location at(String path, int line, int column, int endColumn) {
        return new Location(path, line, column, line, endColumn);
    }

    static Evidence step(Location at, String label) {
        return new Evidence(at, label);
    }

    private static List<Report.RuleInfo> rules() {
        return List.of(
                rule("connections-exceed-database-max", "Do all pools together fit the database?", Dimension.CAPACITY),
                rule("http-client-without-timeout", "Does every HTTP client give up in time?", Dimension.DEADLINES),
                rule("memory-limit-missing", "Does every container have a memory limit?", Dimension.ELASTICITY),
                rule(
                        "remote-call-in-loop",
                        "Is this remote call made once, rather than once per element?",
                        Dimension.COMMUNICATION),
                rule("retry-without-jitter", "Do retries spread out?", Dimension.RESILIENCE),
                rule("unbounded-cache", "Does every cache have a bound?", Dimension.BOUNDS));
    }

    private static Report.RuleInfo rule(String id, String title, Dimension dimension) {
        return new Report.RuleInfo(
                id,
                new RuleCard(title, dimension, Severity.MAJOR, "0.1.0"),
                "# " + id + "\n\n" + title + "\n\n## Why it hurts\n\nLoad turns it into an outage.\n");
    }

    private static List<Report.Service> services() {
        return List.of(
                new Report.Service(
                        "orders",
                        "deployable",
                        List.of("orders"),
                        List.of("prod/Deployment/orders"),
                        score(Level.L0, true, 3, 38.42, 31, 44.6, 0.9123, "D", 36.9)),
                new Report.Service(
                        "payments",
                        "deployable",
                        List.of("payments"),
                        List.of("prod/Deployment/payments"),
                        score(Level.L2, false, 1, 81.96, 74, 83.2, 0.84, "B", 81.96)),
                new Report.Service(
                        "catalog",
                        "deployable",
                        List.of("catalog"),
                        List.of(),
                        score(Level.L3, true, 0, 92, 92, 96.75, 1, "A", 92)));
    }

    private static ServiceScore score(
            Level level,
            boolean verified,
            int toNext,
            double value,
            double low,
            double high,
            double coverage,
            String grade,
            double bare) {
        Map<Dimension, Double> dimensions = new EnumMap<>(Dimension.class);
        dimensions.put(Dimension.DEADLINES, Math.min(100, value + 20));
        dimensions.put(Dimension.COMMUNICATION, Math.min(100, value + 31.55));
        dimensions.put(Dimension.RESILIENCE, 100.0);
        dimensions.put(Dimension.CAPACITY, Math.min(100, value + 12));
        return new ServiceScore(level, verified, toNext, value, low, high, coverage, grade, bare, dimensions);
    }

    private static List<Report.Edge> edges() {
        return List.of(
                new Report.Edge("orders", "payments", "http", true, List.of(at(CLIENT, 14, 39, 56)), "high"),
                new Report.Edge("orders", "catalog", "http", true, List.of(at(SERVICE, 41, 19, 45)), "medium"),
                new Report.Edge("orders", "orders-db", "jdbc", true, List.of(at(CONFIG, 4, 5, 8)), "high"),
                new Report.Edge("orders", "events", "kafka", false, List.of(at(CONFIG, 16, 5, 21)), "high"),
                new Report.Edge("events", "payments", "kafka", false, List.of(), "low"),
                new Report.Edge("catalog", "price-cache", "redis", true, List.of(at(CATALOG, 9, 5, 12)), "high"));
    }

    private static List<Report.Entry> entries() {
        return List.of(
                new Report.Entry(
                        "orders",
                        "GET /customers/{id}/orders",
                        "http",
                        at(CONTROLLER, 27, 5, 40),
                        Map.of("remote", "1 + orders*lines", "query", "2 + orders"),
                        2,
                        null,
                        true,
                        List.of(step(at(CLIENT, 14, 39, 56), "new RestTemplate() waits for ever"))),
                new Report.Entry(
                        "orders",
                        "POST /orders",
                        "http",
                        at(CONTROLLER, 44, 5, 38),
                        Map.of("remote", "2", "query", "3"),
                        0,
                        183.5,
                        false,
                        List.of(
                                step(at(CONFIG, 8, 7, 32), "30 s to acquire a connection"),
                                step(at(CLIENT, 22, 9, 30), "3 attempts of 51.2 s"))),
                new Report.Entry(
                        "payments",
                        "payment-requested",
                        "message",
                        at("payments/src/main/java/shop/payments/Listener.java", 19, 5, 33),
                        Map.of("query", "1"),
                        0,
                        null,
                        false,
                        List.of()));
    }

    private static List<Report.Resource> resources() {
        return List.of(
                new Report.Resource(
                        "orders-db",
                        "database",
                        445,
                        556,
                        413L,
                        "declared",
                        List.of(step(at(CONFIG, 7, 7, 28), "maximum-pool-size: 40"))),
                new Report.Resource("price-cache", "cache", 16, 24, 10_000L, "default", List.of()),
                new Report.Resource("catalog-db", "database", 20, 30, null, "unknown", List.of()));
    }

    private static List<Ceiling> forecast() {
        return List.of(
                new Ceiling(
                        "orders",
                        "threads of orders",
                        null,
                        "s",
                        "When payments stalls, 200 calls hold all 200 threads of a pod, and nothing ever ends them.",
                        0,
                        List.of(
                                step(at(CLIENT, 14, 39, 56), "no read timeout"),
                                step(at(CONFIG, 2, 3, 22), "server.tomcat.threads.max = 200 by default"))),
                new Ceiling(
                        "",
                        "connections of orders-db",
                        9.0,
                        "pods",
                        "At 10 pods orders asks for 400 + 45 connections; orders-db gives 413.",
                        1,
                        List.of(
                                step(at(CONFIG, 7, 7, 28), "maximum-pool-size: 40"),
                                step(at(DEPLOYMENT, 44, 3, 17), "maxReplicas: 12"))),
                new Ceiling(
                        "orders",
                        "worst configured wait of POST /orders",
                        183.5,
                        "s",
                        "The gateway gives up after 60 s; the work goes on for another 123.5 s.",
                        2,
                        List.of(step(at(CLIENT, 22, 9, 30), "3 attempts"))),
                new Ceiling(
                        "payments",
                        "consumers of events",
                        6.0,
                        "pods",
                        "The topic has 6 partitions: the seventh pod of payments has nothing to do.",
                        3,
                        List.of()));
    }
}
