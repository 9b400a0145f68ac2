package io.loadline.maven;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.HouseCatalog;
import io.loadline.config.LoadlineConfig;
import io.loadline.report.Report;
import io.loadline.rules.StandardRules;
import io.loadline.system.build.PomSource;
import io.loadline.workspace.Filters;
import io.loadline.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One audit of a folder.
 *
 * @param house what catalog files of one's own say
 * @param poms where POMs from outside the folder are looked up
 * @param threads how many to use, at least one
 */
record Audit(Path root, LoadlineConfig config, HouseCatalog house, PomSource poms, int threads) {

    /**
     * Judges the folder.
     *
     * @throws io.loadline.config.ConfigException when the configuration names a rule that there is not
     * @throws io.loadline.workspace.WorkspaceException when the folder cannot be listed
     */
    Report report() {
        AnalysisOptions options =
                AnalysisOptions.configured(title(), new StandardRules(), config, LocalDate.now(ZoneOffset.UTC));
        Workspace workspace = Workspace.open(root, new Filters(config.exclude()));
        return new Analyzer(options.knowing(poms).knowing(house).on(threads)).analyze(workspace);
    }

    private String title() {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "root" : name.toString();
    }
}
