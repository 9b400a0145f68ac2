package io.loadline.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places boxes in layers from left to right, callers before what they call. Long arrows get a bend in every layer that they cross,
 * so that they run between boxes; crossings are reduced by sorting each layer by the middle of its neighbours.
 */
final class MapLayout {

    static final double WIDTH = 148;
    static final double HEIGHT = 42;
    private static final double ACROSS = 96;
    private static final double GAP = 20;
    private static final double BEND = 10;
    private static final int SWEEPS = 6;
    private static final int IN_A_ROW = 4;
    static final double MARGIN = 14;

    private final ServiceGraph graph;
    private final Map<String, Integer> layer = new LinkedHashMap<>();
    private final Set<ServiceGraph.Arrow> backward = new HashSet<>();
    private final List<List<String>> layers = new ArrayList<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<ServiceGraph.Arrow, List<String>> routes = new LinkedHashMap<>();
    private final Map<String, Double> middle = new HashMap<>();
    private final Map<String, Point> lone = new LinkedHashMap<>();
    private double height;

    /** A point of the map, in its own units. */
    record Point(double x, double y) {}

    MapLayout(ServiceGraph graph) {
        this.graph = graph;
        assignLayers();
        routeArrows();
        sortLayers();
        spread();
        placeLone();
    }

    /** The middle of a box. */
    Point box(String id) {
        Point alone = lone.get(id);
        return alone != null ? alone : point(id, column(id));
    }

    /** Where an arrow runs, from its caller to what it calls. */
    List<Point> route(ServiceGraph.Arrow arrow) {
        List<String> stops = new ArrayList<>(routes.getOrDefault(arrow, List.of()));
        if (backward.contains(arrow)) {
            Collections.reverse(stops);
        }
        return stops.stream().map(stop -> point(stop, column(stop))).toList();
    }

    double width() {
        int columns = Math.max(layers.size(), lone.isEmpty() ? 0 : Math.min(IN_A_ROW, lone.size()));
        return 2 * MARGIN + Math.max(1, columns) * (WIDTH + ACROSS) - ACROSS;
    }

    double height() {
        return height + 2 * MARGIN;
    }

    private Point point(String id, int column) {
        return new Point(MARGIN + column * (WIDTH + ACROSS) + WIDTH / 2, MARGIN + middle.getOrDefault(id, 0.0));
    }

    private int column(String id) {
        return layer.getOrDefault(id, 0);
    }

    /** Longest path from the callers that nobody calls; arrows that close a circle count backwards. */
    private void assignLayers() {
        Map<String, List<ServiceGraph.Arrow>> out = new HashMap<>();
        Map<String, Integer> called = new HashMap<>();
        for (ServiceGraph.Arrow arrow : graph.arrows()) {
            out.computeIfAbsent(arrow.from(), id -> new ArrayList<>()).add(arrow);
            called.merge(arrow.to(), 1, Integer::sum);
        }
        List<String> roots = graph.nodes().keySet().stream()
                .filter(id -> out.containsKey(id) || called.containsKey(id))
                .sorted(Comparator.comparingInt((String id) -> called.getOrDefault(id, 0))
                        .thenComparing(id -> id))
                .toList();
        List<String> finished = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        roots.forEach(root -> visit(root, out, seen, new HashSet<>(), finished));
        Collections.reverse(finished);
        finished.forEach(id -> layer.put(id, 0));
        for (String id : finished) {
            for (ServiceGraph.Arrow arrow : out.getOrDefault(id, List.of())) {
                if (!backward.contains(arrow)) {
                    layer.merge(arrow.to(), column(id) + 1, Math::max);
                }
            }
        }
    }

    private void visit(
            String id,
            Map<String, List<ServiceGraph.Arrow>> out,
            Set<String> seen,
            Set<String> path,
            List<String> finished) {
        if (!seen.add(id)) {
            return;
        }
        path.add(id);
        for (ServiceGraph.Arrow arrow : out.getOrDefault(id, List.of())) {
            if (path.contains(arrow.to())) {
                backward.add(arrow);
            } else {
                visit(arrow.to(), out, seen, path, finished);
            }
        }
        path.remove(id);
        finished.add(id);
    }

