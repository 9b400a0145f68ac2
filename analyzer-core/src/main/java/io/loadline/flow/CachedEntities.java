package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.Optional;
import java.util.stream.Stream;

/** Entities that are marked to be kept by a cache that all sessions share. */
final class CachedEntities {

    private final Code code;

    CachedEntities(Code code) {
        this.code = code;
    }

    /** Whether a call asks for one of them: by its class among the arguments, or by the type that the store is declared for. */
    boolean isAskedFor(CallSite site) {
        ProjectType owner = site.caller().owner();
        Stream<TypeRef> named = site.node() instanceof Node.Call call
                ? call.arguments().stream()
                        .filter(Node.TypeLiteral.class::isInstance)
                        .map(a -> owner.names().resolve(((Node.TypeLiteral) a).type()))
                : Stream.empty();
        Stream<TypeRef> declared = project(site.target().receiver(), owner).stream()
                .flatMap(type -> type.supertypes().stream())
                .map(parent -> parent.argument(0));
        return Stream.concat(named, declared)
                .flatMap(type -> project(type, owner).stream())
                .anyMatch(this::isCached);
    }

    private boolean isCached(ProjectType type) {
        return type.annotationNames().stream()
                .anyMatch(name -> code.catalog().injections(name).contains("cached-entity"));
    }

    private static Optional<ProjectType> project(TypeRef type, ProjectType seenFrom) {
        return type.isKnown() ? seenFrom.names().view().findProject(type.name()) : Optional.empty();
    }
}
