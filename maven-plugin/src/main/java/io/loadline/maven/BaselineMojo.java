package io.loadline.maven;

import io.loadline.report.Report;
import io.loadline.verdict.Baseline;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Accepts what is found now, so that {@code check} fails a build on what is new only. */
@Mojo(name = "baseline", requiresProject = false, aggregator = true, threadSafe = true)
public final class BaselineMojo extends LoadlineMojo {

    /** The file to write. It belongs into version control. */
    @Parameter(property = "loadline.baseline", defaultValue = "${session.executionRootDirectory}/" + BaselineFile.NAME)
    private File baseline;

    /** Takes out of the file what is fixed and adds nothing. */
    @Parameter(property = "loadline.prune", defaultValue = "false")
    private boolean prune;

    @Override
    void judge() throws MojoExecutionException {
        BaselineFile file = new BaselineFile(baseline.toPath());
        Baseline before = prune || file.exists() ? file.read() : new Baseline(List.of());
        Report report = report(audit());
        Baseline after = prune ? before.pruned(report.findings()) : Baseline.of(report.findings());
        file.write(after);
        getLog().info("%s accepts %s root causes (before: %s)."
                .formatted(
                        shown(file.path()),
                        after.entries().size(),
                        before.entries().size()));
    }
}
