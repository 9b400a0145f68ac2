package io.loadline.flow;

import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.flow.component.Callers;
import io.loadline.flow.rows.Growth;
import io.loadline.flow.rows.ResultSize;
import io.loadline.flow.rows.ResultSize.Bound;
import io.loadline.flow.rows.ResultSize.Extent;
import io.loadline.flow.rows.ResultSizes;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the elements of a loop back to where they come from. */
final class Elements {

    private static final Set<String> ADDING = Set.of("add", "addAll", "put", "putAll");
    /** What comes from further away than this many values is not followed. */
    private static final int MOST = 80;

    private final Code code;
    private final Callers callers;
    private final CallGraph graph;
    private final Operations operations;
    private final ResultSizes sizes;

    Elements(SystemModel system) {
        this.code = system.code();
        this.callers = system.ask(Callers.QUERY);
        this.graph = system.ask(CallGraph.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.sizes = system.ask(ResultSizes.QUERY);
    }

    /**
     * A value in the text of a method. Equal nodes of one method mean the same; those of several may be one object.
     *
     * @param calledBy the call whose result it is a part of; absent where any call of the method may be meant
     */
    private record Value(Node node, Method method, @Nullable CallSite calledBy) {}

    /** Where the elements come from. Of several origins the one that says most counts. */
    Origin of(CallSite site, Loop loop) {
        List<Value> values = new ArrayList<>();
        Set<Value> seen = new HashSet<>();
        values.add(new Value(loop.over(), site.caller(), null));
        Origin known = Origin.OTHER;
        for (int i = 0; i < values.size() && i < MOST; i++) {
            Value value = values.get(i);
            if (!seen.add(value)) {
                continue;
            }
            Optional<CallSite> call = siteOf(value);
            known = most(known, call.map(this::read).orElse(Origin.OTHER));
            call.ifPresent(c -> values.addAll(results(c)));
            values.addAll(sources(value));
        }
        return known;
    }

    private static Origin most(Origin one, Origin other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Optional<CallSite> siteOf(Value value) {
        return value.node() instanceof Node.Call call
                ? code.sites(value.method()).stream()
                        .filter(site -> Same.is(site.node(), call))
                        .findFirst()
                : Optional.empty();
    }

    /** What a call reads itself. */
    private Origin read(CallSite site) {
        Optional<Operation> operation = operations.of(site);
        if (operation.isEmpty()) {
            return Origin.OTHER;
        }
        Origin origin = originOf(operation.get().does());
        return origin == Origin.STORED ? stored(site, operation.get()) : origin;
    }

    private static Origin originOf(Effect effect) {
        return switch (effect) {
            case QUERY -> Origin.STORED;
            case REMOTE, SEND, MODEL -> Origin.REMOTE;
            default -> Origin.OTHER;
        };
    }

    /** What a query gives: one row, whose children the elements are, the rows of one parent, a page, or as many as there are. */
    private Origin stored(CallSite site, Operation operation) {
        ResultSize size = sizes.of(site, operation);
        boolean one = operation.traits().contains(Trait.SINGLE_RESULT) || size.bound() == Bound.SINGLE;
        if (one || (size.extent() == Extent.ONE_PARENT && size.growth() != Growth.EVENTS)) {
            return Origin.CHILDREN;
        }
        return size.bound() == Bound.BOUNDED || size.extent() == Extent.ONE_PARENT ? Origin.PAGE : Origin.STORED;
    }

    /** What the project's own methods that a call runs give back. */
    private List<Value> results(CallSite site) {
        List<Value> all = new ArrayList<>();
        for (Method method : graph.from(site).methods()) {
            if (method.decl().body() != null) {
                method.decl().body().each(node -> {
                    if (node instanceof Node.Return back && back.value() != null) {
                        all.add(new Value(back.value(), method, site));
                    }
                });
            }
        }
        return all;
    }

    /** Values that a value is made of or taken from. */
    private List<Value> sources(Value value) {
        Node node = value.node();
        if (node instanceof Node.Name name) {
            return valuesOf(name.id(), value);
        }
        if (node instanceof Node.Call call) {
            boolean isHelper = call.receiver() == null || isType(call.receiver());
            return isHelper ? parts(call.arguments(), value) : parts(List.of(call.receiver()), value);
        }
        if (node instanceof Node.New created) {
            return parts(created.arguments(), value);
        }
        return node instanceof Node.Cast || node instanceof Node.Operation || node instanceof Node.Branch
                ? parts(node.children(), value)
                : List.of();
    }

    private static List<Value> parts(List<? extends Node> nodes, Value of) {
        return nodes.stream()
                .map(part -> new Value(part, of.method(), of.calledBy()))
                .toList();
    }

    private static boolean isType(Node receiver) {
        return receiver instanceof Node.Name name
                && Character.isUpperCase(name.id().charAt(0));
    }

    private List<Value> valuesOf(String name, Value value) {
        Method method = value.method();
        List<Value> all = new ArrayList<>();
        Optional<Node> init = Initialiser.of(name, method);
        init.ifPresent(from -> all.add(new Value(from, method, value.calledBy())));
        List<MethodDecl.Parameter> parameters = method.decl().parameters();
        for (int i = 0; i < parameters.size() && init.isEmpty(); i++) {
            if (parameters.get(i).name().equals(name)) {
                all.addAll(passed(i, value));
            }
        }
        all.addAll(filling(name, value));
        return all;
    }

    private List<Value> passed(int parameter, Value value) {
        List<CallSite> calls = value.calledBy() == null ? callers.of(value.method()) : List.of(value.calledBy());
        List<Value> all = new ArrayList<>();
        for (CallSite site : calls) {
            if (site.node() instanceof Node.Call call
                    && parameter < call.arguments().size()) {
                all.add(new Value(call.arguments().get(parameter), site.caller(), null));
            }
        }
        return all;
    }

    /** What the loops run over that fill a collection, and what is added to it as a whole. */
    private List<Value> filling(String name, Value value) {
        List<Value> all = new ArrayList<>();
        for (CallSite site : code.sites(value.method())) {
            if (site.node() instanceof Node.Call call
                    && ADDING.contains(call.name())
                    && call.receiver() instanceof Node.Name on
                    && on.id().equals(name)) {
                site.frame().chain().stream()
                        .flatMap(frame -> frame.loop().stream())
                        .forEach(loop -> all.addAll(parts(List.of(loop.over()), value)));
                if (call.name().endsWith("All")) {
                    all.addAll(parts(call.arguments(), value));
                }
            }
        }
        return all;
    }
}
