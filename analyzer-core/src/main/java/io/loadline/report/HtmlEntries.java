package io.loadline.report;

import io.loadline.evidence.Evidence;
import java.util.List;
import java.util.Map;

/** What a call costs and how long it may hang, for each way in. */
record HtmlEntries(Report report, Html html) {

    private static final int MOST = 200;
    private static final double WIDTH = 110;

    /** A bar is full at a quarter of an hour; the scale is logarithmic because waits range from milliseconds to minutes. */
    private static final double LONGEST = 900;

    void write() {
        boolean costs = report.entries().stream().anyMatch(HtmlEntries::costs);
        HtmlFrame.section(
                "entries",
                "Ways in",
                costs
                        ? "What one call costs in remote calls and queries, and the longest it may wait as configured."
                        : "The longest that one call may wait for others, as configured.",
                html);
        if (report.entries().isEmpty()) {
            html.leaf("p", "No way in was found.", "class", "nothing").close();
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "entries");
        html.raw("<thead><tr><th scope=\"col\">Way in</th>"
                + (costs ? "<th scope=\"col\">Cost of one call</th><th scope=\"col\">Grows</th>" : "")
                + "<th scope=\"col\">Worst configured wait</th></tr></thead>");
        html.open("tbody");
        report.entries().stream().limit(MOST).forEach(entry -> entry(entry, costs));
        html.close(3);
        HtmlFrame.more(report.entries().size() - MOST, html);
        html.close();
    }

    private static boolean costs(Report.Entry entry) {
        return !entry.cost().isEmpty();
    }

    private void entry(Report.Entry entry, boolean costs) {
        html.raw("\n").open("tr").open("th", "scope", "row");
        html.leaf("span", entry.id(), "class", "name");
        html.open("small").leaf("span", entry.service(), "class", "tag").text(" " + entry.kind() + " ");
        html.leaf("code", Places.brief(entry.at()), "title", Places.place(entry.at()))
                .close(2);
        if (costs) {
            cost(entry);
        }
        html.open("td");
        wait(entry);
        html.close(2);
    }

    private void cost(Report.Entry entry) {
        html.open("td").open("dl", "class", "cost");
        for (Map.Entry<String, String> cost : entry.cost().entrySet()) {
            html.open("div")
                    .leaf("dt", cost.getKey())
                    .open("dd")
                    .leaf("code", cost.getValue())
                    .close(2);
        }
        html.close(2);
        html.open("td", "class", "growth");
        if (costs(entry)) {
            Icons.icon(entry.degree() == 0 ? "ok" : entry.degree() == 1 ? "minor" : "major", html);
            html.leaf("span", growth(entry.degree()));
        }
        html.close();
    }

    private static String growth(int degree) {
        return switch (degree) {
            case 0 -> "constant";
            case 1 -> "with the data";
            case 2 -> "with its square";
            default -> "with its power of " + degree;
        };
    }

    private void wait(Report.Entry entry) {
        html.open("div", "class", "wait");
        if (entry.waitUnbounded()) {
            bar("endless", WIDTH);
            html.leaf("b", "unbounded");
        } else if (entry.waitSeconds() == null) {
            Icons.icon("unknown", html);
            html.leaf("span", "unknown");
        } else if (entry.waitSeconds() == 0 && entry.because().isEmpty()) {
            html.leaf("span", "no remote call waited for", "class", "zero");
        } else {
            double seconds = entry.waitSeconds();
            bar("", WIDTH * Math.min(1, Math.log1p(seconds * 10) / Math.log1p(LONGEST * 10)));
            html.leaf("b", Figures.seconds(seconds));
        }
        html.close();
        because(entry.because());
    }

    private void bar(String kind, double filled) {
        html.picture("bar", 110, 10).rect("track", 0, 0, WIDTH, 10, 3);
        html.rect("fill " + kind, 0, 0, Math.max(2, filled), 10, 3).close();
    }

    private void because(List<Evidence> steps) {
        if (steps.isEmpty()) {
            return;
        }
        html.open("details", "class", "why").leaf("summary", "because").open("ul", "class", "plain");
        for (Evidence step : steps.stream().limit(12).toList()) {
            html.open("li").text(step.label()).text(" ");
            html.leaf("code", Places.brief(step.at()), "title", Places.place(step.at()))
                    .close();
        }
        html.close(2);
    }
}
