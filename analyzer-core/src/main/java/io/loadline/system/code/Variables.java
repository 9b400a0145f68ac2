package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Local variables and parameters in scope while a body is walked. */
final class Variables {

    /**
     * A local variable or parameter.
     *
     * @param init its only value, where it is assigned once and at its declaration
     */
    record Variable(TypeRef type, @Nullable Node init) {}

    private static final int MANY = 1_000;

    private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();
    private final Set<String> reassigned = new HashSet<>();
    private final IdentityHashMap<Variable, Integer> filled = new IdentityHashMap<>();

    Variables() {
        scopes.push(new HashMap<>());
    }

    /** Notes the names that a body assigns to, so that their declaration does not tell their value. */
    void noteAssignments(Node node) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (here instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
                reassigned.add(name.id());
            }
            if (here instanceof Node.Operation step
                    && (step.operator().contains("++") || step.operator().contains("--"))
                    && step.operands().get(0) instanceof Node.Name name) {
                reassigned.add(name.id());
            }
            here.children().forEach(open::push);
        }
    }

    boolean isReassigned(String name) {
        return reassigned.contains(name);
    }

    void open() {
        scopes.push(new HashMap<>());
    }

    void close() {
        scopes.pop();
    }

    void declare(String name, TypeRef type, @Nullable Node init) {
        Map<String, Variable> scope = scopes.element();
        scope.put(name, new Variable(type, reassigned.contains(name) ? null : init));
    }

    /** Notes that so many elements may be added to a collection; -1 where their number is not fixed by the text. */
    void fill(String name, int elements) {
        find(name)
                .filter(Variables::startsEmpty)
                .ifPresent(v -> filled.merge(
                        v,
                        elements,
                        (before, more) -> before < 0 || more < 0 || before + more > MANY ? -1 : before + more));
    }

    /** The number of elements that the text before can have added to a collection that started empty. */
    Optional<Integer> filled(String name) {
        return find(name).filter(Variables::startsEmpty).map(filled::get).filter(elements -> elements > 0);
    }

    private static boolean startsEmpty(Variable variable) {
        return variable.init() instanceof Node.New created
                && created.body() == null
                && created.arguments().stream().allMatch(a -> a instanceof Node.Literal);
    }

    Optional<Variable> find(String name) {
        for (Map<String, Variable> scope : scopes) {
            Variable found = scope.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
