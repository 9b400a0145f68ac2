package io.loadline.rules.deadlines;

import io.loadline.catalog.Style;
import io.loadline.flow.RemoteClient;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;

/** Does this reactive client give up on a response? */
final class ReactiveClientWithoutResponseTimeout extends Rule<RemoteClient> {

    ReactiveClientWithoutResponseTimeout() {
        super(
                RemoteClient.class,
                new RuleCard(
                        "Does this reactive client give up on a response?",
                        Dimension.DEADLINES,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(RemoteClient client, SystemModel system) {
        return client.site().component().style() == Style.REACTIVE
                ? ResponseLimit.judge(
                        client,
                        system,
                        "Calls to a silent callee pile up without any thread that shows it, until memory or the pool's queue overflows.")
                : Outcome.notApplicable();
    }
}