    private void routeArrows() {
        layer.forEach((id, at) -> layers(at).add(id));
        int bends = 0;
        for (ServiceGraph.Arrow arrow : graph.arrows()) {
            boolean back = backward.contains(arrow);
            String from = back ? arrow.to() : arrow.from();
            String to = back ? arrow.from() : arrow.to();
            List<String> stops = new ArrayList<>(List.of(from));
            for (int at = column(from) + 1; at < column(to); at++) {
                String bend = "\0bend" + bends++;
                layer.put(bend, at);
                layers(at).add(bend);
                stops.add(bend);
            }
            stops.add(to);
            for (int i = 1; i < stops.size(); i++) {
                after.computeIfAbsent(stops.get(i - 1), id -> new ArrayList<>()).add(stops.get(i));
                before.computeIfAbsent(stops.get(i), id -> new ArrayList<>()).add(stops.get(i - 1));
            }
            routes.put(arrow, stops);
        }
    }

    private List<String> layers(int at) {
        while (layers.size() <= at) {
            layers.add(new ArrayList<>());
        }
        return layers.get(at);
    }

    private void sortLayers() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forward = sweep % 2 == 0;
            Map<String, Integer> rank = new HashMap<>();
            layers.forEach(nodes -> nodes.forEach(id -> rank.put(id, nodes.indexOf(id))));
            for (int i = 0; i < layers.size(); i++) {
                List<String> nodes = layers.get(forward ? i : layers.size() - 1 - i);
                Map<String, List<String>> neighbours = forward ? before : after;
                Map<String, Double> centre = new HashMap<>();
                nodes.forEach(id -> centre.put(
                        id,
                        neighbours.getOrDefault(id, List.of()).stream()
                                .mapToInt(other -> rank.getOrDefault(other, 0))
                                .average()
                                .orElse(rank.getOrDefault(id, 0))));
                nodes.sort(Comparator.comparingDouble(centre::get));
                nodes.forEach(id -> rank.put(id, nodes.indexOf(id)));
            }
        }
    }

    /** Moves every box towards the middle of its neighbours, never past another and never closer than the gap. */
    private void spread() {
        layers.forEach(nodes -> settle(nodes, Map.of()));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<String, List<String>> neighbours = sweep % 2 == 0 ? before : after;
            for (List<String> nodes : layers) {
                Map<String, Double> wanted = new HashMap<>();
                nodes.forEach(id -> neighbours.getOrDefault(id, List.of()).stream()
                        .mapToDouble(other -> middle.getOrDefault(other, 0.0))
                        .average()
                        .ifPresent(centre -> wanted.put(id, centre)));
                settle(nodes, wanted);
            }
        }
        double top = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(id -> middle.getOrDefault(id, 0.0) - size(id) / 2)
                .min()
                .orElse(0);
        middle.replaceAll((id, y) -> y - top);
        height = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(id -> middle.getOrDefault(id, 0.0) + size(id) / 2)
                .max()
                .orElse(0);
    }

    private void settle(List<String> nodes, Map<String, Double> wanted) {
        double next = Double.NEGATIVE_INFINITY;
        double pushed = 0;
        for (String id : nodes) {
            double least = Double.isInfinite(next) ? size(id) / 2 : next + size(id) / 2;
            double wish = wanted.getOrDefault(id, middle.getOrDefault(id, least));
            double y = Double.isInfinite(next) ? wish : Math.max(wish, least);
            pushed += y - wish;
            middle.put(id, y);
            next = y + size(id) / 2 + GAP;
        }
        double share = nodes.isEmpty() ? 0 : pushed / nodes.size();
        nodes.forEach(id -> middle.merge(id, -share, Double::sum));
    }

    private static double size(String id) {
        return id.startsWith("\0bend") ? BEND : HEIGHT;
    }

    private void placeLone() {
        List<String> alone = graph.nodes().keySet().stream()
                .filter(id -> !layer.containsKey(id))
                .toList();
        double top = MARGIN + height + (height > 0 ? 2 * GAP : 0);
        for (int i = 0; i < alone.size(); i++) {
            double x = MARGIN + (i % IN_A_ROW) * (WIDTH + ACROSS) + WIDTH / 2;
            int row = i / IN_A_ROW;
            double y = top + row * (HEIGHT + GAP) + HEIGHT / 2;
            lone.put(alone.get(i), new Point(x, y));
            height = y + HEIGHT / 2 - MARGIN;
        }
    }
}
