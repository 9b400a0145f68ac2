package io.loadline.report;

import io.loadline.evidence.Location;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every finding on a line, for spreadsheets. No cell is taken for a formula. */
public final class CsvRenderer implements Renderer {

    private static final List<String> HEADER = List.of(
            "rule",
            "severity",
            "confidence",
            "dimension",
            "services",
            "environment",
            "path",
            "line",
            "column",
            "message",
            "effect",
            "fix",
            "gain",
            "entries",
            "fingerprint",
            "suppressed",
            "baseline");

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        row(HEADER, out);
        for (Finding finding : report.findings()) {
            row(cells(report, finding), out);
        }
    }

    private static List<String> cells(Report report, Finding finding) {
        Location at = finding.at();
        return List.of(
                finding.rule(),
                finding.severity().word(),
                finding.confidence().word(),
                finding.dimension().word(),
                String.join(" ", finding.services()),
                finding.environment() == null ? "" : finding.environment(),
                at.path(),
                String.valueOf(at.line()),
                String.valueOf(at.column()),
                finding.message(),
                finding.effect(),
                finding.fix(),
                report.gain(finding).map(Figures::plain).orElse("0"),
                String.join("; ", finding.reach().entries()),
                finding.fingerprint(),
                finding.suppressionReason().orElse(""),
                finding.state() == Finding.BaselineState.NONE
                        ? ""
                        : finding.state().name().toLowerCase(Locale.ROOT));
    }

    private static void row(List<String> cells, Appendable out) throws IOException {
        out.append(cells.stream().map(CsvRenderer::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    static String cell(String scanned) {
        String text = Plain.line(scanned);
        String harmless = text.stripLeading().matches("[=+\\-@].*") ? "'" + text : text;
        boolean quoted = harmless.indexOf(',') >= 0 || harmless.indexOf('"') >= 0;
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
