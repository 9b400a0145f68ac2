package io.loadline.cli;

import io.loadline.report.Report;
import io.loadline.rule.RulePack;
import io.loadline.score.Gate;
import io.loadline.score.GatePolicy;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Baseline;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loadline check}: the gate of a build. */
@Command(name = "check", description = "Judge a system and fail by policy.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private AnalysisFlags flags = new AnalysisFlags();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings that are accepted for now.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "POLICY",
            description = "blocker, major, minor, info, new, new-major, level:L1, score:70, none; several with commas.")
    private @Nullable String failOn;

    private final Streams streams;
    private final RulePack pack;

    CheckCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        ReportFiles files = new ReportFiles(flags, streams);
        Analysis analysis = new Analysis(flags, streams, pack);
        GatePolicy policy = policy(analysis);
        Baseline accepted = baseline == null ? null : BaselineFile.read(baseline);
        Report report = analysis.report();
        if (accepted != null) {
            Baseline.Comparison compared = accepted.compare(report.findings());
            report = report.comparedWith(compared.findings(), compared.fixed());
        }
        files.write(report);
        if (Analysis.exit(report) == Main.UNREADABLE) {
            streams.err().println("loadline: too little could be read to judge");
            return Main.UNREADABLE;
        }
        Gate gate = policy.judge(report.findings(), scores(report));
        streams.err().println("loadline: " + gate.sentence());
        return gate.passed() ? Main.FINE : Main.GATE;
    }

    private GatePolicy policy(Analysis analysis) {
        String written =
                failOn != null ? failOn : analysis.config().gatePolicy().orElse("");
        try {
            return written.isEmpty() ? GatePolicy.standard(baseline != null) : GatePolicy.parse(written);
        } catch (IllegalArgumentException unknown) {
            throw new BadUse("--fail-on: " + unknown.getMessage());
        }
    }

    private static Map<String, ServiceScore> scores(Report report) {
        Map<String, ServiceScore> scores = new TreeMap<>();
        report.services().forEach(service -> scores.put(service.id(), service.score()));
        return scores;
    }
}
