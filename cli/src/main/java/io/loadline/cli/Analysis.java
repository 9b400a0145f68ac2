package io.loadline.cli;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.config.ConfigLoader;
import io.loadline.config.LoadlineConfig;
import io.loadline.report.Report;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import io.loadline.rule.Severity;
import io.loadline.system.build.PomSource;
import io.loadline.system.build.RepositoryPoms;
import io.loadline.verdict.Suppression;
import io.loadline.workspace.Filters;
import io.loadline.workspace.LocalRepository;
import io.loadline.workspace.OwnFile;
import io.loadline.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run: what the flags and the configuration file ask for, and the report that comes of it. */
final class Analysis {

    private final AnalysisFlags flags;
    private final Streams streams;
    private final LoadlineConfig config;
    private final RulePack pack;

    Analysis(AnalysisFlags flags, Streams streams, RulePack pack) {
        this.flags = flags;
        this.streams = streams;
        this.config = config(flags);
        config.requireRules(pack.rules().stream().map(Rule::id).toList());
        if (flags.jobs < 1) {
            throw new BadUse("--jobs %d: expected a number from 1".formatted(flags.jobs));
        }
        this.pack = ChosenRules.of(pack, config);
    }

    LoadlineConfig config() {
        return config;
    }

    private static LoadlineConfig config(AnalysisFlags flags) {
        Optional<OwnFile> file =
                flags.config != null ? Optional.of(new OwnFile(flags.config)) : ConfigLoader.find(flags.paths.get(0));
        try {
            return file.isPresent() ? ConfigLoader.read(file.get()) : LoadlineConfig.NONE;
        } catch (IOException unreadable) {
            throw new BadUse("%s cannot be read: %s".formatted(file.get().path(), unreadable.getMessage()));
        }
    }

    /** Analyses what the flags name. */
    Report report() {
        Workspace workspace = Workspaces.of(flags.paths, new Filters(config.exclude()));
        try (Progress progress = Progress.on(streams, flags.quiet)) {
            AnalysisOptions options = AnalysisOptions.of(title(), List.of(pack), LocalDate.now(ZoneOffset.UTC))
                    .on(flags.jobs)
                    .suppressing(
                            config.suppressions().stream().map(Suppression::of).toList())
                    .weighing(severities())
                    .knowing(poms())
                    .watchedBy(progress);
            return new Analyzer(options).analyze(workspace);
        }
    }

    /** The POMs that Maven has downloaded on this machine before; nothing is fetched. */
    private static PomSource poms() {
        Path repository = Path.of(System.getProperty("user.home", ""), ".m2", "repository");
        return Files.isDirectory(repository) ? new RepositoryPoms(new LocalRepository(repository)) : PomSource.NONE;
    }

    private Map<String, Severity> severities() {
        Map<String, Severity> all = new TreeMap<>();
        config.rules()
                .forEach((id, choice) -> choice.otherSeverity()
                        .ifPresent(word -> all.put(id, Severity.valueOf(word.toUpperCase(Locale.ROOT)))));
        return all;
    }

    private String title() {
        return flags.paths.size() == 1 ? Workspaces.name(flags.paths.get(0)) : flags.paths.size() + " folders";
    }

    /** The exit code of a run whose report could, or could not, judge. */
    static int exit(Report report) {
        boolean nothing = report.inputs().javaFiles() == 0 && report.inputs().configFiles() == 0;
        return nothing ? Main.UNREADABLE : Main.FINE;
    }
}
