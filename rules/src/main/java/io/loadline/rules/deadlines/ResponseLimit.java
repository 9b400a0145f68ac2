package io.loadline.rules.deadlines;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.RemoteClient;
import io.loadline.rule.Outcome;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import java.util.Optional;

/** How the rules about clients judge the limit for a response. */
final class ResponseLimit {

    private ResponseLimit() {}

    static Outcome judge(RemoteClient client, String effect) {
        Optional<Setting> limit = client.site().limit("response-timeout");
        Optional<Setting> whole = client.site().limit("call-timeout");
        if (whole.filter(s -> s.known().filter(v -> !v.equals("unbounded")).isPresent())
                .isPresent()) {
            return Outcome.holds();
        }
        if (limit.isEmpty()) {
            return Outcome.notApplicable();
        }
        Setting setting = limit.get();
        if (setting instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        return setting instanceof Setting.Unbounded unbounded ? breach(client, unbounded, effect) : Outcome.holds();
    }

    private static Outcome breach(RemoteClient client, Setting.Unbounded limit, String effect) {
        Proof proof = Proof.of(client.at(), client.title() + " is made here");
        for (Evidence evidence : limit.origin()) {
            proof = proof.and(evidence.at(), evidence.label());
        }
        Outcome.Breach breach = Outcome.breach(client.at(), client.key(), proof.atMost(limit.sureness()))
                .saying(
                        "%s waits for a response without any limit: %s.".formatted(client.title(), limit.by()),
                        effect,
                        "Set a connect and a response timeout on %s, from the slowest answer that is still of use."
                                .formatted(client.title()));
        return client.reach().heat() == Heat.BACKGROUND ? breach.atMost(Severity.MAJOR) : breach;
    }
}
