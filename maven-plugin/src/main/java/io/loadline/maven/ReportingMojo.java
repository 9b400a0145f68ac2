package io.loadline.maven;

import io.loadline.report.RenderOptions;
import io.loadline.report.Report;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals are told that write reports. */
abstract class ReportingMojo extends LoadlineMojo {

    /** The folder to write reports into. It is made where it is missing. */
    @Parameter(
            property = "loadline.outputDirectory",
            defaultValue = "${session.executionRootDirectory}/target/loadline")
    private File outputDirectory;

    /**
     * The reports to write, with commas between: terminal, json, html, sarif, sarif-github, markdown, gitlab, sonar, junit, checkstyle,
     * rdjson, csv.
     */
    @Parameter(property = "loadline.formats", defaultValue = "html,json")
    private List<String> formats = new ArrayList<>();

    /** Where reports go, or a build error that says which format is unknown. */
    final ReportFolder folder() throws MojoExecutionException {
        try {
            return ReportFolder.of(outputDirectory.toPath(), formats);
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException("loadline.formats: " + unknown.getMessage(), unknown);
        }
    }

    /** Writes the reports and gives their names. */
    final List<String> save(Report report, ReportFolder folder) throws MojoExecutionException {
        try {
            RenderOptions options = RenderOptions.PLAIN.inFull().below(RepositoryPath.of(root()));
            return folder.save(report, options).stream().map(this::shown).toList();
        } catch (IOException refused) {
            throw new MojoExecutionException(refused.getMessage(), refused);
        }
    }
}
