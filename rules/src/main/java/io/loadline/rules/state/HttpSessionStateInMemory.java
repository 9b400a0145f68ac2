package io.loadline.rules.state;

import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.flow.SessionUses;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.ClassPath;
import io.loadline.system.Replicas;
import io.loadline.system.SystemModel;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.OptionalLong;

/** Can any replica serve a user's next request? */
final class HttpSessionStateInMemory extends Rule<Service> {

    HttpSessionStateInMemory() {
        super(
                Service.class,
                new RuleCard(
                        "Can any replica serve a user's next request?", Dimension.STATE, Severity.BLOCKER, "0.1.0"));
    }

    @Override
    protected Outcome check(Service service, SystemModel system) {
        SessionUses sessions = system.ask(SessionUses.QUERY);
        List<SessionUses.Use> uses = sessions.in(service);
        ClassPath path = ClassPath.of(service, system);
        if (uses.isEmpty()) {
            return path.has("web-mvc") || path.has("servlet") ? Outcome.holds() : Outcome.notApplicable();
        }
        if (path.has("session-store")) {
            return Outcome.holds();
        }
        if (sessions.isStateless(service)) {
            return Outcome.notApplicable();
        }
        OptionalLong most = Replicas.most(service, system);
        Outcome.Breach breach = breach(service, uses);
        if (uses.stream().noneMatch(SessionUses.Use::isRead)) {
            return breach.atMost(Severity.INFO);
        }
        if (most.isPresent() && most.getAsLong() <= 1) {
            return breach.atMost(Severity.MINOR);
        }
        return most.isPresent() ? breach : breach.atMost(Severity.MAJOR);
    }

    private static Outcome.Breach breach(Service service, List<SessionUses.Use> uses) {
        SessionUses.Use first = uses.get(0);
        List<Location> others = uses.stream().skip(1).map(SessionUses.Use::at).toList();
        return Outcome.breach(first.at(), "session state", Proof.of(first.at(), first.what()))
                .saying(
                        "%s keeps users' state in the memory of one replica: %s.".formatted(service.id(), first.what()),
                        "With a second replica users lose their state or have to stick to one, and every deployment and scale-in logs them out.",
                        "Keep the state in a token or cookie, or in an external session store.")
                .shownAt(others);
    }
}
