package io.loadline.maven;

import io.loadline.report.Report;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Judges the folder that Maven was started in, with or without a POM, and tells the result in the log. Writes no file. */
@Mojo(name = "audit", requiresProject = false, aggregator = true, threadSafe = true)
public final class AuditMojo extends LoadlineMojo {

    /** Tells all findings, unknowns and problems, not the worst only. */
    @Parameter(property = "loadline.details", defaultValue = "false")
    private boolean details;

    @Override
    void judge() throws MojoExecutionException {
        Report report = report(audit());
        tell(report, details ? IN_LOG.inFull() : IN_LOG);
    }
}
