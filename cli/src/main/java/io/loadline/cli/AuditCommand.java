package io.loadline.cli;

import io.loadline.report.Report;
import io.loadline.rule.RulePack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code loadline audit}: judges and reports. */
@Command(name = "audit", description = "Judge a system and report.", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private AnalysisFlags flags = new AnalysisFlags();

    private final Streams streams;
    private final RulePack pack;

    AuditCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        ReportFiles files = new ReportFiles(flags, streams);
        Report report = new Analysis(flags, streams, pack).report();
        files.write(report);
        int exit = Analysis.exit(report);
        if (exit == Main.UNREADABLE) {
            streams.err().println("loadline: too little could be read to judge; the problems are listed in the report");
        }
        return exit;
    }
}
