package io.loadline.report;

import io.loadline.score.Level;
import java.util.List;

/** How the numbers come about, with every weight. */
record HtmlMethod(Report report, Html html) {

    void write() {
        HtmlFrame.section(
                "method",
                "Method",
                "Three separate answers: a level for gates, a score for trends, ceilings for planning.",
                html);
        score();
        weights();
        levels();
        limits();
        html.leaf("p", report.tool().name() + " " + report.tool().version(), "class", "colophon");
        html.close();
    }

    private void score() {
        html.leaf("h3", "Score");
        html.raw("<p class=\"formula\"><var>S</var> = 100 · Π (1 − <var>p<sub>g</sub></var>)"
                + "<span class=\"gap\"></span><var>p<sub>g</sub></var> = impact · confidence · reach</p>");
        html.leaf(
                "p",
                "Each root cause g takes away its share once, however many places it shows at. Nothing is divided by the size of the"
                        + " code, so clean code cannot dilute a finding. Fixing a cause gives S / (1 − p) − S points, exactly.");
        html.leaf(
                "p",
                "Reach is 1 for what concerns a whole service; otherwise it is tier · (base + spread · (1 − e^(−k / scale))) for k"
                        + " ways in that lead to the place. The interval counts every unknown once as broken and once as held; unknowns never raise a score.");
    }

    private void weights() {
        List<String> groups =
                report.weights().stream().map(Report.Weight::group).distinct().toList();
        html.open("div", "class", "weights");
        for (String group : groups) {
            html.open("table").leaf("caption", group).open("tbody");
            for (Report.Weight weight : report.weights()) {
                if (weight.group().equals(group)) {
                    html.open("tr").leaf("th", weight.name(), "scope", "row");
                    html.leaf("td", Figures.rounded(weight.value(), 3).toPlainString(), "class", "number")
                            .close();
                }
            }
            html.close(2);
        }
        html.close();
    }

    private void levels() {
        html.leaf("h3", "Level");
        html.leaf(
                "p",
                "The highest level for which no confident must-check fails. “Unverified” means that one of them could not be judged.");
        html.open("dl", "class", "levels");
        for (Level level : Level.values()) {
            html.open("div")
                    .leaf("dt", level + " " + level.word())
                    .leaf("dd", level.meaning())
                    .close();
        }
        html.close();
    }

    private void limits() {
        html.leaf("h3", "What this cannot know");
        html.leaf(
                "p",
                "Milliseconds, traffic and data volumes are not written in code. Ceilings are what configuration sets, not what a load"
                        + " test would show; a service may break earlier for reasons that only running it reveals.");
    }
}
