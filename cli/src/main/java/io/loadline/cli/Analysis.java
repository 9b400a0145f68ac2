package io.loadline.cli;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.HouseCatalog;
import io.loadline.config.ConfigLoader;
import io.loadline.config.LoadlineConfig;
import io.loadline.report.Report;
import io.loadline.rule.RulePack;
import io.loadline.system.build.PomSource;
import io.loadline.system.build.RepositoryPoms;
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
import java.util.Optional;

/** One run: what the flags and the configuration file ask for, and the report that comes of it. */
final class Analysis {

    private final AnalysisFlags flags;
    private final Streams streams;
    private final LoadlineConfig config;
    private final HouseCatalog house;
    private final RulePack pack;

    Analysis(AnalysisFlags flags, Streams streams, RulePack pack) {
        this.flags = flags;
        this.streams = streams;
        Optional<OwnFile> file =
                flags.config != null ? Optional.of(new OwnFile(flags.config)) : ConfigLoader.find(flags.paths.get(0));
        this.config = file.isPresent() ? config(file.get()) : LoadlineConfig.NONE;
        this.house = file.isPresent() ? house(file.get(), config) : HouseCatalog.NONE;
        this.pack = pack;
        if (flags.jobs < 1) {
            throw new BadUse("--jobs %s: expected a number from 1".formatted(flags.jobs));
        }
    }

    LoadlineConfig config() {
        return config;
    }

    private static LoadlineConfig config(OwnFile file) {
        try {
            return ConfigLoader.read(file);
        } catch (IOException unreadable) {
            throw new BadUse("%s cannot be read: %s".formatted(file.path(), unreadable.getMessage()));
        }
    }

    private static HouseCatalog house(OwnFile file, LoadlineConfig config) {
        try {
            return HouseCatalog.of(file, config);
        } catch (IOException unreadable) {
            throw new BadUse("%s: catalog: %s".formatted(file.path(), unreadable.getMessage()));
        }
    }

    /** Analyses what the flags name. */
    Report report() {
        AnalysisOptions options = AnalysisOptions.configured(title(), pack, config, LocalDate.now(ZoneOffset.UTC))
                .on(flags.jobs)
                .knowing(poms())
                .knowing(house);
        AnalysisOptions asked = flags.environment == null ? options : options.judging(flags.environment);
        Workspace workspace = Workspaces.of(flags.paths, new Filters(config.exclude()));
        try (Progress progress = Progress.on(streams, flags.quiet)) {
            Report report = new Analyzer(asked.watchedBy(progress)).analyze(workspace);
            requireEnvironment(report);
            return report;
        }
    }

    /** The POMs that Maven has downloaded on this machine before; nothing is fetched. */
    private static PomSource poms() {
        Path repository = Path.of(System.getProperty("user.home", ""), ".m2", "repository");
        return Files.isDirectory(repository) ? new RepositoryPoms(new LocalRepository(repository)) : PomSource.NONE;
    }

    private void requireEnvironment(Report report) {
        String asked = flags.environment;
        if (asked != null && !report.judges(asked)) {
            List<String> known =
                    report.environments().stream().map(Report.Environment::name).toList();
            throw new BadUse("--environment %s: the system shows %s"
                    .formatted(
                            Lines.first(asked),
                            known.isEmpty() ? "no environments" : "only " + String.join(", ", known)));
        }
    }

    private String title() {
        return flags.paths.size() == 1 ? Workspaces.name(flags.paths.get(0)) : flags.paths.size() + " folders";
    }

    /** The exit code of a run whose report could, or could not, judge. */
    static int exit(Report report) {
        return report.readsTooLittle() ? Main.UNREADABLE : Main.FINE;
    }
}
