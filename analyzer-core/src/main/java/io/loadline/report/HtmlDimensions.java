package io.loadline.report;

import io.loadline.rule.Dimension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each side of scaling on a card, the weakest service first. */
record HtmlDimensions(Report report, Html html) {

    private static final int WORST = 4;

    void write() {
        HtmlFrame.section(
                "dimensions",
                "Dimensions",
                "The sides of scaling, each with the services that are weakest there.",
                html);
        TreeSet<Dimension> asked = new TreeSet<>();
        report.services()
                .forEach(service -> asked.addAll(service.score().dimensions().keySet()));
        if (asked.isEmpty()) {
            html.leaf("p", "No service was judged.", "class", "nothing");
        }
        html.open("div", "class", "cards");
        asked.forEach(this::card);
        html.close(2);
    }

    private void card(Dimension dimension) {
        Map<String, Double> scores = new TreeMap<>();
        report.services().forEach(service -> {
            Double score = service.score().dimensions().get(dimension);
            if (score != null) {
                scores.put(service.id(), score);
            }
        });
        long causes =
                report.open().stream().filter(f -> f.dimension() == dimension).count();
        double lowest =
                scores.values().stream().mapToDouble(Double::doubleValue).min().orElse(100);
        html.raw("\n").open("article", "class", causes == 0 ? "card calm" : "card");
        html.leaf("h3", dimension.title());
        html.open("p", "class", "big").leaf("b", Figures.plain(lowest));
        html.leaf("small", causes == 0 ? "nothing found" : Figures.count(causes, "root cause", "root causes"))
                .close();
        List<Map.Entry<String, Double>> worst = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(score -> score.getValue() < 100)
                .limit(WORST)
                .toList();
        html.open("ul", "class", "bars");
        worst.forEach(score -> bar(score.getKey(), score.getValue()));
        html.close(2);
    }

    private void bar(String service, double score) {
        html.open("li").leaf("span", service);
        html.picture("meter", 70, 6).rect("track", 0, 0, 70, 6, 3);
        html.rect("fill", 0, 0, Math.max(1, score * 0.7), 6, 3).close();
        html.leaf("b", Figures.plain(score)).close();
    }
}
