package io.loadline.rules.capacity;

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
import java.util.OptionalLong;

/** Does everything the process needs fit into its memory limit? */
final class HeapPlusNativeExceedsLimit extends Rule<DeployedContainer> {

    HeapPlusNativeExceedsLimit() {
        super(
                DeployedContainer.class,
                new RuleCard(
                        "Does everything the process needs fit into its memory limit?",
                        Dimension.CAPACITY,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    /** MiB outside the heap, estimated low: metaspace 100, code cache 64, stacks and collector 50. */
    private static final long NATIVE = 214;

    private static final long ROOMY = 8192;

    @Override
    protected Outcome check(DeployedContainer container, SystemModel system) {
        Amount limit = container.container().resources().memoryLimit();
        if (container.options().sizing().isEmpty() || !limit.isStated()) {
            return Outcome.notApplicable();
        }
        if (limit.whole().isEmpty()) {
            return Outcome.unknown("the memory limit of " + container.title());
        }
        long available = limit.whole().getAsLong() >> 20;
        OptionalLong heap = heap(container, available);
        if (heap.isEmpty()) {
            return Outcome.unknown("the heap size that %s states".formatted(container.title()));
        }
        boolean roomy = available > ROOMY && heap.getAsLong() * 10 <= available * 8;
        return roomy || heap.getAsLong() + NATIVE <= available
                ? Outcome.holds()
                : breach(container, limit, heap.getAsLong(), available);
    }

    private static OptionalLong heap(DeployedContainer container, long available) {
        OptionalLong stated = container.options().maxHeap();
        if (stated.isPresent()) {
            return OptionalLong.of(stated.getAsLong() >> 20);
        }
        return container.options().maxShare().stream()
                .mapToLong(share -> (long) (available * share / 100))
                .findFirst();
    }

    private static Outcome breach(DeployedContainer container, Amount limit, long heap, long available) {
        Evidence option = container.options().sizing().orElseThrow();
        return Outcome.breach(
                        container.at(),
                        container.key() + " memory",
                        Proof.of(option.at(), option.label()).and(limit.at(), "limit " + limit.text()))
                .saying(
                        "%s may use %s MiB of heap and about %s MiB outside it, with a limit of %s MiB."
                                .formatted(container.title(), heap, NATIVE, available),
                        "The container is killed without a stack trace at the first hour that fills the heap.",
                        "Lower the heap to about %s MiB, or raise the limit to about %s MiB."
                                .formatted(Math.max(64, available - NATIVE), heap + NATIVE))
                .in(container.in().environment().orElse(null));
    }
}
