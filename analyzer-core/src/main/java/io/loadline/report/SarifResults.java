package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Findings, unknowns and problems as SARIF results and notifications. */
record SarifResults(Report report, List<String> rules, String prefix, boolean full, JsonText json) {

    /** GitHub shows a hundred places of a result and takes a thousand. */
    private static final int MOST_PLACES = 100;

    private static final int MOST_LINKS = 5;

    void finding(Finding finding) throws IOException {
        rule(finding.rule());
        json.text("level", SarifRule.level(finding.severity()));
        json.object("message", () -> json.text("text", message(finding)));
        place(finding.at(), report.excerpts().line(finding.at()));
        fingerprints(finding);
        related(finding);
        flow(finding.evidence());
        if (full) {
            settled(finding);
        }
        json.object("properties", () -> properties(finding));
    }

    void unknown(Report.Unknown unknown) throws IOException {
        rule(unknown.rule());
        json.text("kind", "open");
        json.text("level", "none");
        json.object(
                "message",
                () -> json.text(
                        "text", text(unknown.subject() + " could not be judged; settled by " + unknown.settledBy())));
        place(unknown.at(), Optional.empty());
    }

    void problem(Problem problem) throws IOException {
        json.text("level", "warning");
        json.object("message", () -> json.text("text", text(problem.stage() + ": " + problem.message())));
        place(problem.at(), Optional.empty());
    }

    private void rule(String id) throws IOException {
        json.text("ruleId", id);
        json.number("ruleIndex", rules.indexOf(id));
    }

    private String message(Finding finding) {
        StringBuilder out = new StringBuilder(text(finding.message()));
        sentence(out, "", finding.effect());
        sentence(out, "Fix: ", finding.fix());
        List<Evidence> steps = finding.evidence();
        for (int i = 0; i < Math.min(MOST_LINKS, steps.size()); i++) {
            out.append(i == 0 ? " See " : ", ");
            out.append('[')
                    .append(text(steps.get(i).label()).replace("[", "\\[").replace("]", "\\]"))
                    .append("](")
                    .append(i)
                    .append(')');
        }
        return out.append(steps.isEmpty() ? "" : ".").toString();
    }

    private static void sentence(StringBuilder out, String lead, String text) {
        if (!text.isBlank()) {
            out.append(' ').append(lead).append(text(text));
        }
    }

    /** Scanned text that neither steers a display nor makes a link of its own. */
    private static String text(String scanned) {
        return Plain.line(scanned).replace("](", "]\\(");
    }

    private void place(Location at, Optional<String> source) throws IOException {
        json.array("locations", () -> json.object(() -> physical(at, source)));
    }

    private void physical(Location at, Optional<String> source) throws IOException {
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.text("uri", Places.uri(prefix + at.path())));
            json.object("region", () -> {
                json.number("startLine", at.line());
                json.number("startColumn", at.column());
                json.number("endLine", at.endLine());
                // SARIF's end column lies behind the last character.
                json.number("endColumn", at.endColumn() + 1L);
                if (source.isPresent()) {
                    json.object("snippet", () -> json.text("text", Plain.source(source.get())));
                }
            });
        });
    }

    private void labelled(Location at, @Nullable String label) throws IOException {
        physical(at, Optional.empty());
        if (label != null) {
            json.object("message", () -> json.text("text", text(label)));
        }
    }

    private void fingerprints(Finding finding) throws IOException {
        Optional<String> hash = report.excerpts().hash(finding.at());
        json.object("partialFingerprints", () -> {
            json.text("loadlineFingerprint/v1", finding.fingerprint());
            if (hash.isPresent()) {
                json.text("primaryLocationLineHash", hash.get());
            }
        });
    }

    /** The steps first: their index is what the message's links point at. */
    private void related(Finding finding) throws IOException {
        List<Evidence> places = Stream.concat(
                        finding.evidence().stream(),
                        finding.sites().stream().map(site -> new Evidence(site, "also here")))
                .limit(MOST_PLACES)
                .toList();
        if (places.isEmpty()) {
            return;
        }
        json.array("relatedLocations", () -> {
            for (int i = 0; i < places.size(); i++) {
                int id = i;
                json.object(() -> {
                    json.number("id", id);
                    labelled(places.get(id).at(), places.get(id).label());
                });
            }
        });
    }

    private void flow(List<Evidence> steps) throws IOException {
        if (steps.size() < 2) {
            return;
        }
        json.array(
                "codeFlows",
                () -> json.object(() -> json.array(
                        "threadFlows",
                        () -> json.object(() -> json.objects(
                                "locations",
                                steps.subList(0, Math.min(MOST_PLACES, steps.size())),
                                step -> json.object("location", () -> labelled(step.at(), step.label())))))));
    }

    private void settled(Finding finding) throws IOException {
        if (finding.state() != BaselineState.NONE) {
            json.text("baselineState", finding.state().name().toLowerCase(Locale.ROOT));
        }
        Optional<String> reason = finding.suppressionReason();
        json.array("suppressions", () -> {
            if (reason.isPresent()) {
                json.object(() -> {
                    json.text("kind", "external");
                    json.text("justification", text(reason.get()));
                });
            }
        });
    }

    private void properties(Finding finding) throws IOException {
        json.text("severity", finding.severity().word());
        json.text("confidence", finding.confidence().word());
        json.texts("services", finding.services().stream().map(Plain::line).toList());
        if (finding.environment() != null) {
            json.text("environment", Plain.line(finding.environment()));
        }
        json.decimal("gain", report.gain(finding).orElse(0.0), 1);
    }
}
