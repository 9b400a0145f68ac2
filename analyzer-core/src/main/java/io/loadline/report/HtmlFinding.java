package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One root cause: a line that unfolds. */
record HtmlFinding(Report report, Html html, List<String> services) {

    private static final int STEPS = 20;
    private static final int PLACES = 30;

    void write(Finding finding, int number, boolean full) {
        html.raw("\n")
                .open(
                        "details",
                        "class",
                        "cause " + finding.severity().word(),
                        "id",
                        "cause-" + finding.fingerprint(),
                        "data-severity",
                        finding.severity().word(),
                        "data-rank",
                        String.valueOf(rank(finding.severity())),
                        "data-number",
                        String.valueOf(number),
                        "data-rule",
                        finding.rule(),
                        "data-dimension",
                        finding.dimension().name(),
                        "data-services",
                        finding.services().stream()
                                .map(service -> String.valueOf(services.indexOf(service)))
                                .collect(Collectors.joining(" ")));
        summary(finding);
        html.open("div", "class", "body");
        sentence("Under load", "effect", finding.effect());
        sentence("Fix", "fix", finding.fix());
        if (full) {
            path(finding);
            sites(finding.sites());
            entries(finding.reach().entries());
        }
        facts(finding);
        html.close(2);
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case BLOCKER -> 0;
            case MAJOR -> 1;
            case MINOR -> 2;
            case INFO -> 3;
        };
    }

    private void summary(Finding finding) {
        html.open("summary").open("span", "class", "sign");
        Icons.severity(finding.severity(), html);
        html.leaf("span", finding.severity().word()).close();
        html.open("span", "class", "what").leaf("strong", finding.message());
        html.open("span", "class", "meta").leaf("code", finding.rule());
        finding.services().stream().limit(3).forEach(service -> html.leaf("span", service, "class", "tag"));
        if (finding.environment() != null) {
            html.leaf("span", "only in " + finding.environment());
        }
        if (finding.state() == BaselineState.NEW) {
            html.leaf("span", "new", "class", "tag fresh");
        }
        html.leaf("span", Places.line(finding.at()), "class", "place").close(2);
        Optional<Double> gain = report.gain(finding);
        html.open("span", "class", "gain");
        if (gain.isPresent()) {
            html.leaf("small", "fix it").leaf("b", gain.get() < 0.1 ? "<0.1" : Figures.points(gain.get()));
        }
        html.close(2);
    }

    private void sentence(String label, String kind, String text) {
        if (!text.isBlank()) {
            html.open("div", "class", kind).leaf("h4", label).leaf("p", text).close();
        }
    }

    private void path(Finding finding) {
        List<Evidence> steps =
                finding.evidence().isEmpty() ? List.of(new Evidence(finding.at(), "here")) : finding.evidence();
        html.leaf("h4", steps.size() > 1 ? "How it gets there" : "Where");
        html.open("ol", "class", "path");
        for (Evidence step : steps.stream().limit(STEPS).toList()) {
            html.open("li").leaf("span", step.label(), "class", "label").text(" ");
            html.leaf("code", Places.place(step.at()), "class", "place");
            report.excerpts().line(step.at()).ifPresent(line -> excerpt(line, step.at()));
            html.close();
        }
        html.close();
        HtmlFrame.more(steps.size() - STEPS, html);
    }

    private void excerpt(String line, Location at) {
        if (line.isBlank()) {
            return;
        }
        int indent = line.length() - line.stripLeading().length();
        int from = Math.max(indent, Math.min(at.column() - 1, line.length()));
        int to = at.endLine() == at.line() ? Math.max(from, Math.min(at.endColumn(), line.length())) : line.length();
        html.open("pre")
                .leaf("span", String.valueOf(at.line()), "class", "line")
                .open("code");
        html.source(line.substring(indent, from));
        html.open("mark").source(line.substring(from, to)).close();
        html.source(line.substring(to)).close(2);
    }

    private void sites(List<Location> sites) {
        if (sites.isEmpty()) {
            return;
        }
        html.leaf("h4", "Also shows at");
        html.open("ul", "class", "plain");
        sites.stream()
                .limit(PLACES)
                .forEach(site -> html.open("li").leaf("code", Places.line(site)).close());
        html.close();
        HtmlFrame.more(sites.size() - PLACES, html);
    }

    private void entries(List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        html.leaf("h4", "Reached from");
        html.open("ul", "class", "chips");
        entries.stream().limit(PLACES).forEach(entry -> html.leaf("li", entry));
        html.close();
        HtmlFrame.more(entries.size() - PLACES, html);
    }

    private void facts(Finding finding) {
        html.open("p", "class", "facts");
        html.text(finding.confidence().word() + " confidence · "
                + finding.dimension().title() + " · ");
        report.rule(finding.rule())
                .ifPresent(rule -> html.text("asks: " + rule.card().title() + " · "));
        html.leaf("code", "loadline explain " + finding.rule()).text(" · ");
        html.leaf("code", finding.fingerprint(), "title", "fingerprint").close();
    }
}
