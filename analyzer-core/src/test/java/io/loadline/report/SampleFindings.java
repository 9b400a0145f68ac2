package io.loadline.report;

import static io.loadline.report.SampleReport.CATALOG;
import static io.loadline.report.SampleReport.CLIENT;
import static io.loadline.report.SampleReport.CONFIG;
import static io.loadline.report.SampleReport.CONTROLLER;
import static io.loadline.report.SampleReport.DEPLOYMENT;
import static io.loadline.report.SampleReport.SERVICE;
import static io.loadline.report.SampleReport.at;
import static io.loadline.report.SampleReport.step;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Dimension;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found in the shop, and the lines it was found at. */
final class SampleFindings {

    static final Map<String, String> FILES = Map.of(
            CLIENT,
            numbered(
                    32,
                    Map.of(
                            14, "    private final RestTemplate rest = new RestTemplate();",
                            21, "    @Retryable(maxRetries = 3)",
                            22, "        return rest.postForObject(url, request, Receipt.class);")),
            SERVICE,
            numbered(
                    60,
                    Map.of(
                            39, "        for (Order order : orders.of(customer)) {",
                            41, "\t    products.add(catalog.product(line.sku()));")),
            CONTROLLER,
            numbered(50, Map.of(27, "    @GetMapping(\"/customers/{id}/orders\")")),
            CONFIG,
            numbered(20, Map.of(7, "      maximum-pool-size: 40", 8, "      connection-timeout: 30000")));

    private SampleFindings() {}

    static List<Finding> all() {
        return List.of(
                new Finding(
                        "http-client-without-timeout",
                        Dimension.DEADLINES,
                        Severity.BLOCKER,
                        Confidence.HIGH,
                        List.of("orders"),
                        null,
                        at(CLIENT, 14, 39, 56),
                        "PaymentsClient waits for payments without any read timeout.",
                        "200 stalled calls hold all 200 threads of a pod; every endpoint of orders stops, also those that never call payments.",
                        "Set spring.http.client.read-timeout: 2s and build the client from RestTemplateBuilder.",
                        List.of(
                                step(at(CONTROLLER, 27, 5, 40), "GET /customers/{id}/orders"),
                                step(at(SERVICE, 41, 19, 45), "calls PaymentsClient.status"),
                                step(at(CLIENT, 14, 39, 56), "new RestTemplate(): no limit by default")),
                        List.of(at(CLIENT, 22, 9, 30), at(CLIENT, 31, 9, 30)),
                        new Reach(Heat.REQUEST, List.of("GET /customers/{id}/orders", "POST /orders")),
                        "a1b2c3d4e5f60718",
                        null,
                        BaselineState.NEW),
                new Finding(
                        "connections-exceed-database-max",
                        Dimension.CAPACITY,
                        Severity.BLOCKER,
                        Confidence.MEDIUM,
                        List.of("catalog", "orders"),
                        "prod",
                        at(CONFIG, 7, 7, 28),
                        "orders and catalog ask for 445 connections of orders-db, which gives 413.",
                        "The pods that start last cannot connect; a rollout at peak fails its probes and rolls back.",
                        "Set spring.datasource.hikari.maximum-pool-size: 20.",
                        List.of(
                                step(at(CONFIG, 7, 7, 28), "maximum-pool-size: 40"),
                                step(at(DEPLOYMENT, 44, 3, 17), "maxReplicas: 12")),
                        List.of(),
                        Reach.WHOLE_SERVICE,
                        "b1b2c3d4e5f60718",
                        null,
                        BaselineState.UNCHANGED),
                new Finding(
                        "remote-call-in-loop",
                        Dimension.COMMUNICATION,
                        Severity.MAJOR,
                        Confidence.HIGH,
                        List.of("orders"),
                        null,
                        at(SERVICE, 41, 19, 45),
                        "OrderService.history calls catalog once per order line.",
                        "A customer with 50 orders of 4 lines costs 200 calls; the latency grows with the history.",
                        "Ask for all products at once: catalog.products(ids).",
                        List.of(
                                step(at(SERVICE, 39, 9, 44), "loop over orders"),
                                step(at(SERVICE, 41, 19, 45), "catalog.product(line.sku())")),
                        List.of(),
                        new Reach(Heat.REQUEST, List.of("GET /customers/{id}/orders")),
                        "c1b2c3d4e5f60718",
                        null,
                        BaselineState.NEW),
                new Finding(
                        "retry-without-jitter",
                        Dimension.RESILIENCE,
                        Severity.MINOR,
                        Confidence.MEDIUM,
                        List.of("orders"),
                        null,
                        at(CLIENT, 21, 5, 30),
                        "PaymentsClient.pay retries 3 times after 1 s each, without jitter.",
                        "All pods retry in step, so payments sees the load in waves.",
                        "Add jitter = 500 to @Retryable.",
                        List.of(step(at(CLIENT, 21, 5, 30), "@Retryable(maxRetries = 3)")),
                        List.of(),
                        new Reach(Heat.REQUEST, List.of("POST /orders")),
                        "d1b2c3d4e5f60718",
                        null,
                        BaselineState.UNCHANGED),
                new Finding(
                        "memory-limit-missing",
                        Dimension.ELASTICITY,
                        Severity.INFO,
                        Confidence.LOW,
                        List.of(),
                        null,
                        at(DEPLOYMENT, 1, 1, 1),
                        "The namespace sets no default memory limit.",
                        "",
                        "Add a LimitRange.",
                        List.of(step(at(DEPLOYMENT, 1, 1, 1), "no LimitRange")),
                        List.of(),
                        Reach.UNKNOWN,
                        "e1b2c3d4e5f60718",
                        null,
                        BaselineState.UNCHANGED),
                new Finding(
                        "unbounded-cache",
                        Dimension.BOUNDS,
                        Severity.MAJOR,
                        Confidence.HIGH,
                        List.of("catalog"),
                        null,
                        at(CATALOG, 9, 5, 12),
                        "PriceCache keeps every price for ever.",
                        "The heap grows with the assortment until the pod is killed.",
                        "Give the map a maximum size.",
                        List.of(step(at(CATALOG, 9, 5, 12), "ConcurrentHashMap, never evicted")),
                        List.of(),
                        new Reach(Heat.BACKGROUND, List.of()),
                        "f1b2c3d4e5f60718",
                        "the assortment is fixed at 2,000 articles",
                        BaselineState.UNCHANGED));
    }

    static Map<String, Double> gains() {
        Map<String, Double> gains = new TreeMap<>();
        gains.put("a1b2c3d4e5f60718", 25.61);
        gains.put("b1b2c3d4e5f60718", 14.2);
        gains.put("c1b2c3d4e5f60718", 7.049);
        gains.put("d1b2c3d4e5f60718", 3.34);
        gains.put("e1b2c3d4e5f60718", 0.04);
        return gains;
    }

    private static String numbered(int lines, Map<Integer, String> known) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            text.append(known.getOrDefault(line, "// " + line)).append('\n');
        }
        return text.toString();
    }
}
