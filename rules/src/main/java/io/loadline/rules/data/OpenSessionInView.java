package io.loadline.rules.data;

import io.loadline.catalog.Catalog.KeyMatch;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.flow.BlockingWeb;
import io.loadline.flow.MarkedTypes;
import io.loadline.flow.OpenSession;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.ClassPath;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.ProjectType;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.Optional;

/** Does the persistence session end before the response is written? */
final class OpenSessionInView extends Rule<Service> {

    OpenSessionInView() {
        super(
                Service.class,
                new RuleCard(
                        "Does the persistence session end before the response is written?",
                        Dimension.DATA,
                        Severity.MAJOR,
                        "0.1.0"));
    }

    private static final String WORD = "session-until-response";

    @Override
    protected Outcome check(Service service, SystemModel system) {
        MarkedTypes marked = system.ask(MarkedTypes.QUERY);
        if (!BlockingWeb.serves(service, system)
                || marked.in(service, "persistence").isEmpty()) {
            return Outcome.notApplicable();
        }
        List<ProjectType> filters = marked.in(service, "open-session-in-view");
        if (!filters.isEmpty()) {
            return byHand(service, filters.get(0), system);
        }
        ClassPath path = ClassPath.of(service, system);
        Optional<String> key = system.code().catalog().key(WORD).map(KeyMatch::key);
        boolean configured = path.has("auto-configuration")
                && !marked.in(service, "auto-configuration").isEmpty()
                && (path.has("jpa") || path.has("jpa-session"));
        if (key.isEmpty() || !configured) {
            return Outcome.notApplicable();
        }
        if (!path.has("jpa-session")) {
            return Outcome.unknown(
                    "whether a library of %s brings the session that is bound to a request".formatted(service.id()));
        }
        Configuration configuration = system.configuration(service.modules().get(0));
        Optional<Setting> stated = configuration.lookup(key.get());
        if (stated.isPresent() && stated.get() instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        return stated.filter(s -> s.is("false")).isPresent()
                ? Outcome.holds()
                : configured(service, configuration, stated, key.get(), system);
    }

    private static Outcome configured(
            Service service, Configuration configuration, Optional<Setting> stated, String key, SystemModel system) {
        Location at = stated.flatMap(s -> s.origin().stream().map(e -> e.at()).findFirst())
                .or(() -> configuration.placeFor(key))
                .orElse(service.at());
        String why = stated.isPresent() ? key + " is set" : key + " is not set, and is on by default";
        return breach(service, key, Proof.of(at, why), "Set %s: false".formatted(key), system);
    }

    /** A filter or interceptor of the project's own. */
    private static Outcome byHand(Service service, ProjectType filter, SystemModel system) {
        String name = filter.simpleName();
        Proof proof = Proof.of(filter.at(), name + " opens one around each request");
        return breach(service, name, proof, "Take %s out".formatted(name), system);
    }

    private static Outcome breach(Service service, String cause, Proof open, String fix, SystemModel system) {
        Optional<Evidence> meanwhile =
                OpenSession.remoteCall(service, system).or(() -> OpenSession.lazyAssociation(service, system));
        return Outcome.breach(
                        open.steps().get(0).at(),
                        cause,
                        meanwhile.map(e -> open.and(e.at(), e.label())).orElse(open))
                .saying(
                        "%s keeps the persistence session open until the response is written.".formatted(service.id()),
                        meanwhile.isPresent()
                                ? "A connection is held while JSON is written and remote calls are made: with a pool of 10 and 200 ms the ceiling"
                                        + " is 50 requests per second and replica, and lazy loading in serialisers hides queries."
                                : "A connection, once taken, is held until the response is written. No remote call of a handler and no lazy"
                                        + " association was seen that would make this long.",
                        fix + " and fetch what the view needs inside the transaction.")
                .atMost(meanwhile.isPresent() ? Severity.MAJOR : Severity.MINOR);
    }
}
