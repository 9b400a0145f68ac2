package io.loadline.flow;

import io.loadline.catalog.Marker;
import io.loadline.system.ClassPath;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.service.Service;
import java.util.Collection;
import java.util.List;

/** Whether a service answers web requests on threads that wait. */
public final class BlockingWeb {

    private BlockingWeb() {}

    /**
     * Whether its class path says so, or else its handlers: those that return plain values, where nothing else is on the class path that
     * would run them.
     */
    public static boolean serves(Service service, SystemModel system) {
        ClassPath path = ClassPath.of(service, system);
        return path.has("web-mvc") || (!path.has("webflux") && hasPlainHandlers(service, system));
    }

    private static boolean hasPlainHandlers(Service service, SystemModel system) {
        Collection<ProjectType> handlers = system.ask(MarkedTypes.QUERY).in(service, "web-handler");
        List<Entry> entries = system.ask(EntryPoints.QUERY).all().stream()
                .filter(entry -> handlers.contains(entry.method().owner()))
                .toList();
        return !entries.isEmpty() && entries.stream().noneMatch(entry -> isReactive(entry.method(), system));
    }

    private static boolean isReactive(Method method, SystemModel system) {
        String returned =
                method.owner().names().resolve(method.decl().returns()).name();
        return system.code().catalog().markers("reactive-result").stream()
                .map(Marker::types)
                .anyMatch(types -> types.contains(returned));
    }
}
