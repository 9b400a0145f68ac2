package io.loadline.flow.rows;

import io.loadline.code.Node;
import java.util.List;
import java.util.Optional;

/** Queries that are prepared by one call and run by another. */
final class Prepared {

    private Prepared() {}

    /** What was given as text to the call that prepared the query. */
    static Optional<Node> text(List<Node.Call> making) {
        return making.stream()
                .filter(c -> c.name().matches("create(Native|Selection|SQL)?Query|sql|query|find"))
                .filter(c -> c.arguments().stream().anyMatch(Prepared::mayBeText))
                .map(c -> c.arguments().get(0))
                .filter(Prepared::mayBeText)
                .findFirst();
    }

    /** Whether the query's text stands elsewhere under a name. */
    static boolean isNamed(List<Node.Call> making) {
        return making.stream().anyMatch(c -> c.name().matches("(create|get)Named\\w*Query|createStoredProcedureQuery"));
    }

    private static boolean mayBeText(Node node) {
        return !(node instanceof Node.TypeLiteral)
                && !(node instanceof Node.Lambda)
                && !(node instanceof Node.MethodRef);
    }

    /** Whether the query is known to the end and has no condition. */
    static boolean isBare(Node.Call call, List<Node.Call> making) {
        boolean criteria = making.stream()
                .anyMatch(c -> c.name().matches("createQuery|createCriteria")
                        && c.arguments().stream().anyMatch(Node.TypeLiteral.class::isInstance));
        boolean where = making.stream().anyMatch(c -> c.name().matches("where|add|filter|and|or"));
        boolean plain = call.arguments().stream()
                .allMatch(a -> a instanceof Node.TypeLiteral
                        || (a instanceof Node.New created && created.arguments().isEmpty()));
        return (criteria && !where) || (plain && !call.arguments().isEmpty() && making.size() <= 1);
    }
}
