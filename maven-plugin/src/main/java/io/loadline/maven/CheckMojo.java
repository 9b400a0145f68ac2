package io.loadline.maven;

import io.loadline.config.LoadlineConfig;
import io.loadline.report.RenderOptions;
import io.loadline.report.Report;
import io.loadline.score.Gate;
import io.loadline.score.GatePolicy;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Baseline;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build by policy. A reactor is judged once as a whole: when the last of its modules comes here or, where a module failed
 * before, when the build ends.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends ReportingMojo {

    /**
     * What fails the build, with commas between: blocker, major, minor, info, new, new-major, level:L1, score:70 or none. Otherwise
     * {@code failOn} of the configuration file holds; otherwise new-major where there is a baseline and blocker where there is none.
     */
    @Parameter(property = "loadline.failOn")
    private @Nullable String failOn;

    /**
     * Findings that are accepted for now. The file must exist when it is named; otherwise {@code loadline-baseline.json} in the folder
     * that Maven was started in is taken where it exists.
     */
    @Parameter(property = "loadline.baseline")
    private @Nullable File baseline;

    /** Tells all findings, unknowns and problems in the log, not the worst only. */
    @Parameter(property = "loadline.details", defaultValue = "false")
    private boolean details;

    @Override
    void judge() throws MojoExecutionException, MojoFailureException {
        ReportFolder folder = folder();
        Audit audit = audit();
        Optional<Baseline> accepted = accepted();
        GatePolicy policy = policy(audit.config(), accepted.isPresent());
        Report found = report(audit);
        Report report = accepted.map(known -> known.compare(found.findings()))
                .map(compared -> found.comparedWith(compared.findings(), compared.fixed()))
                .orElse(found);
        List<String> saved = save(report, folder);
        RenderOptions options = IN_LOG.beside(saved);
        tell(report, details ? options.inFull() : options);
        Gate gate = policy.judge(report.findings(), scores(report));
        if (!gate.passed()) {
            throw new MojoFailureException(gate.sentence());
        }
        getLog().info(gate.sentence());
    }

    private Optional<Baseline> accepted() throws MojoExecutionException {
        BaselineFile usual = new BaselineFile(started().resolve(BaselineFile.NAME));
        if (baseline == null && !usual.exists()) {
            return Optional.empty();
        }
        BaselineFile file = baseline == null ? usual : new BaselineFile(baseline.toPath());
        getLog().info("Baseline: " + shown(file.path()));
        return Optional.of(file.read());
    }

    private GatePolicy policy(LoadlineConfig config, boolean compared) throws MojoExecutionException {
        Optional<String> written = failOn == null ? config.gatePolicy() : Optional.of(failOn);
        try {
            GatePolicy policy = written.map(GatePolicy::parse).orElseGet(() -> GatePolicy.standard(compared));
            if (policy.needsBaseline() && !compared) {
                getLog().warn("The gate " + policy + " asks for what is new, but there is no baseline: all counts.");
            }
            return policy;
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException("loadline.failOn: " + unknown.getMessage(), unknown);
        }
    }

    private static Map<String, ServiceScore> scores(Report report) {
        Map<String, ServiceScore> scores = new TreeMap<>();
        report.services().forEach(service -> scores.put(service.id(), service.score()));
        return scores;
    }
}
