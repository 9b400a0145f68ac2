package io.loadline.rules.elasticity;

import io.loadline.deploy.ImageBuild;
import io.loadline.evidence.Proof;
import io.loadline.flow.Shutdown;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Are requests in flight finished before the process stops? */
final class ShutdownDropsTraffic extends Rule<DeployedContainer> {

    ShutdownDropsTraffic() {
        super(
                DeployedContainer.class,
                new RuleCard(
                        "Are requests in flight finished before the process stops?",
                        Dimension.ELASTICITY,
                        Severity.MAJOR,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(DeployedContainer container, SystemModel system) {
        if (!container.in().isExposed()) {
            return Outcome.notApplicable();
        }
        Shutdown shutdown = Shutdown.of(container, system);
        boolean pauses = container.container().preStop().isPresent();
        List<String> faults = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        if (shutdown.setting().is("immediate") && shutdown.isSettable()) {
            faults.add("the server stops at once (%s is immediate)".formatted(shutdown.key()));
            remedies.add("set %s=graceful".formatted(shutdown.key()));
        } else if (shutdown.setting().is("immediate") && !pauses) {
            faults.add("the server of %s %s stops at once and cannot be told otherwise"
                    .formatted(shutdown.framework(), shutdown.version()));
            remedies.add("upgrade to %s %s or later, or drain the connector when the context closes"
                    .formatted(shutdown.framework(), shutdown.since()));
        }
        if (!pauses) {
            remedies.add("add a preStop sleep of 5 to 15 s");
        }
        Optional<ImageBuild.Command> shell = swallowsSignals(container);
        if (shell.isPresent()) {
            faults.add("a shell is the first process and swallows the stop signal");
            remedies.add("start the process without a shell");
        }
        if (!faults.isEmpty()) {
            return breach(container, faults, remedies, Severity.MAJOR);
        }
        if (shutdown.setting() instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        faults.add("it is told to stop while requests are still sent to it (no preStop pause)");
        return pauses ? Outcome.holds() : breach(container, faults, remedies, Severity.MINOR);
    }

    private static Optional<ImageBuild.Command> swallowsSignals(DeployedContainer container) {
        if (!container.container().command().isEmpty()) {
            return Optional.empty();
        }
        return container
                .imageBuild()
                .map(image -> image.entrypoint() != null ? image.entrypoint() : image.command())
                .filter(ImageBuild.Command::inShell)
                .filter(command -> !command.text().stripLeading().startsWith("exec "));
    }

    private static Outcome breach(
            DeployedContainer container, List<String> faults, List<String> remedies, Severity severity) {
        String fix = String.join("; ", remedies);
        return Outcome.breach(container.at(), container.key() + " shutdown", Proof.of(container.at(), faults.get(0)))
                .saying(
                        "%s drops requests when it stops: %s.".formatted(container.title(), String.join("; ", faults)),
                        "Every deployment and every scale-in fails requests in proportion to the load, so teams stop scaling in.",
                        fix.substring(0, 1).toUpperCase(Locale.ROOT) + fix.substring(1) + ".")
                .atMost(severity)
                .in(container.in().environment().orElse(null));
    }
}
