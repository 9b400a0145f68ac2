package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
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

    /** What a name stood for before a declaration, restored at the end of the scope. */
    private record Hidden(String name, @Nullable Variable variable) {}

    private static final int MANY = 1_000;

    private final Map<String, Variable> visible = new HashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final Deque<Integer> scopes = new ArrayDeque<>();
    private final Set<String> reassigned = new HashSet<>();
    private final IdentityHashMap<Variable, Integer> filled = new IdentityHashMap<>();

    /** Notes the names that a body assigns to, so that their declaration does not tell their value. */
    void noteAssigned(Set<String> names) {
        reassigned.addAll(names);
    }

    boolean isReassigned(String name) {
        return reassigned.contains(name);
    }

    void open() {
        scopes.push(hidden.size());
    }

    void close() {
        int start = scopes.pop();
        for (int last = hidden.size() - 1; last >= start; last--) {
            Hidden before = hidden.remove(last);
            if (before.variable() == null) {
                visible.remove(before.name());
            } else {
                visible.put(before.name(), before.variable());
            }
        }
    }

    void declare(String name, TypeRef type, @Nullable Node init) {
        Variable before = visible.put(name, new Variable(type, reassigned.contains(name) ? null : init));
        hidden.add(new Hidden(name, before));
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
        return Optional.ofNullable(visible.get(name));
    }
}
