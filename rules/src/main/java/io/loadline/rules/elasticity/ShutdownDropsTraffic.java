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
        Setting shutdown = Shutdown.of(container, system);
        List<String> faults = new ArrayList<>();
        if (shutdown.is("immediate")) {
            faults.add("the server stops at once (server.shutdown is immediate)");
        }
        if (swallowsSignals(container)) {
            faults.add("a shell is the first process and swallows the stop signal");
        }
        if (!faults.isEmpty()) {
            return breach(container, faults, Severity.MAJOR);
        }
        if (shutdown instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        return container.container().preStop().isPresent()
                ? Outcome.holds()
                : breach(
                        container,
                        List.of("it is told to stop while requests are still sent to it (no preStop pause)"),
                        Severity.MINOR);
    }

    private static boolean swallowsSignals(DeployedContainer container) {
        boolean own = !container.container().command().isEmpty();
        return !own
                && container
                        .imageBuild()
                        .map(image -> image.entrypoint() != null ? image.entrypoint() : image.command())
                        .filter(ImageBuild.Command::inShell)
                        .filter(command -> !command.text().stripLeading().startsWith("exec "))
                        .isPresent();
    }

    private static Outcome breach(DeployedContainer container, List<String> faults, Severity severity) {
        return Outcome.breach(container.at(), container.key() + " shutdown", Proof.of(container.at(), faults.get(0)))
                .saying(
                        "%s drops requests when it stops: %s.".formatted(container.title(), String.join("; ", faults)),
                        "Every deployment and every scale-in fails requests in proportion to the load, so teams stop scaling in.",
                        "Set server.shutdown=graceful, add a preStop sleep of 5 to 15 s, and start the process without a shell.")
                .atMost(severity)
                .in(container.in().environment().orElse(null));
    }
}
