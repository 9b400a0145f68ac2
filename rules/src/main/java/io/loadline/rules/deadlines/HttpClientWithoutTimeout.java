package io.loadline.rules.deadlines;

import io.loadline.catalog.Style;
import io.loadline.flow.RemoteClient;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;

/** Does this blocking client stop waiting for a response? */
final class HttpClientWithoutTimeout extends Rule<RemoteClient> {

    HttpClientWithoutTimeout() {
        super(
                RemoteClient.class,
                new RuleCard(
                        "Does this blocking client stop waiting for a response?",
                        Dimension.DEADLINES,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(RemoteClient client, SystemModel system) {
        boolean blockingHttp = client.site().component().style() == Style.BLOCKING
                && "http".equals(client.site().component().protocol());
        return blockingHttp
                ? ResponseLimit.judge(
                        client,
                        system,
                        "One silent callee holds a request thread for each call: 200 stalled calls freeze every endpoint of a server with"
                                + " 200 threads.")
                : Outcome.notApplicable();
    }
}
