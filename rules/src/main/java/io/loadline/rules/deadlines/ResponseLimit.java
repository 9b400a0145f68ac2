package io.loadline.rules.deadlines;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.RemoteClient;
import io.loadline.flow.component.UseHeat;
import io.loadline.rule.Outcome;
import io.loadline.rule.Severity;
import io.loadline.rules.Unrun;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.Optional;

/** How the rules about clients judge the limit for a response. */
final class ResponseLimit {

    private static final String ALONE =
            "One silent callee stops the background work that uses it until the process is started anew.";

    private static final String SOMEWHERE =
            "One silent callee holds the thread that called it for ever: when all threads of a pool are held so, whatever they serve stops.";

    private ResponseLimit() {}

    static Outcome judge(RemoteClient client, SystemModel system, String effect) {
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
        if (!(setting instanceof Setting.Unbounded unbounded)) {
            return Outcome.holds();
        }
        Outcome.Breach breach = breach(client, unbounded, heat(client, system), effect);
        return Unrun.is(client, system) ? breach.atMost(Severity.MINOR) : breach;
    }

    /** How hot its calls are, where they are known, otherwise the place where it is made. */
    private static Heat heat(RemoteClient client, SystemModel system) {
        return client.site()
                .made()
                .flatMap(system.ask(UseHeat.QUERY)::of)
                .orElse(client.reach().heat());
    }

    private static Outcome.Breach breach(RemoteClient client, Setting.Unbounded limit, Heat heat, String effect) {
        Proof proof = Proof.of(client.at(), client.title() + " is made here");
        for (Evidence evidence : limit.origin()) {
            proof = proof.and(evidence.at(), evidence.label());
        }
        Outcome.Breach breach = Outcome.breach(client.at(), client.key(), proof.atMost(limit.sureness()))
                .saying(
                        "%s waits for a response without any limit: %s.".formatted(client.title(), limit.by()),
                        switch (heat) {
                            case BACKGROUND -> ALONE;
                            case UNKNOWN -> SOMEWHERE;
                            case STARTUP, LISTENER, REQUEST, WHOLE_SERVICE -> effect;
                        },
                        "Set a connect and a response timeout on %s, from the slowest answer that is still of use."
                                .formatted(client.title()));
        return switch (heat) {
            case BACKGROUND -> breach.atMost(Severity.MINOR);
            case STARTUP, UNKNOWN -> breach.atMost(Severity.MAJOR);
            case LISTENER, REQUEST, WHOLE_SERVICE -> breach;
        };
    }
}
