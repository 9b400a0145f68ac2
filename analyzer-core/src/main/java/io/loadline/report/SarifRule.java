package io.loadline.report;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule as SARIF describes it. A rule that no pack describes still gets its id. */
record SarifRule(Report report, String id) {

    void write(JsonText json) throws IOException {
        Optional<Report.RuleInfo> info = report.rule(id);
        json.text("id", id);
        json.text("name", name());
        if (info.isPresent()) {
            described(info.get(), json);
        }
    }

    private void described(Report.RuleInfo info, JsonText json) throws IOException {
        String title = info.card().title();
        Severity severity = info.card().severity();
        json.object("shortDescription", () -> json.text("text", title));
        json.object(
                "fullDescription", () -> json.text("text", opening(info.page()).orElse(title)));
        if (!info.page().isBlank()) {
            json.object("help", () -> {
                json.text("text", info.page());
                json.text("markdown", info.page());
            });
        }
        json.object("defaultConfiguration", () -> json.text("level", level(severity)));
        Optional<Confidence> precision = precision();
        json.object("properties", () -> {
            if (precision.isPresent()) {
                json.text("precision", precision.get().word());
            }
            json.text("problem.severity", problemSeverity(severity));
            json.texts("tags", List.of("scaling", info.card().dimension().word()));
        });
    }

    /** What the surest finding of the rule rests on. */
    private Optional<Confidence> precision() {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(id))
                .map(Finding::confidence)
                .max(Comparator.naturalOrder());
    }

    private String name() {
        return Stream.of(id.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The first paragraph of a page that is no heading. */
    private static Optional<String> opening(String page) {
        return Stream.of(page.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty() && Character.isLetterOrDigit(paragraph.codePointAt(0)))
                .map(paragraph -> paragraph.replaceAll("\\s+", " "))
                .findFirst();
    }

    static String level(Severity severity) {
        return switch (severity) {
            case BLOCKER, MAJOR -> "error";
            case MINOR -> "warning";
            case INFO -> "note";
        };
    }

    private static String problemSeverity(Severity severity) {
        return switch (severity) {
            case BLOCKER, MAJOR -> "error";
            case MINOR -> "warning";
            case INFO -> "recommendation";
        };
    }
}
