package io.loadline.flow.rows;

import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which entity a repository, a mapper or a query is about. */
final class Holders {

    private static final String ENDING =
            "(Jpa|Crud|Reactive|Mongo)?(Repository(Wrapper|Impl)?|Repo|Dao(Impl)?|DAO|Mapper|Store|Service(Impl)?)$";

    private Holders() {}

    /** The entity of the repository or mapper; by its name where its type does not tell. */
    static String entity(ProjectType holder) {
        return byTypes(holder)
                .orElseGet(() -> holder.simpleName().replaceFirst(ENDING, "").replaceFirst("^Jpa(?=[A-Z])", ""));
    }

    private static Optional<String> byTypes(ProjectType holder) {
        Deque<ProjectType> open = new ArrayDeque<>(List.of(holder));
        Set<ProjectType> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ProjectType here = open.remove();
            for (TypeRef parent : here.supertypes()) {
                for (TypeRef argument : parent.arguments()) {
                    boolean entity = !argument.isVariable()
                            && here.names().view().findProject(argument.name()).isPresent();
                    if (entity) {
                        return Optional.of(argument.name());
                    }
                }
                here.names().view().findProject(parent.name()).filter(seen::add).ifPresent(open::add);
            }
        }
        return Optional.empty();
    }

    /** The entity that a call asks for: a class that is passed, the receiver's, or that of its name. */
    static String entity(CallSite site, List<Node.Call> making) {
        for (Node.Call call : making) {
            for (Node argument : call.arguments()) {
                if (argument instanceof Node.TypeLiteral literal
                        && isProject(site, literal.type().name())) {
                    return literal.type().name();
                }
            }
        }
        TypeRef receiver = site.target().receiver();
        Optional<String> byArgument = receiver.arguments().stream()
                .map(TypeRef::name)
                .filter(n -> site.caller().owner().names().view().findProject(n).isPresent())
                .findFirst();
        if (byArgument.isPresent()) {
            return byArgument.get();
        }
        Optional<ProjectType> type = site.caller().owner().names().view().findProject(receiver.name());
        if (type.isPresent()) {
            return entity(type.get());
        }
        return referred(making).orElse("");
    }

    private static boolean isProject(CallSite site, String written) {
        String qualified = site.caller().owner().names().qualified(written);
        return site.caller().owner().names().view().findProject(qualified).isPresent();
    }

    /** The type whose properties the conditions name by method references. */
    private static Optional<String> referred(List<Node.Call> making) {
        return making.stream()
                .flatMap(c -> c.arguments().stream())
                .filter(Node.MethodRef.class::isInstance)
                .map(a -> ((Node.MethodRef) a).scope())
                .filter(Node.Name.class::isInstance)
                .map(n -> ((Node.Name) n).id())
                .findFirst();
    }
}
