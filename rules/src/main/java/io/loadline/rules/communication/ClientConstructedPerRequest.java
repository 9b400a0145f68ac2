package io.loadline.rules.communication;

import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.Trait;
import io.loadline.evidence.Proof;
import io.loadline.flow.RemoteClient;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import java.util.List;

/** Is this client made once and shared? */
final class ClientConstructedPerRequest extends Rule<RemoteClient> {

    ClientConstructedPerRequest() {
        super(
                RemoteClient.class,
                new RuleCard("Is this client made once and shared?", Dimension.COMMUNICATION, Severity.MAJOR, "0.1.0"));
    }

    @Override
    protected Outcome check(RemoteClient client, SystemModel system) {
        boolean costly = client.site().component().costly()
                && !client.site().component().traits().contains(Trait.SHARED);
        if (!costly || client.site().made().isEmpty()) {
            return Outcome.notApplicable();
        }
        return client.perRequest() ? breach(client) : Outcome.holds();
    }

    private static Outcome breach(RemoteClient client) {
        String where = client.site().within().map(m -> m.title()).orElse("a method");
        boolean keeps = keepsConnections(client);
        return Outcome.breach(
                        client.at(), client.site().type().name(), Proof.of(client.at(), "made on the way of a request"))
                .saying(
                        "%s makes a new %s for each request.".formatted(where, client.title()),
                        keeps
                                ? "The process keeps the connections, but every request pays for making the client, and each place needs its own limits."
                                : "Every call pays name look-up, connection and TLS set-up anew, and ports and threads run out before CPU does.",
                        "Make it once, as a bean or a constant, and share it.")
                .atMost(keeps ? Severity.MINOR : Severity.MAJOR);
    }

    /** Whether connections outlive the client, whichever transport is under it. */
    private static boolean keepsConnections(RemoteClient client) {
        List<Component> transports = client.site().transports();
        return !transports.isEmpty()
                && transports.stream().allMatch(t -> t.traits().contains(Trait.PROCESS_CONNECTIONS));
    }
}
