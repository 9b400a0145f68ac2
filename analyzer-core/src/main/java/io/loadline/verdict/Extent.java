package io.loadline.verdict;

import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a declaration reaches, by everything in it that can be pointed at. Walks with a stack of its own: nesting is hostile input. */
final class Extent {

    private final Deque<TypeDecl> types = new ArrayDeque<>();
    private final Deque<Node> nodes = new ArrayDeque<>();
    private int last = 1;

    Extent type(TypeDecl type) {
        types.push(type);
        return this;
    }

    Extent field(FieldDecl field) {
        reach(field.span());
        annotations(field.annotations());
        if (field.initializer() != null) {
            nodes.push(field.initializer());
        }
        return this;
    }

    Extent method(MethodDecl method) {
        reach(method.span());
        annotations(method.annotations());
        if (method.body() != null) {
            nodes.push(method.body());
        }
        return this;
    }

    /** The last line, from 1. */
    int last() {
        while (!types.isEmpty() || !nodes.isEmpty()) {
            if (nodes.isEmpty()) {
                open(types.pop());
            } else {
                Node node = nodes.pop();
                span(node).ifPresent(this::reach);
                type(node).ifPresent(types::push);
                node.children().forEach(nodes::push);
            }
        }
        return last;
    }

    /** Adds the types that are declared inside a body. */
    static void typesIn(@Nullable Node body, Deque<TypeDecl> into) {
        Deque<Node> open = new ArrayDeque<>();
        if (body != null) {
            open.push(body);
        }
        while (!open.isEmpty()) {
            Node node = open.pop();
            type(node).ifPresent(into::add);
            node.children().forEach(open::push);
        }
    }

    private void open(TypeDecl type) {
        reach(type.span());
        annotations(type.annotations());
        type.fields().forEach(this::field);
        type.methods().forEach(this::method);
        type.members().forEach(types::push);
    }

    private void annotations(List<Annotation> annotations) {
        annotations.forEach(annotation -> reach(annotation.span()));
    }

    private void reach(Span span) {
        last = Math.max(last, span.endLine());
    }

    private static Optional<TypeDecl> type(Node node) {
        if (node instanceof Node.LocalType local) {
            return Optional.of(local.type());
        }
        return node instanceof Node.New made ? Optional.ofNullable(made.body()) : Optional.empty();
    }

    private static Optional<Span> span(Node node) {
        if (node instanceof Node.Call call) {
            return Optional.of(call.span());
        }
        if (node instanceof Node.New made) {
            return Optional.of(made.span());
        }
        if (node instanceof Node.Local local) {
            return Optional.of(local.span());
        }
        if (node instanceof Node.Lambda lambda) {
            return Optional.of(lambda.span());
        }
        if (node instanceof Node.MethodRef reference) {
            return Optional.of(reference.span());
        }
        if (node instanceof Node.Loop loop) {
            return Optional.of(loop.span());
        }
        if (node instanceof Node.Try attempt) {
            return Optional.of(attempt.span());
        }
        if (node instanceof Node.Locked locked) {
            return Optional.of(locked.span());
        }
        return node instanceof Node.Assign assign ? Optional.of(assign.span()) : Optional.empty();
    }
}
