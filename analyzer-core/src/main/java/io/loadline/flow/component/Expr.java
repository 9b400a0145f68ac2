package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.evidence.Location;
import io.loadline.evidence.Span;
import io.loadline.system.code.ProjectType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression where it stands.
 *
 * @param at the place near which it stands
 */
record Expr(Node node, Span at, Scope scope) {

    /**
     * What names in an expression mean.
     *
     * @param text the body around it; absent for annotations
     * @param bound what the body's parameters stand for, where it was entered from a call
     * @param depth how many calls lead here
     */
    record Scope(ProjectType type, @Nullable MethodText text, Map<String, Expr> bound, int depth) {

        static Scope of(MethodText text) {
            return new Scope(text.method().owner(), text, Map.of(), 0);
        }

        static Scope of(ProjectType type) {
            return new Scope(type, null, Map.of(), 0);
        }

        /** Another body, entered with what its parameters stand for. */
        Scope enter(MethodText other, Map<String, Expr> parameters) {
            return new Scope(other.method().owner(), other, parameters, depth + 1);
        }

        /** Another body, of which it is not known with which arguments it runs. */
        Scope visit(MethodText other) {
            return other == text ? this : enter(other, Map.of());
        }

        Optional<Variable> variable(String name, Span at) {
            return text == null ? Optional.empty() : text.variable(name, at);
        }
    }

    /** A part of this expression. */
    Expr part(Node other) {
        return new Expr(other, MethodText.spanOf(other, at), scope);
    }

    /** The expression in the same body that was noted at a place. */
    static Expr of(Variable.Placed placed, Scope scope) {
        return new Expr(placed.node(), placed.at(), scope);
    }

    Location location() {
        return Location.of(scope.type().path(), at);
    }
}
