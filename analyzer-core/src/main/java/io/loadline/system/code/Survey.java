package io.loadline.system.code;

import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one look over a body tells before it is walked.
 *
 * @param assigned names that the body assigns to, other than by declaring them
 * @param types types declared in it, anonymous ones too, but not those inside them; the last first
 */
record Survey(Set<String> assigned, List<TypeDecl> types) {

    static final Survey NOTHING = new Survey(Set.of(), List.of());

    Survey {
        assigned = Set.copyOf(assigned);
        types = List.copyOf(types);
    }

    static Survey of(Node body) {
        Set<String> assigned = new HashSet<>();
        List<TypeDecl> types = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (here instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
                assigned.add(name.id());
            } else if (here instanceof Node.Operation step && isStep(step)) {
                assigned.add(((Node.Name) step.operands().get(0)).id());
            } else if (here instanceof Node.New created && created.body() != null) {
                types.add(created.body());
            } else if (here instanceof Node.LocalType local) {
                types.add(local.type());
            }
            here.children().forEach(open::push);
        }
        return assigned.isEmpty() && types.isEmpty() ? NOTHING : new Survey(assigned, types);
    }

    private static boolean isStep(Node.Operation operation) {
        return (operation.operator().contains("++") || operation.operator().contains("--"))
                && operation.operands().get(0) instanceof Node.Name;
    }
}
