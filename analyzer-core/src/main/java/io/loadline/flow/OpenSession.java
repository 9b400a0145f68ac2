package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Marker;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.ProjectType;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens while a persistence session stays open until the response is written. */
public final class OpenSession {

    private static final List<Effect> SLOW = List.of(Effect.REMOTE, Effect.MODEL, Effect.SEND);

    private OpenSession() {}

    /** A call to another process that a handler of the service makes meanwhile. */
    public static Optional<Evidence> remoteCall(Service service, SystemModel system) {
        Reaches reaches = system.ask(Reaches.QUERY);
        return system.ask(EntryPoints.QUERY).all().stream()
                .filter(entry -> entry.heat() == Heat.REQUEST
                        && service.modules().contains(entry.method().owner().module()))
                .flatMap(entry -> SLOW.stream().flatMap(effect -> reaches.from(entry.method(), effect).stream()))
                .map(Reaches.Way::operation)
                .map(call -> new Evidence(call.at(), "meanwhile calls " + call.title()))
                .findFirst();
    }

    /** An association of the service's entities that is read where somebody first looks at it, be it the serialiser. */
    public static Optional<Evidence> lazyAssociation(Service service, SystemModel system) {
        Set<String> toMany = annotations("to-many", system);
        Set<String> toOne = annotations("to-one", system);
        return system.ask(MarkedTypes.QUERY).in(service, "entity").stream()
                .flatMap(entity -> members(entity)
                        .filter(annotation -> {
                            String name = entity.names().annotation(annotation.name());
                            return (toMany.contains(name) && !isFetched(annotation, "EAGER"))
                                    || (toOne.contains(name) && isFetched(annotation, "LAZY"));
                        })
                        .map(annotation -> new Evidence(
                                Location.of(entity.path(), annotation.span()),
                                "an association of %s is read when first looked at".formatted(entity.simpleName()))))
                .findFirst();
    }

    private static Set<String> annotations(String word, SystemModel system) {
        return system.code().catalog().markers(word).stream()
                .map(Marker::annotations)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** Annotations of fields and of getters. */
    private static Stream<Annotation> members(ProjectType entity) {
        return Stream.concat(
                entity.decl().fields().stream().flatMap(field -> field.annotations().stream()),
                entity.decl().methods().stream().flatMap(method -> method.annotations().stream()));
    }

    private static boolean isFetched(Annotation annotation, String when) {
        return annotation
                .member("fetch")
                .filter(value -> value.any(part -> (part instanceof Node.Name name
                                && name.id().equals(when))
                        || (part instanceof Node.Select select && select.name().equals(when))))
                .isPresent();
    }
}
