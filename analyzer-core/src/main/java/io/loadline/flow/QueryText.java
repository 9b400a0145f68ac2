package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.code.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The text of a query as far as literals, constants and local variables tell it. */
final class QueryText {

    /** Calls on a query that limit its result. */
    static final Set<String> LIMITERS =
            Set.of("setMaxResults", "limit", "setFirstResult", "maxRows", "setMaxRows", "top");

    private QueryText() {}

    /** The text, with unknown parts left out; empty when nothing of it is known. */
    static Optional<String> of(Node node, Method caller) {
        return of(node, caller, 0);
    }

    private static Optional<String> of(Node node, Method caller, int depth) {
        if (node instanceof Node.Literal literal) {
            return literal.kind() == Node.LiteralKind.STRING ? Optional.of(literal.text()) : Optional.empty();
        }
        if (node instanceof Node.Operation sum && sum.operator().equals("+")) {
            StringBuilder all = new StringBuilder();
            sum.operands().forEach(o -> of(o, caller, depth + 1).ifPresent(all::append));
            return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
        }
        if (node instanceof Node.Name name && depth < 6) {
            return initialiser(name.id(), caller).flatMap(init -> of(init, caller, depth + 1));
        }
        return Optional.empty();
    }

    /** The value with which a local variable or a field of the caller's type is declared. */
    static Optional<Node> initialiser(String name, Method caller) {
        Optional<Node> local = find(
                        caller, node -> node instanceof Node.Local l && l.name().equals(name) && l.init() != null)
                .map(node -> ((Node.Local) node).init());
        return local.or(() -> caller.owner().decl().fields().stream()
                .filter(f -> f.name().equals(name))
                .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                .findFirst());
    }

    /** Whether a limit is set anywhere in the method on the variable of that name. */
    static boolean isLimitedLater(String variable, Method caller) {
        return find(
                        caller,
                        node -> node instanceof Node.Call call
                                && LIMITERS.contains(call.name())
                                && startsFrom(call, variable))
                .isPresent();
    }

    private static boolean startsFrom(Node.Call call, String variable) {
        Node here = call;
        while (here instanceof Node.Call step && step.receiver() != null) {
            here = step.receiver();
        }
        return here instanceof Node.Name name && name.id().equals(variable);
    }

    private static Optional<Node> find(Method method, Predicate<Node> sought) {
        Deque<Node> open = new ArrayDeque<>();
        if (method.decl().body() != null) {
            open.push(method.decl().body());
        }
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (sought.test(here)) {
                return Optional.of(here);
            }
            here.children().forEach(open::push);
        }
        return Optional.empty();
    }
}
