package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.rule.Severity;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One comment for a pull request: verdict, services, at most five root causes in full, the rest folded. */
public final class MarkdownRenderer implements Renderer {

    /** The hidden first line by which a bot finds its own comment again. */
    public static final String MARKER = "<!-- loadline -->";

    /** Hosts refuse comments from 65,536 characters on; the frame around the lists needs little. */
    private static final int FULL = 52_000;

    private static final int EXPANDED = 5;
    private static final int SERVICES = 25;
    private static final int STEPS = 12;
    private static final int SENTENCE = 300;
    private static final int CELL = 140;

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(MARKER)
                .append("\n**")
                .append(Md.text(report.verdict(), SENTENCE))
                .append("**\n");
        services(report, text);
        List<Finding> open = report.open().stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.state() != BaselineState.NEW))
                .toList();
        text.append('\n').append(counts(report)).append('\n');
        open.stream().limit(EXPANDED).forEach(finding -> expanded(report, finding, text));
        rest(report, open.stream().skip(EXPANDED).toList(), text);
        unknowns(report, text);
        text.append("\nReproduce: `loadline audit . --details` · why: `loadline explain <rule>` · ")
                .append(Md.text(report.tool().name() + " " + report.tool().version(), CELL))
                .append('\n');
        out.append(text);
    }

    private static void services(Report report, StringBuilder text) {
        if (report.services().isEmpty()) {
            return;
        }
        text.append("\n| Service | Level | Score | Breaks first |\n|---|---|---|---|\n");
        for (Report.Service service :
                Ladder.worstFirst(report.services()).stream().limit(SERVICES).toList()) {
            ServiceScore score = service.score();
            text.append("| ").append(Md.text(service.id(), CELL));
            if (!score.isJudged()) {
                text.append(" | not judged | – | – |\n");
                continue;
            }
            String distance = Ladder.distance(score);
            text.append(" | ").append(Ladder.standing(score)).append(distance.isEmpty() ? "" : ", " + distance);
            text.append(" | ").append(score.grade()).append(' ').append(Figures.plain(score.value()));
            text.append(" (").append(Figures.plain(score.low())).append("–").append(Figures.plain(score.high()));
            text.append(") | ").append(first(report, service.id())).append(" |\n");
        }
        more(report.services().size() - SERVICES, "more services", text);
    }

    private static String first(Report report, String service) {
        return report.forecast().stream()
                .filter(ceiling -> ceiling.service().equals(service))
                .findFirst()
                .map(ceiling -> Md.text(ceiling.sentence(), CELL))
                .orElse("–");
    }

    private static String counts(Report report) {
        String found = Stream.of(Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO)
                .filter(severity -> report.count(severity) > 0)
                .map(severity -> report.count(severity) + " " + severity.word())
                .collect(Collectors.joining(" · "));
        long fresh = report.open().stream()
                .filter(f -> f.state() == BaselineState.NEW)
                .count();
        boolean compared = report.findings().stream().anyMatch(f -> f.state() != BaselineState.NONE)
                || !report.fixed().isEmpty();
        return "Root causes: " + (found.isEmpty() ? "none" : found)
                + (compared ? " — " + fresh + " new, " + report.fixed().size() + " fixed" : "")
                + (report.suppressed().isEmpty()
                        ? ""
                        : ", " + report.suppressed().size() + " suppressed");
    }

    private static void expanded(Report report, Finding finding, StringBuilder text) {
        text.append("\n#### ")
                .append(sign(finding.severity()))
                .append(' ')
                .append(finding.severity().word());
        text.append(finding.state() == BaselineState.NEW ? " · new" : "");
        text.append(": ").append(Md.text(finding.message(), SENTENCE)).append("\n\n");
        text.append(Md.code(Places.line(finding.at()), SENTENCE)).append(" · ").append(Md.code(finding.rule(), CELL));
        if (finding.environment() != null) {
            text.append(" · only in ").append(Md.text(finding.environment(), CELL));
        }
        text.append("\n\n");
        if (!finding.effect().isBlank()) {
            text.append(Md.text(finding.effect(), SENTENCE)).append("\n\n");
        }
        text.append("**Fix:** ").append(Md.text(finding.fix(), SENTENCE));
        text.append(report.gain(finding)
                .map(gain -> " (" + Figures.points(gain) + " points)")
                .orElse(""));
        text.append('\n');
        if (finding.evidence().size() > 1) {
            path(finding.evidence(), text);
        }
    }

    private static void path(List<Evidence> steps, StringBuilder text) {
        text.append("\n<details><summary>How it gets there, in ")
                .append(steps.size())
                .append(" steps</summary>\n\n");
        for (Evidence step : steps.stream().limit(STEPS).toList()) {
            text.append("1. ").append(Md.text(step.label(), CELL)).append(" — ");
            text.append(Md.code(Places.line(step.at()), SENTENCE)).append('\n');
        }
        more(steps.size() - STEPS, "more steps", text);
        text.append("\n</details>\n");
    }

    private static void rest(Report report, List<Finding> findings, StringBuilder text) {
        if (findings.isEmpty()) {
            return;
        }
        text.append("\n<details><summary>")
                .append(Figures.count(findings.size(), "more root cause", "more root causes"));
        text.append("</summary>\n\n| | Where | What | Fix it |\n|---|---|---|---|\n");
        int told = 0;
        for (Finding finding : findings) {
            if (text.length() > FULL) {
                break;
            }
            told++;
            text.append("| ").append(finding.severity().word());
            text.append(" | ").append(Md.code(Places.line(finding.at()), CELL));
            text.append(" | ").append(Md.text(finding.message(), CELL));
            text.append(" | ")
                    .append(report.gain(finding).map(Figures::points).orElse(""))
                    .append(" |\n");
        }
        more(findings.size() - told, "more, left out for length", text);
        text.append("\n</details>\n");
    }

    private static void unknowns(Report report, StringBuilder text) {
        if (report.unknowns().isEmpty()) {
            return;
        }
        text.append("\n<details><summary>")
                .append(Figures.count(report.unknowns().size(), "thing", "things"))
                .append(" that could not be judged, and what would settle it</summary>\n\n");
        int told = 0;
        for (Report.Unknown unknown : report.unknowns()) {
            if (text.length() > FULL) {
                break;
            }
            told++;
            text.append("- ")
                    .append(Md.text(unknown.subject(), CELL))
                    .append(" (")
                    .append(Md.code(unknown.rule(), CELL));
            text.append(", ").append(Md.code(Places.line(unknown.at()), CELL)).append("): ");
            text.append(Md.text(unknown.settledBy(), CELL)).append('\n');
        }
        more(report.unknowns().size() - told, "more, left out for length", text);
        text.append("\n</details>\n");
    }

    private static void more(int number, String what, StringBuilder text) {
        if (number > 0) {
            text.append("\n… and ").append(number).append(' ').append(what).append('\n');
        }
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case BLOCKER -> "🛑";
            case MAJOR -> "🔶";
            case MINOR -> "🔸";
            case INFO -> "ℹ️";
        };
    }
}
