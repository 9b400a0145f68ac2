package io.loadline.report;

import io.loadline.rule.Severity;
import io.loadline.score.Level;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Finding.BaselineState;
import java.util.List;
import java.util.stream.Collectors;

/** The answer, how it was come by, and how far each service stands. */
record HtmlVerdict(Report report, Html html) {

    private static final int FIRST = 12;

    /** What the one environment of a system is called that names none. */
    private static final String UNNAMED = "default";

    private static final int MOST = 200;
    private static final double STEP = 22;
    private static final int HIGHEST = 34;
    private static final double GAUGE = 1.2;

    void write() {
        html.raw("\n").open("section", "id", "verdict", "aria-labelledby", "answer");
        answer();
        read();
        tally();
        services();
        html.close();
    }

    /** The first sentence is the answer, the others say what to do about it. */
    private void answer() {
        String verdict = report.verdict();
        int end = verdict.indexOf(". ") + 1;
        html.leaf("h1", end == 0 ? verdict : verdict.substring(0, end), "id", "answer");
        if (end > 0) {
            html.leaf("p", verdict.substring(end).strip(), "class", "next");
        }
    }

    private void read() {
        Report.Inputs inputs = report.inputs();
        html.open("p", "class", "read");
        html.text("Read: " + Figures.count(inputs.javaFiles(), "Java file", "Java files") + " with "
                + Figures.grouped(inputs.javaLines()) + " lines, "
                + Figures.count(inputs.configFiles(), "configuration file", "configuration files") + ", "
                + Figures.count(inputs.manifestDocuments(), "manifest", "manifests") + ". "
                + Figures.percent(inputs.resolvedCallShare()) + " of method calls resolved.");
        String environments =
                report.environments().stream().map(Report.Environment::name).collect(Collectors.joining(", "));
        if (!environments.isEmpty() && !environments.equals(UNNAMED)) {
            html.text(" Judged for: " + environments + ".");
        }
        html.close();
    }

    private void tally() {
        html.open("ul", "class", "tally", "aria-label", "Root causes by severity");
        for (Severity severity : List.of(Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO)) {
            long count = report.count(severity);
            html.open("li", "class", count == 0 ? "none" : severity.word());
            Icons.severity(severity, html);
            html.leaf("b", String.valueOf(count)).text(" " + severity.word()).close();
        }
        long fresh = report.open().stream()
                .filter(finding -> finding.state() == BaselineState.NEW)
                .count();
        if (fresh > 0 || !report.fixed().isEmpty()) {
            html.open("li", "class", "since").leaf("b", String.valueOf(fresh)).text(" new, ");
            html.leaf("b", String.valueOf(report.fixed().size()))
                    .text(" fixed since the baseline")
                    .close();
        }
        html.close();
    }

    private void services() {
        List<Report.Service> services = report.services();
        table(services.subList(0, Math.min(FIRST, services.size())));
        if (services.size() > FIRST) {
            List<Report.Service> rest = services.subList(FIRST, Math.min(MOST, services.size()));
            html.open("details", "class", "fold");
            html.leaf("summary", Figures.count(rest.size(), "more service", "more services"));
            table(rest);
            html.close();
        }
        HtmlFrame.more(services.size() - MOST, html);
    }

    private void table(List<Report.Service> services) {
        if (services.isEmpty()) {
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "services");
        html.leaf("caption", "Level, score and coverage of each service", "class", "hidden");
        html.raw("<thead><tr><th scope=\"col\">Service</th><th scope=\"col\">Level</th>"
                + "<th scope=\"col\">Score</th><th scope=\"col\">Judged</th></tr></thead>");
        html.open("tbody");
        Ladder.worstFirst(services).forEach(this::service);
        html.close(3);
    }

    private void service(Report.Service service) {
        ServiceScore score = service.score();
        html.raw("\n").open("tr").open("th", "scope", "row");
        html.leaf("span", service.id(), "class", "name");
        String runs = String.join(", ", service.workloads());
        html.leaf("small", runs.isEmpty() ? service.kind() : runs).close();
        if (!score.isJudged()) {
            html.raw("<td colspan=\"2\">not judged: nothing that the rules ask about was found</td>");
            html.leaf("td", Figures.percent(0), "class", "number").close();
            return;
        }
        html.open("td", "class", "level").open("div", "class", "standing");
        ladder(score);
        html.open("div").leaf("b", score.level() + " " + score.level().word());
        if (!score.verified()) {
            html.leaf("small", "unverified");
        }
        html.leaf("small", Ladder.distance(score)).close(3);
        html.open("td").open("div", "class", "score");
        html.leaf("span", score.grade(), "class", "grade");
        gauge(score);
        html.open("div").leaf("b", Figures.plain(score.value()));
        html.leaf("small", Figures.plain(score.low()) + "–" + Figures.plain(score.high()));
        if (score.withoutSuppressions() < score.value()) {
            html.leaf("small", Figures.plain(score.withoutSuppressions()) + " without suppressions");
        }
        html.close(3);
        html.leaf("td", Figures.percent(score.coverage()), "class", "number").close();
    }

    /** Five steps; those reached are filled, the last one hatched when it could not be verified. */
    private void ladder(ServiceScore score) {
        html.picture("ladder", 106, HIGHEST);
        int step = 0;
        for (Level level : Level.values()) {
            double height = 10 + 6.0 * step;
            html.rect(look(level, score), STEP * step, HIGHEST - height, 18, height, 2);
            step++;
        }
        html.close();
    }

    private static String look(Level level, ServiceScore score) {
        if (level.compareTo(score.level()) > 0) {
            return "todo";
        }
        String look = score.level() == Level.L0 ? "floor" : "done";
        return level == score.level() && !score.verified() ? look + " unsure" : look;
    }

    /** A scale from 0 to 100 with the interval as a band and the value as a line. */
    private void gauge(ServiceScore score) {
        double low = score.low() * GAUGE;
        html.picture("gauge", 120, 22).rect("track", 0, 7, 100 * GAUGE, 8, 4);
        html.rect("band", low, 7, Math.max(3, score.high() * GAUGE - low), 8, 3);
        html.rect("tick", Math.max(0, score.value() * GAUGE - 1.5), 2, 3, 18, 1.5)
                .close();
    }
}
