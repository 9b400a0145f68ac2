package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.List;

/** SonarQube's generic external issues, with the rules they refer to. */
public final class SonarRenderer implements Renderer {

    private final String prefix;

    /** Paths start at the directory that SonarQube analyses, which the prefix leads from. */
    public SonarRenderer(String pathPrefix) {
        this.prefix = pathPrefix;
    }

    @Override
    public String format() {
        return "sonar";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<String> rules =
                report.open().stream().map(Finding::rule).sorted().distinct().toList();
        try (JsonText json = new JsonText(out)) {
            json.object(() -> {
                json.objects("rules", rules, id -> rule(report, id, json));
                json.objects("issues", report.open(), finding -> issue(finding, json));
            });
        }
    }

    private static void rule(Report report, String id, JsonText json) throws IOException {
        String title = report.rule(id).map(rule -> rule.card().title()).orElse(id);
        Severity severity = report.rule(id).map(rule -> rule.card().severity()).orElse(Severity.MAJOR);
        json.text("id", id);
        json.text("name", title);
        json.text("description", title);
        json.text("engineId", report.tool().name());
        json.text("cleanCodeAttribute", "EFFICIENT");
        json.array(
                "impacts",
                () -> json.object(() -> {
                    json.text("softwareQuality", "RELIABILITY");
                    json.text("severity", impact(severity));
                }));
    }

    private void issue(Finding finding, JsonText json) throws IOException {
        json.text("ruleId", finding.rule());
        json.object("primaryLocation", () -> place(finding.at(), Sentences.all(finding), json));
        json.objects(
                "secondaryLocations",
                finding.evidence().stream()
                        .filter(step -> !step.at().equals(finding.at()))
                        .toList(),
                (Evidence step) -> place(step.at(), Plain.line(step.label()), json));
    }

    /** Whole lines only: SonarQube refuses the entire file for a column behind a line's end. */
    private void place(Location at, String message, JsonText json) throws IOException {
        json.text("message", message);
        json.text("filePath", Places.path(prefix, at));
        json.object("textRange", () -> json.number("startLine", at.line()));
    }

    private static String impact(Severity severity) {
        return switch (severity) {
            case BLOCKER -> "BLOCKER";
            case MAJOR -> "HIGH";
            case MINOR -> "MEDIUM";
            case INFO -> "INFO";
        };
    }
}
