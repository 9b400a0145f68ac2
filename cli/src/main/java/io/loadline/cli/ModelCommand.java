package io.loadline.cli;

import io.loadline.report.Report;
import io.loadline.rule.RulePack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loadline model}: what was understood of the system. */
@Command(name = "model", description = "Show services, ways in and edges.", mixinStandardHelpOptions = true)
final class ModelCommand implements Callable<Integer> {

    @Mixin
    private AnalysisFlags flags = new AnalysisFlags();

    private final Streams streams;
    private final RulePack pack;

    ModelCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        boolean writes = !flags.reports.isEmpty();
        flags.quiet |= writes;
        ReportFiles files = new ReportFiles(flags, streams);
        Report report = new Analysis(flags, streams, pack).report();
        if (writes) {
            files.write(report);
        } else {
            print(report);
        }
        return Analysis.exit(report);
    }

    private void print(Report report) {
        for (Report.Service service : report.services()) {
            streams.out().println("service " + Lines.first(service.id()) + " (" + service.kind() + ")");
            report.entries().stream()
                    .filter(entry -> entry.service().equals(service.id()))
                    .forEach(entry -> streams.out()
                            .println("  %-9s %s  %s".formatted(entry.kind(), Lines.first(entry.id()), entry.at())));
        }
        report.edges()
                .forEach(edge -> streams.out()
                        .println("edge %s -> %s (%s)"
                                .formatted(Lines.first(edge.from()), Lines.first(edge.to()), edge.kind())));
        streams.out().flush();
    }
}
