package io.loadline.code;

import io.loadline.evidence.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement or expression of a method body, lowered to what later questions need: order, repetition, choice, failure, locking,
 * calls, allocations and literals. Names are as written. Nodes that can be pointed at carry a span.
 */
public sealed interface Node {

    /** The direct parts in the order in which they are evaluated. */
    List<Node> children();

    /** Takes this node and all below it, the outer before the inner. */
    default void each(Consumer<Node> visitor) {
        any(here -> {
            visitor.accept(here);
            return false;
        });
    }

    /** Whether this node or one below it passes a test; stops at the first. */
    default boolean any(Predicate<Node> test) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (test.test(here)) {
                return true;
            }
            List<Node> below = here.children();
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
        return false;
    }

    /** Statements one after the other. */
    record Block(List<Node> steps) implements Node {
        public Block {
            steps = List.copyOf(steps);
        }

        @Override
        public List<Node> children() {
            return steps;
        }
    }

    /** Declaration of a local variable, also the variable of a for-each loop, a resource or a pattern. */
    record Local(String name, TypeName type, @Nullable Node init, Span span) implements Node {
        @Override
        public List<Node> children() {
            return parts(init);
        }
    }

    /**
     * A loop of any kind.
     *
     * @param once what runs once before: the initialisers of a {@code for}, the iterated expression of a for-each
     * @param variable the variable of a for-each
     * @param condition checked before or, for {@code DO}, after every round; absent for for-each and endless loops
     * @param update what a {@code for} does after every round
     * @param span of the loop's head, from the keyword to the end of its parentheses (for {@code do} the keyword)
     */
    record Loop(
            LoopKind kind,
            List<Node> once,
            @Nullable Local variable,
            @Nullable Node condition,
            Node body,
            List<Node> update,
            Span span)
            implements Node {
        public Loop {
            once = List.copyOf(once);
            update = List.copyOf(update);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(once);
            all.addAll(parts(variable, condition, body));
            all.addAll(update);
            return List.copyOf(all);
        }
    }

    /** The written form of a loop. */
    enum LoopKind {
        FOR,
        FOR_EACH,
        WHILE,
        DO
    }

    /**
     * A choice: {@code if}, {@code switch} (statement or expression) or {@code ?:}.
     *
     * @param subject the condition or selector
     * @param arms the alternatives in order
     * @param exhaustive whether one of the arms is always taken
     */
    record Branch(Node subject, List<Node> arms, boolean exhaustive) implements Node {
        public Branch {
            arms = List.copyOf(arms);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(parts(subject));
            all.addAll(arms);
            return List.copyOf(all);
        }
    }

    /** A {@code try} with its resources, handlers and end. */
    record Try(
            List<Node> resources,
            Block body,
            List<Handler> handlers,
            @Nullable Block end,
            Span span) implements Node {
        public Try {
            resources = List.copyOf(resources);
            handlers = List.copyOf(handlers);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(resources);
            all.add(body);
            all.addAll(handlers);
            all.addAll(parts(end));
            return List.copyOf(all);
        }
    }

    /** A {@code catch} clause with its caught types. */
    record Handler(List<TypeName> types, String name, Block body) implements Node {
        public Handler {
            types = List.copyOf(types);
        }

        @Override
        public List<Node> children() {
            return List.of(body);
        }
    }

    /** A {@code synchronized} block. */
    record Locked(Node monitor, Block body, Span span) implements Node {
        @Override
        public List<Node> children() {
            return List.of(monitor, body);
        }
    }

    /** A {@code return}, with its value where it has one. */
    record Return(@Nullable Node value) implements Node {
        @Override
        public List<Node> children() {
            return parts(value);
        }
    }

    /** A {@code throw}. */
    record Throw(Node value) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    /** A {@code break}, {@code continue} or {@code yield}. */
    record Jump(
            JumpKind kind, @Nullable String label, @Nullable Node value) implements Node {
        @Override
        public List<Node> children() {
            return parts(value);
        }
    }

    /** Where a jump goes. */
    enum JumpKind {
        BREAK,
        CONTINUE,
        YIELD
    }

    /** A class, record, enum or interface declared inside a body. */
    record LocalType(TypeDecl type) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /**
     * A method call.
     *
     * @param receiver absent for unqualified calls; {@code this} and {@code super} are {@link Name}s. An explicit constructor call is
     *     named {@code this} or {@code super} and has no receiver.
     * @param span of the whole call, from the start of its receiver
     * @param nameSpan of the method's name
     */
    record Call(@Nullable Node receiver, String name, List<Node> arguments, Span span, Span nameSpan) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Node> children() {
            return receiver == null ? arguments : prepend(receiver, arguments);
        }
    }

    /**
     * An allocation.
     *
     * @param body the anonymous class, where one is written
     */
    record New(
            TypeName type, List<Node> arguments, @Nullable TypeDecl body, Span span) implements Node {
        public New {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Node> children() {
            return arguments;
        }
    }

    /** A lambda. Its body is a {@link Block} or a single expression. */
    record Lambda(List<MethodDecl.Parameter> parameters, Node body, Span span) implements Node {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public List<Node> children() {
            return List.of(body);
        }
    }

    /** A method reference; a constructor reference is named {@code <init>} and its scope is a {@link TypeLiteral}. */
    record MethodRef(Node scope, String name, Span span) implements Node {
        @Override
        public List<Node> children() {
            return List.of(scope);
        }
    }

    /** A literal. {@code text} is the value: unescaped for strings and characters, as written (without {@code _}) for numbers. */
    record Literal(LiteralKind kind, String text) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** The kind of a literal. */
    enum LiteralKind {
        STRING,
        CHARACTER,
        INTEGER,
        LONG,
        DOUBLE,
        BOOLEAN,
        NULL
    }

    /** A simple name: a local, parameter, field or type; also {@code this} and {@code super}. */
    record Name(String id) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** A field of something, or a qualified name. */
    record Select(Node target, String name) implements Node {
        @Override
        public List<Node> children() {
            return List.of(target);
        }
    }

    /** A class literal, or a type used where an expression stands (scope of a constructor reference). */
    record TypeLiteral(TypeName type) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /**
     * Any other operator.
     *
     * @param operator as written; {@code "[]"} for an array access, {@code "instanceof"} for a type test (its pattern variables are
     *     {@link Local}s among the operands), {@code "x++"} and {@code "x--"} for the postfix forms
     */
    record Operation(String operator, List<Node> operands) implements Node {
        public Operation {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Node> children() {
            return operands;
        }
    }

    /** An assignment; {@code operator} is {@code =}, {@code +=} and so on. */
    record Assign(Node target, String operator, Node value, Span span) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value, target);
        }
    }

    /** A cast. */
    record Cast(TypeName type, Node value) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    /**
     * An array creation, an array initialiser or an annotation's list of values.
     *
     * @param type the element type; {@code var} where it is not written
     * @param sizes the written sizes
     * @param elements the written elements
     */
    record ArrayOf(TypeName type, List<Node> sizes, List<Node> elements) implements Node {
        public ArrayOf {
            sizes = List.copyOf(sizes);
            elements = List.copyOf(elements);
        }

        @Override
        public List<Node> children() {
            return Stream.concat(sizes.stream(), elements.stream()).toList();
        }
    }

    /** An annotation used as a value of another. */
    record Annotated(Annotation annotation) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    private static List<Node> parts(@Nullable Node... nodes) {
        if (nodes.length == 1) {
            return nodes[0] == null ? List.of() : List.of(nodes[0]);
        }
        List<Node> present = new ArrayList<>(nodes.length);
        for (Node node : nodes) {
            if (node != null) {
                present.add(node);
            }
        }
        return List.copyOf(present);
    }

    private static List<Node> prepend(Node first, List<Node> rest) {
        if (rest.isEmpty()) {
            return List.of(first);
        }
        List<Node> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
