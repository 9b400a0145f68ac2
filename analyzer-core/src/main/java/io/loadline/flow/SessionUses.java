package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Marker;
import io.loadline.code.Node;
import io.loadline.evidence.Location;
import io.loadline.flow.component.Unserved;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.ProjectType;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where code keeps state in the session of a user. */
public final class SessionUses {

    /** Finds the uses of sessions in a system. */
    public static final Query<SessionUses> QUERY = new Query<>("session uses") {
        @Override
        protected SessionUses compute(SystemModel system) {
            return new SessionUses(system);
        }
    };

    /**
     * One use.
     *
     * @param module directory of the module that it stands in
     * @param services ids of the services that run it
     * @param what what is to be seen there
     * @param isRead whether anything may read the state again
     */
    public record Use(Location at, String module, String what, List<String> services, boolean isRead) {}

    /** By custom, the constant by which code says that there are no sessions. */
    private static final String NONE = "STATELESS";

    private final List<Use> all = new ArrayList<>();
    private final Set<String> without = new HashSet<>();
    private final Set<String> owned = new HashSet<>();

    private SessionUses(SystemModel system) {
        Set<String> read = new HashSet<>();
        List<String> policies = system.code().catalog().markers("no-session").stream()
                .flatMap(m -> m.types().stream())
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
        for (ProjectType type : system.code().types()) {
            for (var method : type.methods()) {
                system.code().sites(method).forEach(site -> {
                    keyRead(site).ifPresent(read::add);
                    if (arguments(site).stream().anyMatch(a -> isNone(a, policies))) {
                        without.add(type.module());
                    }
                });
            }
        }
        calls(system, read);
        annotations(system);
        all.sort(Comparator.comparing(Use::at));
        system.services()
                .forEach(service ->
                        owned.addAll(service.modules().stream().limit(1).toList()));
    }

    private void calls(SystemModel system, Set<String> read) {
        Operations operations = system.ask(Operations.QUERY);
        Unserved nobody = system.ask(Unserved.QUERY);
        for (CallSite site : operations.sites()) {
            if (operations.does(site, Effect.SESSION) && !nobody.is(site.caller())) {
                boolean isRead = key(site).map(read::contains).orElse(true);
                String module = site.caller().owner().module();
                all.add(new Use(site.at(), module, site.title(), system.servicesOf(site.caller()), isRead));
            }
        }
    }

    private void annotations(SystemModel system) {
        List<String> annotations = system.code().catalog().markers("session-state").stream()
                .map(Marker::annotations)
                .flatMap(List::stream)
                .toList();
        for (ProjectType type : system.code().types()) {
            type.annotationNames().stream()
                    .filter(annotations::contains)
                    .findFirst()
                    .ifPresent(name -> all.add(new Use(
                            type.at(),
                            type.module(),
                            "@" + name.substring(name.lastIndexOf('.') + 1),
                            system.servicesOf(type),
                            true)));
        }
    }

    private static boolean isNone(Node argument, List<String> policies) {
        if (argument instanceof Node.Name name) {
            return !policies.isEmpty() && name.id().equals(NONE);
        }
        return argument instanceof Node.Select select
                && select.name().equals(NONE)
                && select.target() instanceof Node.Name owner
                && policies.contains(owner.id());
    }

    private static Optional<String> keyRead(CallSite site) {
        String name = site.target().name();
        return name.equals("getAttribute") || name.equals("getValue") ? key(site) : Optional.empty();
    }

    /** The text or the constant that names the state; empty where it is computed. */
    private static Optional<String> key(CallSite site) {
        Node first = arguments(site).stream().findFirst().orElse(null);
        if (first instanceof Node.Literal text && text.kind() == Node.LiteralKind.STRING) {
            return Optional.of("\"" + text.text());
        }
        if (first instanceof Node.Select select) {
            return Optional.of(select.name());
        }
        return first instanceof Node.Name name && name.id().matches("[A-Z][A-Z\\d_]*")
                ? Optional.of(name.id())
                : Optional.empty();
    }

    /** The uses in the code of a service, sorted by place. What is the own code of another service is that one's. */
    public List<Use> in(Service service) {
        String own = service.modules().stream().findFirst().orElse("");
        return all.stream()
                .filter(use -> use.services().contains(service.id()))
                .filter(use -> use.module().equals(own) || !owned.contains(use.module()))
                .toList();
    }

    /** Whether the code of a service says that it keeps no sessions. */
    public boolean isStateless(Service service) {
        return service.modules().stream().anyMatch(without::contains);
    }

    private static List<Node> arguments(CallSite site) {
        return site.node() instanceof Node.Call call ? call.arguments() : List.of();
    }
}
