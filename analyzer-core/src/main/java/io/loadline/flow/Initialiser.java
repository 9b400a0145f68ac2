package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.code.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The value with which a variable is declared. */
final class Initialiser {

    private Initialiser() {}

    /** The value of a local variable of the method, or of a field of its type. */
    static Optional<Node> of(String name, Method method) {
        Deque<Node> open = new ArrayDeque<>();
        if (method.decl().body() != null) {
            open.push(method.decl().body());
        }
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (here instanceof Node.Local local && local.name().equals(name) && local.init() != null) {
                return Optional.of(local.init());
            }
            here.children().forEach(open::push);
        }
        return method.owner().decl().fields().stream()
                .filter(f -> f.name().equals(name))
                .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                .findFirst();
    }
}
