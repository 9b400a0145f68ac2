package io.loadline.cli;

import io.loadline.report.Report;
import io.loadline.rule.RulePack;
import io.loadline.verdict.Baseline;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loadline baseline}: accepts what is there, so that only what is new fails a build. */
@Command(name = "baseline", description = "Write, prune or update a baseline.", mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {

    @Mixin
    private AnalysisFlags flags = new AnalysisFlags();

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    private static final class Target {
        @Option(names = "--write", paramLabel = "FILE", description = "Accept everything that is found now.")
        private @Nullable Path write;

        @Option(names = "--prune", paramLabel = "FILE", description = "Take out what is fixed; add nothing.")
        private @Nullable Path prune;

        @Option(
                names = "--update",
                paramLabel = "FILE",
                description = "Accept everything that is found now, in a file that exists.")
        private @Nullable Path update;
    }

    private final Streams streams;
    private final RulePack pack;

    BaselineCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        Baseline before = target.prune != null
                ? BaselineFile.read(target.prune)
                : target.update != null ? BaselineFile.read(target.update) : new Baseline(java.util.List.of());
        Report report = new Analysis(flags, streams, pack).report();
        if (Analysis.exit(report) == Main.UNREADABLE) {
            streams.err().println("loadline: too little could be read; no baseline was written");
            return Main.UNREADABLE;
        }
        Baseline after = target.prune != null ? before.pruned(report.findings()) : Baseline.of(report.findings());
        Path file = target.prune != null ? target.prune : target.update != null ? target.update : target.write;
        if (file == null) {
            throw new BadUse("expected one of --write, --prune, --update");
        }
        BaselineFile.write(file, after);
        streams.out()
                .println("%s accepts %s root causes (before: %s)."
                        .formatted(
                                file, after.entries().size(), before.entries().size()));
        return Main.FINE;
    }
}
