package io.loadline.report;

import org.jspecify.annotations.Nullable;

/** What services ask of the things they share, against what those give. */
record HtmlResources(Report report, Html html) {

    private static final int MOST = 150;
    private static final double WIDTH = 220;

    void write() {
        HtmlFrame.section(
                "resources",
                "Resources",
                "What all replicas ask for, steadily (dark) and during a rollout (light), against what the resource gives (the line).",
                html);
        if (report.resources().isEmpty()) {
            html.leaf("p", "No shared resource was found.", "class", "nothing").close();
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "resources");
        html.raw("<thead><tr><th scope=\"col\">Resource</th><th scope=\"col\">Demand</th>"
                + "<th scope=\"col\">Supply</th><th scope=\"col\">Result</th></tr></thead>");
        html.open("tbody");
        report.resources().stream().limit(MOST).forEach(this::resource);
        html.close(3);
        HtmlFrame.more(report.resources().size() - MOST, html);
        html.close();
    }

    private void resource(Report.Resource resource) {
        Long supply = resource.supply();
        html.raw("\n").open("tr").open("th", "scope", "row");
        html.leaf("span", resource.id(), "class", "name")
                .leaf("small", resource.kind())
                .close();
        html.open("td");
        bullet(resource, supply);
        html.open("small").leaf("b", Figures.grouped(resource.steadyDemand())).text(" steady, ");
        html.leaf("b", Figures.grouped(resource.rolloutDemand()))
                .text(" during a rollout")
                .close();
        HtmlForecast.chips(resource.evidence(), html);
        html.close();
        html.open("td").leaf("b", supply == null ? "unknown" : Figures.grouped(supply));
        html.leaf("small", supply == null ? "nothing states it" : resource.supplySource());

        html.close().open("td", "class", "growth");
        result(resource, supply);
        html.close(2);
    }

    private void bullet(Report.Resource resource, @Nullable Long supply) {
        long demand = Math.max(resource.rolloutDemand(), resource.steadyDemand());
        long most = Math.max(demand, supply == null ? 0 : supply);
        double scale = WIDTH / Math.max(1, most * 1.05);
        html.picture("bullet", 220, 20).rect("track", 0, 3, WIDTH, 14, 3);
        html.rect("rollout", 0, 3, Math.max(1, resource.rolloutDemand() * scale), 14, 3);
        html.rect("steady", 0, 6, Math.max(1, resource.steadyDemand() * scale), 8, 2);
        if (supply != null) {
            html.rect("supply", Math.max(0, supply * scale - 1.5), 0, 3, 20, 1.5);
        }
        html.close();
    }

    private void result(Report.Resource resource, @Nullable Long supply) {
        if (supply == null) {
            said("unknown", "cannot be judged");
            return;
        }
        long steady = supply - resource.steadyDemand();
        long rollout = supply - resource.rolloutDemand();
        if (steady < 0) {
            said(
                    "blocker",
                    "short by " + Figures.grouped(-steady) + ", during a rollout by " + Figures.grouped(-rollout));
        } else if (rollout < 0) {
            said("major", "short by " + Figures.grouped(-rollout) + " during a rollout");
        } else {
            said("ok", Figures.grouped(rollout) + " to spare");
        }
    }

    private void said(String icon, String text) {
        Icons.icon(icon, html);
        html.leaf("span", text);
    }
}
