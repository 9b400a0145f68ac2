package io.loadline.fact.helm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a template. Lines count from 1. */
sealed interface Node {

    /** Plain text and the line that it starts on. */
    record Text(String text, int line) implements Node {}

    /** A directive that puts out a value; {@code source} with its braces. */
    record Output(Expression value, String source, int line) implements Node {}

    /** A variable that gets a value. */
    record Assign(String name, Expression value, boolean isNew) implements Node {}

    /** The first branch whose condition holds; one without condition always does. */
    record Choice(List<Branch> branches) implements Node {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /**
     * A branch of a choice.
     *
     * @param rebinds whether the condition's value becomes the dot inside
     * @param variable that gets the condition's value; empty for none
     */
    record Branch(@Nullable Expression condition, boolean rebinds, String variable, List<Node> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /** A body for every element; {@code otherwise} when there is none. */
    record Repeat(Expression over, String key, String element, List<Node> body, List<Node> otherwise) implements Node {
        public Repeat {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A named template put out in place. */
    record Invoke(String name, Expression argument, int line) implements Node {}
}
