package io.loadline.report;

import java.util.List;

/** How each rule's subjects were judged, so that silence can be told from success. */
record HtmlCoverage(Report report, Html html) {

    private static final double WIDTH = 160;
    private static final int MOST = 400;

    void write() {
        HtmlFrame.section(
                "coverage",
                "Rules",
                "How often each question was asked, and how it was answered. What could not be judged is no pass.",
                html);
        List<Report.RuleCoverage> telling = report.coverage().stream()
                .filter(rule -> rule.breach() + rule.unknown() > 0)
                .toList();
        List<Report.RuleCoverage> held = report.coverage().stream()
                .filter(rule -> rule.breach() + rule.unknown() == 0 && rule.holds() > 0)
                .toList();
        List<Report.RuleCoverage> idle = report.coverage().stream()
                .filter(rule -> rule.breach() + rule.unknown() + rule.holds() == 0)
                .toList();
        if (report.coverage().isEmpty()) {
            html.leaf("p", "No rule was asked.", "class", "nothing");
        }
        table(telling);
        fold(Figures.count(held.size(), "rule held", "rules held") + " everywhere", held);
        fold(Figures.count(idle.size(), "rule had", "rules had") + " nothing to judge", idle);
        html.close();
    }

    private void fold(String title, List<Report.RuleCoverage> rules) {
        if (!rules.isEmpty()) {
            html.open("details", "class", "fold").leaf("summary", title);
            table(rules);
            html.close();
        }
    }

    private void table(List<Report.RuleCoverage> rules) {
        if (rules.isEmpty()) {
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "rules");
        html.raw("<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Answers</th><th scope=\"col\">Holds</th>"
                + "<th scope=\"col\">Broken</th><th scope=\"col\">Unknown</th></tr></thead>");
        html.open("tbody");
        rules.stream().limit(MOST).forEach(this::rule);
        html.close(3);
    }

    private void rule(Report.RuleCoverage rule) {
        html.raw("\n").open("tr").open("th", "scope", "row").leaf("code", rule.rule());
        report.rule(rule.rule())
                .ifPresent(info -> html.leaf("small", info.card().title()));
        html.close().open("td");
        stack(rule);
        html.close();
        for (int count : new int[] {rule.holds(), rule.breach(), rule.unknown()}) {
            html.leaf("td", String.valueOf(count), "class", count == 0 ? "number zero" : "number");
        }
        html.close();
    }

    private void stack(Report.RuleCoverage rule) {
        double all = rule.holds() + rule.breach() + rule.unknown();
        html.picture("stack", 160, 10).rect("track", 0, 0, WIDTH, 10, 3);
        double at = 0;
        String[] kinds = {"holds", "breach", "unsure"};
        int[] counts = {rule.holds(), rule.breach(), rule.unknown()};
        for (int i = 0; i < kinds.length; i++) {
            if (counts[i] > 0) {
                double width = Math.max(3, (WIDTH - 6) * counts[i] / all);
                html.rect(kinds[i], at, 0, width - 1, 10, 0);
                at += width;
            }
        }
        html.close();
    }
}
