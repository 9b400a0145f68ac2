package io.loadline.flow.component;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.evidence.Span;
import io.loadline.flow.component.Variable.Placed;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One method body, indexed by its variables: the flow of values inside it can be followed without walking it again. */
final class MethodText {

    private final Method method;
    private final IdentityHashMap<Node, CallSite> sites = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> around = new IdentityHashMap<>();
    private final Map<String, List<Variable>> declared = new LinkedHashMap<>();
    private final Map<String, Variable> fields = new LinkedHashMap<>();
    private final List<Placed> returned = new ArrayList<>(1);

    private MethodText(Method method) {
        this.method = method;
    }

    static MethodText of(Method method, List<CallSite> sites) {
        MethodText text = new MethodText(method);
        sites.forEach(s -> text.sites.putIfAbsent(s.node(), s));
        List<MethodDecl.Parameter> parameters = method.decl().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            MethodDecl.Parameter parameter = parameters.get(i);
            text.declare(
                    new Variable(parameter.name(), Variable.Kind.PARAMETER, i, parameter.type(), Span.START, null));
        }
        if (method.decl().body() != null) {
            new Reading(text).read(method.decl().body());
        }
        return text;
    }

    Method method() {
        return method;
    }

    /** The call that a node is; absent where the node was not linked. */
    Optional<CallSite> site(Node node) {
        return Optional.ofNullable(sites.get(node));
    }

    /** The expression or statement that a call, allocation, cast or choice is part of. */
    Optional<Node> around(Node node) {
        return Optional.ofNullable(around.get(node));
    }

    /** What the method returns, lambdas inside it left out. */
    List<Placed> returned() {
        return returned;
    }

    /** The fields that the body uses, by name. */
    Map<String, Variable> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The parameter at an index; the last one stands for all further arguments. */
    Optional<Variable> parameter(int index) {
        int count = method.decl().parameters().size();
        if (count == 0) {
            return Optional.empty();
        }
        String name = method.decl().parameters().get(Math.min(index, count - 1)).name();
        return Optional.of(declared.getOrDefault(name, List.of()).get(0));
    }

    /** The variable that a name stands for at a place; empty for fields and types. */
    Optional<Variable> variable(String name, Span at) {
        Variable nearest = null;
        for (Variable variable : declared.getOrDefault(name, List.of())) {
            if (variable.isSeenAt(at) && (nearest == null || Variable.startsBefore(nearest.from(), variable.from()))) {
                nearest = variable;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private void declare(Variable variable) {
        declared.computeIfAbsent(variable.name(), n -> new ArrayList<>(1)).add(variable);
    }

    private Variable field(String name) {
        return fields.computeIfAbsent(name, n -> new Variable(n, Variable.Kind.FIELD, -1, null, Span.START, null));
    }

    /** The variable or field at the root of a chain of calls; empty for types, allocations and anything else. */
    private Optional<Variable> root(@Nullable Node receiver, Span at) {
        Node here = receiver;
        while (true) {
            if (here instanceof Node.Call call && call.receiver() != null) {
                here = call.receiver();
            } else if (here instanceof Node.Cast cast) {
                here = cast.value();
            } else {
                return here == null ? Optional.empty() : named(here, at);
            }
        }
    }

    /** The variable or field that an expression names. */
    private Optional<Variable> named(Node node, Span at) {
        if (node instanceof Node.Name name
                && !name.id().equals("this")
                && !name.id().equals("super")) {
            return Optional.of(variable(name.id(), at).orElseGet(() -> field(name.id())));
        }
        if (node instanceof Node.Select select
                && select.target() instanceof Node.Name self
                && self.id().equals("this")) {
            return Optional.of(field(select.name()));
        }
        return Optional.empty();
    }

    /** Reads a body once, in order. */
    private static final class Reading {

        private final MethodText text;
        private Span here = Span.START;
        private int lambdas;

        private Reading(MethodText text) {
            this.text = text;
        }

        void read(Node node) {
            if (node instanceof Node.Local local) {
                here = local.span();
                Variable variable =
                        new Variable(local.name(), Variable.Kind.LOCAL, -1, local.type(), local.span(), null);
                text.declare(variable);
                if (local.init() != null) {
                    variable.values().add(new Placed(local.init(), local.span()));
                }
            } else if (node instanceof Node.Assign assign) {
                here = assign.span();
                text.named(assign.target(), here)
                        .ifPresent(v -> v.values().add(new Placed(assign.value(), assign.span())));
            } else if (node instanceof Node.Return result && result.value() != null && lambdas == 0) {
                text.returned.add(new Placed(result.value(), spanOf(result.value(), here)));
            } else if (node instanceof Node.Operation step
                    && (step.operator().contains("++") || step.operator().contains("--"))) {
                text.named(step.operands().get(0), here).ifPresent(Variable::change);
            }
            if (node instanceof Node.Lambda lambda) {
                lambda(lambda);
            } else {
                children(node);
                after(node);
            }
        }

        /** Notes a call after those that it is made on, so that calls stand in the order in which they run. */
        private void after(Node node) {
            if (node instanceof Node.Call call) {
                here = call.nameSpan();
                call(call);
            } else if (node instanceof Node.New created) {
                here = created.span();
                pass(created, created.arguments(), created.span());
            }
        }

        private void children(Node node) {
            for (Node child : node.children()) {
                if (!(child instanceof Node.Name) && !(child instanceof Node.Literal)) {
                    text.around.putIfAbsent(child, node);
                    read(child);
                }
            }
        }

        private void lambda(Node.Lambda lambda) {
            lambda.parameters()
                    .forEach(p -> text.declare(
                            new Variable(p.name(), Variable.Kind.LAMBDA, -1, p.type(), lambda.span(), lambda.span())));
            lambdas++;
            children(lambda);
            lambdas--;
        }

        private void call(Node.Call call) {
            CallSite site = text.sites.get(call);
            if (site != null) {
                text.root(call.receiver(), call.nameSpan()).ifPresent(v -> v.on().add(site));
            }
            pass(call, call.arguments(), call.nameSpan());
        }

        private void pass(Node taker, List<Node> arguments, Span at) {
            CallSite site = text.sites.get(taker);
            for (int i = 0; i < arguments.size() && site != null; i++) {
                int index = i;
                text.named(arguments.get(i), at).ifPresent(v -> v.passed().add(new Variable.Passed(site, index)));
            }
        }
    }

    /** The place of an expression that has one, otherwise the given place. */
    static Span spanOf(Node node, Span otherwise) {
        if (node instanceof Node.Call call) {
            return call.nameSpan();
        }
        if (node instanceof Node.New created) {
            return created.span();
        }
        return node instanceof Node.Lambda lambda ? lambda.span() : otherwise;
    }
}
