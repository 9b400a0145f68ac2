package io.loadline.report;

import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checkstyle's XML, which most build servers read. */
public final class CheckstyleRenderer implements Renderer {

    private final String prefix;

    /** Paths start at the repository's root, which the prefix leads from. */
    public CheckstyleRenderer(String pathPrefix) {
        this.prefix = pathPrefix;
    }

    @Override
    public String format() {
        return "checkstyle";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Map<String, List<Finding>> files = report.open().stream()
                .collect(Collectors.groupingBy(
                        finding -> Places.path(prefix, finding.at()), TreeMap::new, Collectors.toList()));
        XmlText xml = new XmlText();
        xml.open("checkstyle", "version", report.tool().version());
        for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
            xml.open("file", "name", file.getKey());
            for (Finding finding : file.getValue()) {
                error(finding, xml);
            }
            xml.close();
        }
        xml.close();
        out.append(xml.document());
    }

    private static void error(Finding finding, XmlText xml) throws IOException {
        xml.empty(
                "error",
                "line",
                String.valueOf(finding.at().line()),
                "column",
                String.valueOf(finding.at().column()),
                "severity",
                severity(finding.severity()),
                "message",
                Sentences.all(finding),
                "source",
                "loadline." + finding.rule());
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case BLOCKER, MAJOR -> "error";
            case MINOR -> "warning";
            case INFO -> "info";
        };
    }
}
