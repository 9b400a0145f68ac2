package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.report.MapLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapLayoutTest {

    @Test
    void callersStandToTheLeftOfWhatTheyCall() {
        MapLayout layout = layout(edge("a", "b"), edge("b", "c"), edge("a", "c"));
        assertThat(layout.box("a").x()).isLessThan(layout.box("b").x());
        assertThat(layout.box("b").x()).isLessThan(layout.box("c").x());
    }

    @Test
    void longArrowsBendInEveryLayerTheyCross() {
        ServiceGraph graph = graph(edge("a", "b"), edge("b", "c"), edge("c", "d"), edge("a", "d"));
        ServiceGraph.Arrow arrow = graph.arrows().stream()
                .filter(a -> a.from().equals("a") && a.to().equals("d"))
                .findFirst()
                .orElseThrow();
        assertThat(new MapLayout(graph).route(arrow)).hasSize(4);
    }

    @Test
    void circlesAreDrawnToo() {
        ServiceGraph graph = graph(edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("a", "a"));
        MapLayout layout = new MapLayout(graph);
        assertThat(graph.arrows()).hasSize(3).allSatisfy(arrow -> {
            List<Point> route = layout.route(arrow);
            assertThat(route.get(0)).isEqualTo(layout.box(arrow.from()));
            assertThat(route.get(route.size() - 1)).isEqualTo(layout.box(arrow.to()));
        });
    }

    @Test
    void boxesNeverOverlapAndStayOnThePage() {
        for (int seed = 0; seed < 40; seed++) {
            ServiceGraph graph = ServiceGraph.of(random(new Random(seed)), 60);
            MapLayout layout = new MapLayout(graph);
            List<Point> boxes = graph.nodes().keySet().stream().map(layout::box).toList();
            for (Point one : boxes) {
                assertThat(one.x()).isBetween(MapLayout.WIDTH / 2, layout.width() - MapLayout.WIDTH / 2);
                assertThat(one.y()).isBetween(MapLayout.HEIGHT / 2, layout.height() - MapLayout.HEIGHT / 2);
                assertThat(boxes.stream().filter(other -> overlap(one, other))).containsExactly(one);
            }
        }
    }

    @Test
    void largeSystemsAreCollapsed() {
        List<Report.Edge> edges = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            edges.add(edge("gateway", "service-" + i));
            edges.add(new Report.Edge("service-" + i, "db-" + i, "jdbc", true, List.of(), "high"));
        }
        ServiceGraph graph = graph(edges.toArray(Report.Edge[]::new));
        assertThat(graph.nodes()).hasSizeLessThanOrEqualTo(60).containsKey("gateway");
        assertThat(graph.nodes().values())
                .anyMatch(node -> node.label().equals("database ×90"))
                .anyMatch(node -> node.label().endsWith(" more"));
    }

    private static boolean overlap(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < MapLayout.WIDTH && Math.abs(one.y() - other.y()) < MapLayout.HEIGHT;
    }

    private static Report random(Random random) {
        List<Report.Edge> edges = new ArrayList<>();
        int nodes = 2 + random.nextInt(30);
        for (int i = 0; i < random.nextInt(60); i++) {
            edges.add(edge("s" + random.nextInt(nodes), "s" + random.nextInt(nodes)));
        }
        return report(edges);
    }

    private static MapLayout layout(Report.Edge... edges) {
        return new MapLayout(graph(edges));
    }

    private static ServiceGraph graph(Report.Edge... edges) {
        return ServiceGraph.of(report(List.of(edges)), 60);
    }

    private static Report.Edge edge(String from, String to) {
        return new Report.Edge(from, to, "http", true, List.of(), "high");
    }

    /** Services alone besides those that the edges name: two. */
    private static Report report(List<Report.Edge> edges) {
        Report shop = SampleReport.shop();
        List<Report.Service> services = new ArrayList<>(shop.services().subList(0, 2));
        edges.stream()
                .flatMap(edge -> List.of(edge.from(), edge.to()).stream())
                .distinct()
                .filter(id -> !id.startsWith("db"))
                .forEach(id -> services.add(new Report.Service(
                        id,
                        "deployable",
                        List.of(),
                        List.of(),
                        shop.services().get(0).score())));
        return new Report(
                shop.tool(),
                "",
                "",
                shop.inputs(),
                List.of(),
                services,
                edges,
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Excerpts.NONE,
                List.of());
    }
}
