package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Marker;
import io.loadline.evidence.Location;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.ProjectType;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
     * @param services ids of the services that run it
     * @param what what is to be seen there
     */
    public record Use(Location at, String what, List<String> services) {}

    private final List<Use> all = new ArrayList<>();

    private SessionUses(SystemModel system) {
        Operations operations = system.ask(Operations.QUERY);
        for (CallSite site : operations.sites()) {
            if (operations.does(site, Effect.SESSION)) {
                all.add(new Use(site.at(), site.title(), system.servicesOf(site.caller())));
            }
        }
        List<String> annotations = system.code().catalog().markers("session-state").stream()
                .map(Marker::annotations)
                .flatMap(List::stream)
                .toList();
        for (ProjectType type : system.code().types()) {
            type.annotationNames().stream()
                    .filter(annotations::contains)
                    .findFirst()
                    .ifPresent(name -> all.add(new Use(
                            type.at(), "@" + name.substring(name.lastIndexOf('.') + 1), system.servicesOf(type))));
        }
        all.sort(Comparator.comparing(Use::at));
    }

    /** The uses in the code of a service, sorted by place. */
    public List<Use> in(Service service) {
        return all.stream().filter(use -> use.services().contains(service.id())).toList();
    }
}
