package io.loadline.fact.helm;

import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart as its files state it.
 *
 * @param directory relative to the audited root; empty for the root
 * @param about the chart's own file
 * @param defaults its default values
 * @param variants values for single environments, by environment
 * @param templates in the order of their paths
 * @param parts charts that lie inside it
 */
record Chart(
        String directory,
        Tree about,
        Tree defaults,
        Map<String, Tree> variants,
        List<Input.Template> templates,
        List<Chart> parts) {

    private static final Pattern VARIANT =
            Pattern.compile("values[-._]([\\w.-]+)\\.ya?ml|([\\w-]+)[-._]values\\.ya?ml|values/([\\w-]+)\\.ya?ml");

    String name() {
        return about.text("name").orElse(directory.substring(directory.lastIndexOf('/') + 1));
    }

    /** All charts that are not part of another one, in the order of their directories. */
    static List<Chart> all(List<Input> inputs, Origins origins) {
        TreeMap<String, Chart> charts = new TreeMap<>();
        for (Input input : inputs) {
            if (input instanceof Input.Documents file && isNamed(file.path(), "Chart.yaml")) {
                String directory =
                        file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
                file.documents()
                        .forEach(d -> charts.put(
                                directory,
                                new Chart(
                                        directory,
                                        d,
                                        Values.NOTHING,
                                        new TreeMap<>(),
                                        new ArrayList<>(),
                                        new ArrayList<>())));
            }
        }
        for (Input input : inputs) {
            owner(charts, input.path()).ifPresent(chart -> charts.put(chart.directory(), chart.with(input, origins)));
        }
        List<Chart> top = new ArrayList<>();
        for (String directory : charts.descendingKeySet()) {
            Chart chart = charts.get(directory);
            int inside = directory.lastIndexOf("/charts/");
            Chart parent = inside < 0 ? null : charts.get(directory.substring(0, inside));
            (parent == null ? top : parent.parts()).add(0, chart);
        }
        return top;
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    private static Optional<Chart> owner(Map<String, Chart> charts, String path) {
        String directory = path;
        while (!directory.isEmpty()) {
            directory = directory.substring(0, Math.max(0, directory.lastIndexOf('/')));
            Chart chart = charts.get(directory);
            if (chart != null) {
                return Optional.of(chart);
            }
        }
        return Optional.empty();
    }

    private Chart with(Input input, Origins origins) {
        String below = input.path().substring(directory.isEmpty() ? 0 : directory.length() + 1);
        if (input instanceof Input.Template template && below.startsWith("templates/")) {
            templates.add(template);
            return this;
        }
        if (!(input instanceof Input.Documents file) || file.documents().isEmpty()) {
            return this;
        }
        Tree values = file.documents().get(0);
        if (below.equals("values.yaml") || below.equals("values.yml")) {
            origins.note(file.path(), values);
            return new Chart(directory, about, values, variants, templates, parts);
        }
        Matcher variant = VARIANT.matcher(below);
        if (variant.matches()) {
            origins.note(file.path(), values);
            String name = variant.group(1) != null
                    ? variant.group(1)
                    : variant.group(2) != null ? variant.group(2) : variant.group(3);
            variants.put(name, values);
        }
        return this;
    }
}
