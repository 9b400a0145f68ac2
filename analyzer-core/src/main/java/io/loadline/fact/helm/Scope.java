package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean at a point of a template. A value that cannot be told is absent. */
final class Scope {

    private final @Nullable Scope outer;
    private final @Nullable Tree dot;
    private final Map<String, Holder> variables = new HashMap<>();

    /** A variable's value, which inner blocks may change. */
    private static final class Holder {
        private @Nullable Tree value;

        Holder(@Nullable Tree value) {
            this.value = value;
        }
    }

    private Scope(@Nullable Scope outer, @Nullable Tree dot) {
        this.outer = outer;
        this.dot = dot;
    }

    /** The outermost scope of a template; its root variable is its dot. */
    static Scope of(@Nullable Tree dot) {
        Scope scope = new Scope(null, dot);
        scope.declare("", dot);
        return scope;
    }

    Scope inside(@Nullable Tree innerDot) {
        return new Scope(this, innerDot);
    }

    @Nullable
    Tree dot() {
        return dot;
    }

    void declare(String name, @Nullable Tree value) {
        variables.put(name, new Holder(value));
    }

    void assign(String name, @Nullable Tree value) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Holder holder = scope.variables.get(name);
            if (holder != null) {
                holder.value = value;
                return;
            }
        }
        declare(name, value);
    }

    @Nullable
    Tree variable(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Holder holder = scope.variables.get(name);
            if (holder != null) {
                return holder.value;
            }
        }
        return null;
    }
}
