package io.loadline.report;

import io.loadline.report.MapLayout.Point;
import java.util.List;
import java.util.Locale;

/** Who calls whom, drawn here so that the page needs no library; the same as a table for those who do not see it. */
record HtmlMap(Report report, Html html) {

    private static final int MOST_NODES = 60;
    private static final int MOST_EDGES = 200;
    private static final int LABEL = 19;

    /** How far the text of a drum is moved down, so that its lid does not cross it. */
    private static final double BELOW_LID = 4;

    /** How far along its first stretch an arrow's label stands: behind the middle, where arrows have parted. */
    private static final double LABEL_AT = 0.62;

    void write() {
        HtmlFrame.section(
                "map",
                "Service map",
                "Callers to the left of what they call. Solid: somebody waits for the answer. Dashed: nobody does.",
                html);
        ServiceGraph graph = ServiceGraph.of(report, MOST_NODES);
        if (graph.nodes().isEmpty()) {
            html.leaf("p", "No service was found.", "class", "nothing").close();
            return;
        }
        drawing(graph, new MapLayout(graph));
        table();
        html.close();
    }

    private void drawing(ServiceGraph graph, MapLayout layout) {
        String width = Figures.plain(layout.width());
        String height = Figures.plain(layout.height());
        html.open("div", "class", "scroll drawing", "tabindex", "0", "role", "region", "aria-label", "Service map");
        html.open(
                "svg",
                "class",
                "map",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-label",
                graph.nodes().size() + " nodes and " + graph.arrows().size()
                        + " connections; listed in the table below");
        html.raw(
                "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7.4\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto\"><path d=\"M0 .6 7.6 4 0 7.4z\" class=\"head\"/></marker></defs>");
        graph.arrows().forEach(arrow -> arrow(arrow, layout.route(arrow)));
        graph.arrows().forEach(arrow -> label(arrow, layout.route(arrow)));
        graph.nodes().values().forEach(node -> node(node, layout.box(node.id())));
        html.close(2);
    }

    private void arrow(ServiceGraph.Arrow arrow, List<Point> route) {
        if (route.size() < 2) {
            return;
        }
        double side = side(route);
        StringBuilder path = new StringBuilder("M").append(at(route.get(0), side));
        for (int i = 1; i < route.size(); i++) {
            Point from = route.get(i - 1);
            Point to = route.get(i);
            double bow = (to.x() - from.x()) / 2;
            path.append(" C").append(at(from, bow)).append(' ').append(at(to, -bow));
            path.append(' ').append(at(to, -side));
            if (i < route.size() - 1) {
                path.append(" L").append(at(to, side));
            }
        }
        String kind = (arrow.synchronous() ? "arrow" : "arrow async") + (arrow.sure() ? "" : " unsure");
        html.raw("\n").shape("path", "class", kind, "d", path.toString(), "marker-end", "url(#head)");
    }

    private void label(ServiceGraph.Arrow arrow, List<Point> route) {
        if (route.size() < 2) {
            return;
        }
        Point from = route.get(0);
        Point to = route.get(1);
        double side = side(route);
        double x = from.x() + side + (to.x() - from.x() - 2 * side) * LABEL_AT;
        double y = from.y() + (to.y() - from.y()) * LABEL_AT * LABEL_AT * (3 - 2 * LABEL_AT);
        written("protocol", Cells.cut(String.join(", ", arrow.kinds()), 14) + (arrow.sure() ? "" : "?"), x, y - 4);
    }

    /** From the middle of a box to the side at which an arrow leaves it. */
    private static double side(List<Point> route) {
        boolean rightwards = route.get(0).x() < route.get(route.size() - 1).x();
        return (rightwards ? 1 : -1) * MapLayout.WIDTH / 2;
    }

    private static String at(Point point, double aside) {
        return Figures.plain(point.x() + aside) + " " + Figures.plain(point.y());
    }

    private void node(ServiceGraph.Node node, Point middle) {
        double x = middle.x() - MapLayout.WIDTH / 2;
        double y = middle.y() - MapLayout.HEIGHT / 2;
        boolean service = node.kind().equals("service");
        html.raw("\n")
                .open(
                        "g",
                        "class",
                        "node " + (service ? "service " + node.level().toLowerCase(Locale.ROOT) : "thing"));
        html.leaf("title", node.label() + " (" + node.kind() + (service ? ", " + node.level() : "") + ")");
        outline(node.kind(), x, y);
        double text = middle.y() + (node.kind().equals("database") ? BELOW_LID : 0);
        written("name", node.label(), middle.x(), text - 1);
        written("kind", service ? "level " + node.level() : node.kind(), middle.x(), text + 13);
        html.close();
    }

    private void written(String kind, String text, double x, double y) {
        String shown = Cells.cut(Plain.line(text), LABEL);
        html.leaf("text", shown, "class", kind, "x", Figures.plain(x), "y", Figures.plain(y), "text-anchor", "middle");
    }

    /** Services are rectangles, databases drums, brokers pipes and everything else has round ends. */
    private void outline(String kind, double x, double y) {
        double right = x + MapLayout.WIDTH;
        double bottom = y + MapLayout.HEIGHT;
        if (kind.equals("database")) {
            String left = Figures.plain(x);
            String drum = "M" + left + " " + Figures.plain(y + 5) + " A74 5 0 0 1 " + Figures.plain(right) + " "
                    + Figures.plain(y + 5) + " V" + Figures.plain(bottom - 5) + " A74 5 0 0 1 " + left + " "
                    + Figures.plain(bottom - 5) + "Z M" + left + " " + Figures.plain(y + 5) + " A74 5 0 0 0 "
                    + Figures.plain(right) + " " + Figures.plain(y + 5);
            html.shape("path", "class", "box", "d", drum);
            return;
        }
        double radius = kind.equals("service") ? 5 : kind.equals("broker") ? 12 : MapLayout.HEIGHT / 2;
        html.rect(kind.equals("broker") ? "box pipe" : "box", x, y, MapLayout.WIDTH, MapLayout.HEIGHT, radius);
    }

    private void table() {
        if (report.edges().isEmpty()) {
            return;
        }
        html.open("details", "class", "fold").leaf("summary", "Connections as a table");
        html.open("div", "class", "scroll").open("table", "class", "edges");
        html.raw("<thead><tr><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">By</th>"
                + "<th scope=\"col\">Waits</th><th scope=\"col\">Sure</th><th scope=\"col\">Seen at</th></tr></thead>");
        html.open("tbody");
        for (Report.Edge edge : report.edges().stream().limit(MOST_EDGES).toList()) {
            html.raw("\n")
                    .open("tr")
                    .leaf("th", edge.from(), "scope", "row")
                    .leaf("td", edge.to())
                    .leaf("td", edge.kind());
            html.leaf("td", edge.synchronous() ? "yes" : "no")
                    .leaf("td", edge.confidence())
                    .open("td");
            edge.evidence().stream()
                    .limit(2)
                    .forEach(at ->
                            html.leaf("code", Places.line(at), "class", "place").text(" "));
            html.close(2);
        }
        html.close(3);
        HtmlFrame.more(report.edges().size() - MOST_EDGES, html);
        html.close();
    }
}
