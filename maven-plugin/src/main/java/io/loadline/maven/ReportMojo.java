package io.loadline.maven;

import io.loadline.report.Report;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges the folder that Maven was started in, with or without a POM, and writes reports. */
@Mojo(name = "report", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReportMojo extends ReportingMojo {

    @Override
    void judge() throws MojoExecutionException {
        ReportFolder folder = folder();
        Report report = report(audit());
        getLog().info(report.verdict());
        save(report, folder).forEach(file -> getLog().info("Written: " + file));
    }
}
