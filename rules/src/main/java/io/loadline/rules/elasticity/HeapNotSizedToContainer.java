package io.loadline.rules.elasticity;

import io.loadline.deploy.Amount;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;

/** Is the heap sized to the container? */
final class HeapNotSizedToContainer extends Rule<DeployedContainer> {

    HeapNotSizedToContainer() {
        super(
                DeployedContainer.class,
                new RuleCard("Is the heap sized to the container?", Dimension.ELASTICITY, Severity.MAJOR, "0.1.0"));
    }

    private static final long LARGE_ENOUGH = 512L << 20;

    @Override
    protected Outcome check(DeployedContainer container, SystemModel system) {
        Amount limit = container.container().resources().memoryLimit();
        if (container.options().sizing().isPresent() || container.options().isCalculated()) {
            return Outcome.holds();
        }
        if (limit.isUnresolved()) {
            return Outcome.unknown("the memory limit of " + container.title());
        }
        if (!limit.isStated() || limit.whole().orElse(0) < LARGE_ENOUGH) {
            return Outcome.notApplicable();
        }
        return container.options().unseen().isEmpty()
                ? breach(container, limit)
                : Outcome.unknown(container.options().unseen().get(0));
    }

    private static Outcome breach(DeployedContainer container, Amount limit) {
        long megabytes = limit.whole().orElse(0) >> 20;
        Proof proof = Proof.of(container.at(), "no option sizes the heap").and(limit.at(), "limit " + limit.text());
        for (Evidence unused : container.options().unused()) {
            proof = proof.and(unused.at(), unused.label() + " says so, and nothing hands it to the process");
        }
        return Outcome.breach(container.at(), container.key() + " heap", proof)
                .saying(
                        "%s leaves its heap at the default of a quarter of its %s MiB."
                                .formatted(container.title(), megabytes),
                        "About %s MiB of %s MiB are heap: the rest is paid for and cannot be used, and the service scales out earlier than it has to."
                                .formatted(megabytes / 4, megabytes),
                        container.options().unused().stream()
                                .findFirst()
                                .map(
                                        unused -> "Rename " + unused.label()
                                                + " to JAVA_TOOL_OPTIONS, which every virtual machine reads, and keep the heap at 60 to 75 % of the limit.")
                                .orElse(
                                        "Set -XX:MaxRAMPercentage to 60 to 75, after what the process needs outside the heap."))
                .in(container.in().environment().orElse(null));
    }
}
