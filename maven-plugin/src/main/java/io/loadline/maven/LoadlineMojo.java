package io.loadline.maven;

import io.loadline.HouseCatalog;
import io.loadline.catalog.CatalogException;
import io.loadline.config.ConfigException;
import io.loadline.config.ConfigLoader;
import io.loadline.config.LoadlineConfig;
import io.loadline.report.RenderOptions;
import io.loadline.report.Report;
import io.loadline.report.TerminalRenderer;
import io.loadline.system.build.PomSource;
import io.loadline.system.build.RepositoryPoms;
import io.loadline.workspace.LocalRepository;
import io.loadline.workspace.OwnFile;
import io.loadline.workspace.WorkspaceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What every goal that audits is told. However many modules a reactor has, a goal judges it once. */
abstract class LoadlineMojo extends AbstractMojo {

    /** A hundred columns with Maven's own in front, and what to type at Maven for more. */
    static final RenderOptions IN_LOG = RenderOptions.PLAIN
            .wide(93)
            .askedBy(new RenderOptions.Asking(
                    "-Dloadline.details, or the goal report",
                    "mvn io.loadline:loadline-maven-plugin:explain -Dloadline.rule="));

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** The folder to audit, by default the one that Maven was started in. */
    @Parameter(property = "loadline.path", defaultValue = "${session.executionRootDirectory}")
    private File path;

    /** The configuration file. Otherwise loadline.yml is looked for in the audited folder and above it. */
    @Parameter(property = "loadline.config")
    private @Nullable File config;

    /** The one environment to judge, such as prod; otherwise every one that the files tell apart. */
    @Parameter(property = "loadline.environment")
    private @Nullable String environment;

    /** How many threads to use; 0 takes as many as there are processors. */
    @Parameter(property = "loadline.jobs", defaultValue = "0")
    private int jobs;

    /** Does nothing. In a reactor, nothing is judged when all modules say so. */
    @Parameter(property = "loadline.skip", defaultValue = "false")
    private boolean skip;

    /** Judges the folder, for the whole reactor. */
    abstract void judge() throws MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        ReactorTurns turns = ReactorTurns.of(session, execution);
        if (skip) {
            getLog().info("Skipped by loadline.skip.");
            turns.pass(project).take();
            return;
        }
        Turn turn = turns.arrive(project, this::judge);
        if (turn == ReactorTurns.NOTHING) {
            getLog().info("The reactor is judged once, when its last module comes here.");
        }
        turn.take();
    }

    /** The folder to audit. */
    final Path root() {
        return path.toPath();
    }

    /** The folder that Maven was started in. */
    final Path started() {
        return Path.of(session.getExecutionRootDirectory());
    }

    /** A path as people read it: from the folder that Maven was started in where it lies there. */
    final String shown(Path file) {
        return file.startsWith(started()) ? started().relativize(file).toString() : file.toString();
    }

    /** What is audited, with its configuration. */
    final Audit audit() throws MojoExecutionException {
        if (jobs < 0) {
            throw new MojoExecutionException("loadline.jobs: found " + jobs + ", expected a number from 0");
        }
        int threads = jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors();
        Optional<OwnFile> file = config == null ? ConfigLoader.find(root()) : Optional.of(new OwnFile(config.toPath()));
        return file.isPresent()
                ? audit(file.get(), threads)
                : new Audit(root(), chosen(LoadlineConfig.NONE), HouseCatalog.NONE, poms(), threads);
    }

    private Audit audit(OwnFile file, int threads) throws MojoExecutionException {
        getLog().info("Configuration: " + shown(file.path()));
        try {
            LoadlineConfig read = ConfigLoader.read(file);
            return new Audit(root(), chosen(read), HouseCatalog.of(file, read), poms(), threads);
        } catch (ConfigException | CatalogException | IOException unusable) {
            throw new MojoExecutionException(unusable.getMessage(), unusable);
        }
    }

    private LoadlineConfig chosen(LoadlineConfig read) {
        return environment == null ? read : read.judging(List.of(environment));
    }

    /** The local repository of this build, wherever its settings put it. */
    private PomSource poms() {
        return new RepositoryPoms(new LocalRepository(
                session.getRepositorySession().getLocalRepository().getBasedir().toPath()));
    }

    /** The report of an audit, or a build error that says why there is none. */
    final Report report(Audit audit) throws MojoExecutionException {
        Report report = judged(audit);
        if (report.readsTooLittle()) {
            report.problems().stream()
                    .limit(10)
                    .forEach(problem -> getLog().warn("%s:%s: %s"
                            .formatted(problem.at().path(), problem.at().line(), problem.message())));
            throw new MojoExecutionException("too little could be read in " + path + " to judge");
        }
        if (environment != null && !report.judges(environment)) {
            String known = String.join(
                    ", ",
                    report.environments().stream().map(Report.Environment::name).toList());
            throw new MojoExecutionException(
                    "loadline.environment: found %s, the system shows only %s".formatted(environment, known));
        }
        return report;
    }

    private static Report judged(Audit audit) throws MojoExecutionException {
        try {
            return audit.report();
        } catch (WorkspaceException | ConfigException badUse) {
            throw new MojoExecutionException(badUse.getMessage(), badUse);
        }
    }

    /** Tells a report in the log. */
    final void tell(Report report, RenderOptions options) {
        StringBuilder text = new StringBuilder();
        try {
            new TerminalRenderer(options).render(report, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("text refused text", impossible);
        }
        text.toString().lines().forEach(getLog()::info);
    }
}
