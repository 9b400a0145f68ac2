package io.loadline.report;

import io.loadline.verdict.Finding;
import java.io.IOException;

/** GitLab's code quality report: open findings with fingerprints that contain no line. */
public final class GitlabRenderer implements Renderer {

    private final String prefix;

    /** Paths start at the repository's root, which the prefix leads from. */
    public GitlabRenderer(String pathPrefix) {
        this.prefix = pathPrefix;
    }

    @Override
    public String format() {
        return "gitlab";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        try (JsonText json = new JsonText(out)) {
            json.array(() -> json.objects(report.open(), finding -> issue(finding, json)));
        }
    }

    private void issue(Finding finding, JsonText json) throws IOException {
        json.text("description", Sentences.all(finding));
        json.text("check_name", finding.rule());
        json.text("fingerprint", finding.fingerprint());
        json.text("severity", finding.severity().word());
        json.object("location", () -> {
            json.text("path", Places.path(prefix, finding.at()));
            json.object("lines", () -> {
                json.number("begin", finding.at().line());
                json.number("end", finding.at().endLine());
            });
        });
    }
}
