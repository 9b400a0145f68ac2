package io.loadline.report;

import io.loadline.rule.Dimension;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** All open root causes, those first whose repair gains most, with filters. */
record HtmlFindings(Report report, Html html) {

    /** From here on a finding is told briefly, and then no more, so that the page stays below two megabytes. */
    private static final long FULL_UNTIL = 1_150_000;

    private static final long BRIEF_UNTIL = 1_450_000;

    void write() {
        List<Finding> open = report.open().stream()
                .sorted(Comparator.comparingDouble(
                        (Finding f) -> -report.gain(f).orElse(0.0)))
                .toList();
        HtmlFrame.section(
                "causes",
                "Root causes",
                "One entry for each cause, however many places it shows at. “Fix it” is exact: the points that its service gains.",
                html);
        if (open.isEmpty()) {
            html.leaf("p", "No root cause was found.", "class", "nothing").close();
            return;
        }
        filters(open);
        html.open("div", "id", "list");
        int told = 0;
        HtmlFinding finding = new HtmlFinding(report, html, services(open));
        for (Finding cause : open) {
            if (html.bytes() > BRIEF_UNTIL) {
                break;
            }
            finding.write(cause, told, html.bytes() < FULL_UNTIL);
            told++;
        }
        html.close();
        HtmlFrame.more(open.size() - told, html);
        html.close();
    }

    private void filters(List<Finding> open) {
        html.open(
                "form",
                "id",
                "filters",
                "class",
                "filters scripted",
                "role",
                "search",
                "aria-label",
                "Filter root causes");
        html.open("fieldset").leaf("legend", "Severity", "class", "hidden");
        for (Severity severity : List.of(Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO)) {
            html.open("label", "class", "toggle " + severity.word());
            html.empty("input", "type", "checkbox", "name", "severity", "value", severity.word(), "checked", "");
            html.open("span");
            Icons.severity(severity, html);
            html.text(severity.word()).close(2);
        }
        html.close();
        choice("service", "All services", services(open), Function.identity());
        choice("dimension", "All dimensions", dimensions(open), HtmlFindings::title);
        choice(
                "rule",
                "All rules",
                open.stream().map(Finding::rule).distinct().sorted().toList(),
                Function.identity());
        html.empty(
                "input",
                "type",
                "search",
                "name",
                "text",
                "placeholder",
                "Search",
                "aria-label",
                "Search in root causes");
        html.open("select", "name", "order", "aria-label", "Order");
        html.leaf("option", "Most gained first", "value", "gain")
                .leaf("option", "Worst first", "value", "severity")
                .close();
        html.leaf("button", "Open all", "type", "button", "id", "unfold", "class", "quiet");
        html.leaf(
                "output",
                Figures.count(open.size(), "root cause", "root causes"),
                "id",
                "shown",
                "aria-live",
                "polite");
        html.close();
    }

    private void choice(String name, String all, List<String> values, Function<String, String> label) {
        html.open("select", "name", name, "aria-label", all).leaf("option", all, "value", "");
        for (String value : values.stream().limit(300).toList()) {
            html.leaf(
                    "option",
                    label.apply(value),
                    "value",
                    name.equals("service") ? String.valueOf(values.indexOf(value)) : value);
        }
        html.close();
    }

    private static List<String> services(List<Finding> open) {
        return open.stream()
                .flatMap(finding -> finding.services().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> dimensions(List<Finding> open) {
        return open.stream()
                .map(Finding::dimension)
                .distinct()
                .sorted()
                .map(Dimension::name)
                .toList();
    }

    private static String title(String dimension) {
        return Dimension.valueOf(dimension).title();
    }
}
