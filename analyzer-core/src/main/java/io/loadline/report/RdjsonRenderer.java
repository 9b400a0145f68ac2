package io.loadline.report;

import io.loadline.evidence.Location;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.io.IOException;

/** reviewdog's diagnostic format. */
public final class RdjsonRenderer implements Renderer {

    private final String prefix;

    /** Paths start at the repository's root, which the prefix leads from. */
    public RdjsonRenderer(String pathPrefix) {
        this.prefix = pathPrefix;
    }

    @Override
    public String format() {
        return "rdjson";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        try (JsonText json = new JsonText(out)) {
            json.object(() -> {
                json.object("source", () -> json.text("name", report.tool().name()));
                json.objects("diagnostics", report.open(), finding -> diagnostic(finding, json));
            });
        }
    }

    private void diagnostic(Finding finding, JsonText json) throws IOException {
        Location at = finding.at();
        json.text("message", Sentences.all(finding));
        json.object("location", () -> {
            json.text("path", Places.path(prefix, at));
            json.object("range", () -> {
                json.object("start", () -> position(at.line(), at.column(), json));
                json.object("end", () -> position(at.endLine(), at.endColumn() + 1, json));
            });
        });
        json.text("severity", severity(finding.severity()));
        json.object("code", () -> json.text("value", finding.rule()));
    }

    private static void position(int line, int column, JsonText json) throws IOException {
        json.number("line", line);
        json.number("column", column);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case BLOCKER, MAJOR -> "ERROR";
            case MINOR -> "WARNING";
            case INFO -> "INFO";
        };
    }
}
