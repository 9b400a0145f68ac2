package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.util.Map;
import java.util.Optional;

/** What a chart says of the charts that lie inside it. */
final class Parts {

    private Parts() {}

    /** The part's own defaults with what the chart says under the part's name laid over them. */
    static Tree values(Chart chart, Chart part, Tree values) {
        Tree merged = values.at(alias(chart, part))
                .map(own -> Values.merged(part.defaults(), own))
                .orElse(part.defaults());
        return values.at("global")
                .map(global -> Values.merged(merged, Values.mapping(Map.of("global", global))))
                .orElse(merged);
    }

    /** Whether the condition that the chart states for the part holds; without one it is wanted. */
    static boolean isWanted(Chart chart, Chart part, Tree values) {
        return dependency(chart, part)
                .flatMap(d -> d.text("condition"))
                .flatMap(condition -> values.at(condition.split(",")[0].strip().split("\\.")))
                .map(Values::isTrue)
                .orElse(true);
    }

    private static String alias(Chart chart, Chart part) {
        return dependency(chart, part).flatMap(d -> d.text("alias")).orElse(part.name());
    }

    private static Optional<Tree> dependency(Chart chart, Chart part) {
        return chart.about().items("dependencies").stream()
                .filter(d -> d.text("name").filter(part.name()::equals).isPresent())
                .findFirst();
    }
}
