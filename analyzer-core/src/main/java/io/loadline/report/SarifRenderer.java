package io.loadline.report;

import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0. The full form tells everything: suppressed results, the state against the baseline, what could not be judged. The
 * form for GitHub holds open findings only, at most as many as GitHub shows.
 */
public final class SarifRenderer implements Renderer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Form form;
    private final String prefix;

    private SarifRenderer(Form form, String prefix) {
        this.form = form;
        this.prefix = prefix;
    }

    /** Everything; URIs start at the repository's root, which the prefix leads from. */
    public static SarifRenderer full(String pathPrefix) {
        return new SarifRenderer(Form.FULL, pathPrefix);
    }

    /** What GitHub code scanning takes: open findings, the worst 5,000. */
    public static SarifRenderer forGithub(String pathPrefix) {
        return new SarifRenderer(Form.GITHUB, pathPrefix);
    }

    private enum Form {
        FULL("sarif", Integer.MAX_VALUE),
        GITHUB("sarif-github", 5_000);

        private final String format;
        private final int most;

        Form(String format, int most) {
            this.format = format;
            this.most = most;
        }

        Stream<Finding> told(Report report) {
            return (this == FULL ? report.findings() : report.open()).stream().limit(most);
        }

        List<Report.Unknown> unknowns(Report report) {
            return this == FULL ? report.unknowns() : List.of();
        }

        Set<String> rules(Report report) {
            Stream<String> used = Stream.concat(
                    told(report).map(Finding::rule), unknowns(report).stream().map(Report.Unknown::rule));
            Stream<String> known = report.tool().packs().stream()
                    .flatMap(pack -> pack.rules().stream())
                    .map(Report.RuleInfo::id);
            return (this == FULL ? Stream.concat(used, known) : used).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public String format() {
        return form.format;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<String> rules = List.copyOf(form.rules(report));
        try (JsonText json = new JsonText(out)) {
            json.object(() -> {
                json.text("$schema", SCHEMA);
                json.text("version", "2.1.0");
                json.array("runs", () -> json.object(() -> run(report, rules, json)));
            });
        }
    }

    private void run(Report report, List<String> rules, JsonText json) throws IOException {
        SarifResults results = new SarifResults(report, rules, prefix, form == Form.FULL, json);
        json.object(
                "tool",
                () -> json.object("driver", () -> {
                    json.text("name", report.tool().name());
                    json.text("version", report.tool().version());
                    json.objects("rules", rules, id -> new SarifRule(report, id).write(json));
                }));
        json.array(
                "invocations",
                () -> json.object(() -> {
                    json.flag("executionSuccessful", true);
                    json.objects("toolExecutionNotifications", report.problems(), results::problem);
                }));
        json.object("automationDetails", () -> json.text("id", "loadline/" + category(report.title()) + "/"));
        json.text("columnKind", "utf16CodeUnits");
        json.array("results", () -> {
            json.objects(form.told(report).toList(), results::finding);
            json.objects(form.unknowns(report), results::unknown);
        });
    }

    private static String category(String title) {
        return title.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
