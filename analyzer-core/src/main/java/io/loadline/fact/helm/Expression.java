package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.util.List;

/** What a template directive computes. */
sealed interface Expression {

    /** A text, number, truth value or nil. */
    record Literal(Tree.Scalar value) implements Expression {}

    /** The dot. */
    record Dot() implements Expression {}

    /** A variable; the empty name is the root. */
    record Variable(String name) implements Expression {}

    /** A path of fields below a value. */
    record Field(Expression base, List<String> names) implements Expression {
        public Field {
            names = List.copyOf(names);
        }
    }

    /** A function with its arguments; a piped value is the last one. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Something that cannot be told without a cluster. */
    record Opaque() implements Expression {}
}
