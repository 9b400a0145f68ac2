package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.score.Ceiling;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The contract: everything the report knows, as JSON that {@code report.schema.json} describes. */
public final class JsonRenderer implements Renderer {

    /** The version of the schema; it grows by additions only. */
    public static final String SCHEMA_VERSION = "1.0";

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        try (JsonText json = new JsonText(out)) {
            json.object(() -> new Document(report, json).write());
        }
    }

    private record Document(Report report, JsonText json) {

        private static final int SCORE = 1;
        private static final int SHARE = 4;

        void write() throws IOException {
            json.text("schemaVersion", SCHEMA_VERSION);
            json.object("tool", this::tool);
            json.text("title", report.title());
            json.text("verdict", report.verdict());
            json.object("inputs", this::inputs);
            json.objects("environments", report.environments(), environment -> {
                json.text("name", environment.name());
                json.objects("why", environment.why(), this::place);
            });
            json.objects("services", report.services(), this::service);
            json.objects("edges", report.edges(), this::edge);
            json.objects("entries", report.entries(), this::entry);
            json.objects("resources", report.resources(), this::resource);
            json.objects("findings", report.findings(), this::finding);
            json.object("coverage", () -> json.object("rules", this::coverage));
            json.objects("unknowns", report.unknowns(), unknown -> {
                json.text("rule", unknown.rule());
                json.text("subject", unknown.subject());
                place(unknown.at());
                json.text("settledBy", unknown.settledBy());
            });
            json.objects("forecast", report.forecast(), this::ceiling);
            json.texts("fixed", report.fixed());
            json.objects("problems", report.problems(), problem -> {
                place(problem.at());
                json.text("stage", problem.stage());
                json.text("message", problem.message());
            });
        }

        private void tool() throws IOException {
            json.text("name", report.tool().name());
            json.text("version", report.tool().version());
            json.objects("rulePacks", report.tool().packs(), pack -> {
                json.text("name", pack.name());
                json.text("version", pack.version());
                json.number("rules", pack.rules().size());
            });
        }

        private void inputs() throws IOException {
            Report.Inputs inputs = report.inputs();
            json.number("javaFiles", inputs.javaFiles());
            json.number("javaLines", inputs.javaLines());
            json.number("configFiles", inputs.configFiles());
            json.number("manifestDocuments", inputs.manifestDocuments());
            json.decimal("resolvedCallShare", inputs.resolvedCallShare(), SHARE);
        }

        private void service(Report.Service service) throws IOException {
            ServiceScore score = service.score();
            json.text("id", service.id());
            json.text("kind", service.kind());
            json.texts("modules", service.modules());
            json.texts("workloads", service.workloads());
            json.text("level", score.level().name());
            json.flag("levelVerified", score.verified());
            json.number("toNextLevel", score.toNext());
            json.object("score", () -> score(score));
        }

        private void score(ServiceScore score) throws IOException {
            json.decimal("value", score.value(), SCORE);
            json.decimal("low", score.low(), SCORE);
            json.decimal("high", score.high(), SCORE);
            json.decimal("coverage", score.coverage(), SHARE);
            json.text("grade", score.grade());
            json.decimal("withoutSuppressions", score.withoutSuppressions(), SCORE);
            json.object("dimensions", () -> {
                for (var dimension : score.dimensions().entrySet()) {
                    json.object(dimension.getKey().word(), () -> json.decimal("value", dimension.getValue(), SCORE));
                }
            });
        }

        private void edge(Report.Edge edge) throws IOException {
            json.text("from", edge.from());
            json.text("to", edge.to());
            json.text("kind", edge.kind());
            json.flag("synchronous", edge.synchronous());
            json.objects("evidence", edge.evidence(), this::place);
            json.text("confidence", edge.confidence());
        }

        private void entry(Report.Entry entry) throws IOException {
            json.text("service", entry.service());
            json.text("id", entry.id());
            json.text("kind", entry.kind());
            place(entry.at());
            json.object("cost", () -> {
                for (var cost : entry.cost().entrySet()) {
                    json.text(cost.getKey(), cost.getValue());
                }
                json.number("degree", entry.degree());
            });
            json.object("configuredWait", () -> {
                json.decimal("seconds", entry.waitUnbounded() ? null : entry.waitSeconds(), SHARE);
                json.flag("unbounded", entry.waitUnbounded());
                evidence("because", entry.because());
            });
        }

        private void resource(Report.Resource resource) throws IOException {
            json.text("id", resource.id());
            json.text("kind", resource.kind());
            json.object("demand", () -> {
                json.number("steady", resource.steadyDemand());
                json.number("rollout", resource.rolloutDemand());
            });
            json.object("supply", () -> {
                number("value", resource.supply());
                json.text("source", resource.supplySource());
            });
            evidence("evidence", resource.evidence());
        }

        private void finding(Finding finding) throws IOException {
            List<String> services = finding.services();
            json.text("rule", finding.rule());
            json.text("dimension", finding.dimension().word());
            json.text("severity", finding.severity().word());
            json.text("confidence", finding.confidence().word());
            json.text("service", services.isEmpty() ? null : services.get(0));
            json.texts("services", services);
            json.text("environment", finding.environment());
            place(finding.at());
            json.number("column", finding.at().column());
            json.number("endLine", finding.at().endLine());
            json.number("endColumn", finding.at().endColumn());
            json.text("message", finding.message());
            json.text("effect", finding.effect());
            json.text("fix", finding.fix());
            json.decimal("gain", report.gain(finding).orElse(0.0), SCORE);
            evidence("evidence", finding.evidence());
            json.objects("sites", finding.sites(), this::place);
            json.texts("entries", finding.reach().entries());
            json.objects("members", finding.members(), this::member);
            json.text("fingerprint", finding.fingerprint());
            json.text("suppressed", finding.suppression());
            json.text("baseline", baseline(finding.state()));
        }

        private void member(Finding member) throws IOException {
            json.text("service", member.services().get(0));
            place(member.at());
            json.text("message", member.message());
            json.text("fingerprint", member.fingerprint());
        }

        private static @Nullable String baseline(BaselineState state) {
            return state == BaselineState.NONE ? null : state.name().toLowerCase(Locale.ROOT);
        }

        private void coverage() throws IOException {
            for (Report.RuleCoverage rule : report.coverage()) {
                json.object(rule.rule(), () -> {
                    json.number("holds", rule.holds());
                    json.number("breach", rule.breach());
                    json.number("unknown", rule.unknown());
                    json.number("notApplicable", rule.notApplicable());
                });
            }
        }

        private void ceiling(Ceiling ceiling) throws IOException {
            json.text("service", ceiling.service());
            json.text("ceiling", ceiling.name());
            json.decimal("value", ceiling.value(), SHARE);
            json.text("unit", ceiling.unit());
            json.text("sentence", ceiling.sentence());
            evidence("provenance", ceiling.provenance());
        }

        private void evidence(String key, List<Evidence> steps) throws IOException {
            json.objects(key, steps, step -> {
                place(step.at());
                json.text("label", step.label());
            });
        }

        private void place(Location at) throws IOException {
            json.text("path", at.path());
            json.number("line", at.line());
        }

        private void number(String key, @Nullable Long number) throws IOException {
            if (number == null) {
                json.nothing(key);
            } else {
                json.number(key, number);
            }
        }
    }
}
