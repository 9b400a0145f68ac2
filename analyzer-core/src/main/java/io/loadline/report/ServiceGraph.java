package io.loadline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the service map draws: services and what they talk to, at most so many. Beyond that, resources of a kind become one node, and
 * then the least connected nodes do.
 *
 * @param nodes by id
 * @param arrows sorted, at most one between two nodes in a direction
 */
record ServiceGraph(Map<String, Node> nodes, List<Arrow> arrows) {

    private static final String REST = "\0rest";

    /**
     * A box of the map.
     *
     * @param level the service's level; empty for what is no service
     */
    record Node(String id, String label, String kind, String level) {}

    /** Who calls whom, and how. */
    record Arrow(String from, String to, Set<String> kinds, boolean synchronous, boolean sure) {}

    /** The graph of a report with at most the given number of nodes. */
    static ServiceGraph of(Report report, int most) {
        ServiceGraph whole = whole(report);
        ServiceGraph merged = whole.nodes.size() <= most
                ? whole
                : whole.merged(
                        node -> node.level().isEmpty(),
                        node -> "\0" + node.kind(),
                        (kind, count) -> kind + " ×" + count);
        if (merged.nodes.size() <= most) {
            return merged;
        }
        Map<String, Long> degree = merged.degrees();
        Set<String> kept = merged.nodes.keySet().stream()
                .sorted((a, b) -> {
                    int byDegree = Long.compare(degree.getOrDefault(b, 0L), degree.getOrDefault(a, 0L));
                    return byDegree != 0 ? byDegree : a.compareTo(b);
                })
                .limit(most - 1L)
                .collect(Collectors.toSet());
        return merged.merged(node -> !kept.contains(node.id()), node -> REST, (kind, count) -> count + " more");
    }

    private static ServiceGraph whole(Report report) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Report.Service service : report.services()) {
            String level = service.score().level().name();
            nodes.put(service.id(), new Node(service.id(), service.id(), "service", level));
        }
        Map<String, String> kinds = report.resources().stream()
                .collect(Collectors.toMap(Report.Resource::id, Report.Resource::kind, (a, b) -> a));
        for (Report.Edge edge : report.edges()) {
            for (String id : List.of(edge.from(), edge.to())) {
                String kind = kinds.getOrDefault(id, kindOf(edge.kind()));
                nodes.putIfAbsent(id, new Node(id, id, kind, ""));
            }
        }
        return new ServiceGraph(nodes, arrows(report.edges()));
    }

    private static String kindOf(String protocol) {
        return switch (protocol) {
            case "jdbc", "mongo" -> "database";
            case "kafka", "amqp", "jms" -> "broker";
            case "redis" -> "cache";
            default -> "other";
        };
    }

    private static List<Arrow> arrows(List<Report.Edge> edges) {
        Map<String, Arrow> arrows = new TreeMap<>();
        for (Report.Edge edge : edges) {
            if (!edge.from().equals(edge.to())) {
                Arrow arrow = new Arrow(
                        edge.from(),
                        edge.to(),
                        new TreeSet<>(Set.of(edge.kind())),
                        edge.synchronous(),
                        !edge.confidence().equals("low"));
                arrows.merge(edge.from() + "\0" + edge.to(), arrow, ServiceGraph::joined);
            }
        }
        return List.copyOf(arrows.values());
    }

    private static Arrow joined(Arrow one, Arrow other) {
        Set<String> kinds = new TreeSet<>(one.kinds);
        kinds.addAll(other.kinds);
        return new Arrow(one.from, one.to, kinds, one.synchronous || other.synchronous, one.sure || other.sure);
    }

    private Map<String, Long> degrees() {
        Map<String, Long> degrees = new HashMap<>();
        arrows.forEach(arrow -> {
            degrees.merge(arrow.from, 1L, Long::sum);
            degrees.merge(arrow.to, 1L, Long::sum);
        });
        return degrees;
    }

    private interface Label {
        String of(String kind, int count);
    }

    private interface Group {
        String of(Node node);
    }

    private ServiceGraph merged(Predicate<Node> goes, Group group, Label label) {
        Map<String, String> into = new HashMap<>();
        Map<String, List<Node>> groups = new TreeMap<>();
        Map<String, Node> kept = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            if (goes.test(node)) {
                into.put(node.id, group.of(node));
                groups.computeIfAbsent(group.of(node), id -> new ArrayList<>()).add(node);
            } else {
                kept.put(node.id, node);
            }
        }
        groups.forEach((id, members) -> {
            String kind = members.get(0).kind;
            kept.put(id, new Node(id, label.of(kind, members.size()), kind, ""));
        });
        List<Report.Edge> edges = new ArrayList<>();
        for (Arrow arrow : arrows) {
            String from = into.getOrDefault(arrow.from, arrow.from);
            String to = into.getOrDefault(arrow.to, arrow.to);
            String sure = arrow.sure ? "high" : "low";
            arrow.kinds.forEach(kind -> edges.add(new Report.Edge(from, to, kind, arrow.synchronous, List.of(), sure)));
        }
        return new ServiceGraph(kept, arrows(edges));
    }
}
