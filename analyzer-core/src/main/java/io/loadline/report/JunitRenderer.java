package io.loadline.report;

import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** JUnit's XML: a root cause is a failed test, a rule that held is a passed one. Hints fail nothing. */
public final class JunitRenderer implements Renderer {

    private final String prefix;

    /** Paths start at the repository's root, which the prefix leads from. */
    public JunitRenderer(String pathPrefix) {
        this.prefix = pathPrefix;
    }

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<Finding> failed = report.open().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        Set<String> broken = failed.stream().map(Finding::rule).collect(Collectors.toSet());
        List<Report.RuleCoverage> passed = report.coverage().stream()
                .filter(rule -> rule.holds() > 0 && !broken.contains(rule.rule()))
                .toList();
        String tests = String.valueOf(failed.size() + passed.size());
        String failures = String.valueOf(failed.size());
        XmlText xml = new XmlText();
        xml.open("testsuites", "name", report.tool().name(), "tests", tests, "failures", failures);
        xml.open("testsuite", "name", report.title(), "tests", tests, "failures", failures, "errors", "0");
        for (Finding finding : failed) {
            failure(finding, xml);
        }
        for (Report.RuleCoverage rule : passed) {
            String held = "holds in " + Figures.count(rule.holds(), "place", "places");
            xml.empty("testcase", "classname", "loadline." + rule.rule(), "name", held);
        }
        xml.close();
        xml.close();
        out.append(xml.document());
    }

    private void failure(Finding finding, XmlText xml) throws IOException {
        String file = Places.path(prefix, finding.at());
        int line = finding.at().line();
        xml.open(
                "testcase",
                "classname",
                "loadline." + finding.rule(),
                "name",
                file + ":" + line,
                "file",
                file,
                "line",
                String.valueOf(line));
        xml.empty("failure", "type", finding.severity().word(), "message", Sentences.all(finding));
        xml.close();
    }
}
