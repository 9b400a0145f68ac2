package io.loadline.report;

import io.loadline.evidence.Location;
import java.util.List;
import java.util.function.Consumer;

/** What was accepted on purpose, what could not be judged and what could not be read. */
record HtmlOpenEnds(Report report, Html html) {

    private static final int MOST = 250;

    void write() {
        HtmlFrame.section(
                "open-ends",
                "Open ends",
                "Accepted on purpose, not judged, not read. Each unknown names what would settle it.",
                html);
        list("Unknown", report.unknowns(), List.of("Subject", "Settled by", "Rule", "Place"), unknown -> {
            html.leaf("th", unknown.subject(), "scope", "row").leaf("td", unknown.settledBy());
            code(unknown.rule());
            place(unknown.at());
        });
        list("Suppressed", report.suppressed(), List.of("Root cause", "Because", "Rule", "Place"), finding -> {
            html.leaf("th", finding.message(), "scope", "row");
            html.leaf("td", finding.suppressionReason().orElse(""));
            code(finding.rule());
            place(finding.at());
        });
        list("Problems", report.problems(), List.of("What happened", "Stage", "Place"), problem -> {
            html.leaf("th", problem.message(), "scope", "row").leaf("td", problem.stage());
            place(problem.at());
        });
        html.close();
    }

    private <T> void list(String title, List<T> elements, List<String> columns, Consumer<T> row) {
        html.open("h3")
                .text(title + " ")
                .leaf("span", String.valueOf(elements.size()), "class", "count")
                .close();
        if (elements.isEmpty()) {
            html.leaf("p", "None.", "class", "nothing");
            return;
        }
        html.open("div", "class", "scroll")
                .open("table", "class", "ends")
                .open("thead")
                .open("tr");
        columns.forEach(column -> html.leaf("th", column, "scope", "col"));
        html.close(2).open("tbody");
        elements.stream().limit(MOST).forEach(element -> {
            html.raw("\n").open("tr");
            row.accept(element);
            html.close();
        });
        html.close(3);
        HtmlFrame.more(elements.size() - MOST, html);
    }

    private void code(String text) {
        html.open("td").leaf("code", text).close();
    }

    private void place(Location at) {
        html.open("td").leaf("code", Places.line(at), "class", "place").close();
    }
}
