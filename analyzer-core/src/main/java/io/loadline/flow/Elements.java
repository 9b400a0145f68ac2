package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.flow.component.Callers;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the elements of a loop come from. */
final class Elements {

    private static final Set<Effect> STORES = EnumSet.of(Effect.QUERY, Effect.REMOTE, Effect.SEND, Effect.MODEL);
    private static final Set<String> ADDING = Set.of("add", "addAll", "put", "putAll");
    /** What comes from further away than this many values is not followed. */
    private static final int MOST = 60;

    private final Code code;
    private final Callers callers;
    private final Operations operations;
    private final Reaches reaches;

    Elements(SystemModel system) {
        this.code = system.code();
        this.callers = system.ask(Callers.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.reaches = system.ask(Reaches.QUERY);
    }

    /** A value in the text of a method. */
    private record Value(Node node, Method method) {}

    /** Whether the elements are read from a data store or another process, so that there are as many as there is data. */
    boolean areStored(CallSite site, Loop loop) {
        List<Value> values = new ArrayList<>();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        values.add(new Value(loop.over(), site.caller()));
        for (int i = 0; i < values.size() && i < MOST; i++) {
            Value value = values.get(i);
            if (!seen.add(value.node())) {
                continue;
            }
            if (value.node() instanceof Node.Call call && isRead(call, value.method())) {
                return true;
            }
            values.addAll(sources(value.node(), value.method()));
        }
        return false;
    }

    /** Whether a call is a read, or a call of the project's own code that makes one. */
    private boolean isRead(Node.Call call, Method method) {
        return code.sites(method).stream()
                .filter(site -> same(site.node(), call))
                .anyMatch(site -> operations.of(site).isPresent()
                        ? operations
                                .of(site)
                                .filter(o -> STORES.contains(o.does()))
                                .isPresent()
                        : STORES.stream().anyMatch(effect -> reaches.leads(site, effect)));
    }

    /** Values that a value is made of or taken from. */
    private List<Value> sources(Node node, Method method) {
        if (node instanceof Node.Name name) {
            return valuesOf(name.id(), method);
        }
        if (node instanceof Node.Call call) {
            return call.receiver() == null ? List.of() : List.of(new Value(call.receiver(), method));
        }
        return node instanceof Node.Cast || node instanceof Node.Operation || node instanceof Node.Branch
                ? node.children().stream().map(part -> new Value(part, method)).toList()
                : List.of();
    }

    private List<Value> valuesOf(String name, Method method) {
        List<Value> all = new ArrayList<>();
        Optional<Node> init = Initialiser.of(name, method);
        init.ifPresent(value -> all.add(new Value(value, method)));
        List<MethodDecl.Parameter> parameters = method.decl().parameters();
        for (int i = 0; i < parameters.size() && init.isEmpty(); i++) {
            if (parameters.get(i).name().equals(name)) {
                all.addAll(passed(i, method));
            }
        }
        all.addAll(filling(name, method));
        return all;
    }

    private List<Value> passed(int parameter, Method method) {
        List<Value> all = new ArrayList<>();
        for (CallSite site : callers.of(method)) {
            if (site.node() instanceof Node.Call call
                    && parameter < call.arguments().size()) {
                all.add(new Value(call.arguments().get(parameter), site.caller()));
            }
        }
        return all;
    }

    /** What the loops run over that fill a collection, and what is added to it as a whole. */
    private List<Value> filling(String name, Method method) {
        List<Value> all = new ArrayList<>();
        for (CallSite site : code.sites(method)) {
            if (site.node() instanceof Node.Call call
                    && ADDING.contains(call.name())
                    && call.receiver() instanceof Node.Name on
                    && on.id().equals(name)) {
                site.frame().chain().stream()
                        .flatMap(frame -> frame.loop().stream())
                        .forEach(loop -> all.add(new Value(loop.over(), method)));
                call.arguments().stream()
                        .filter(a -> call.name().endsWith("All"))
                        .forEach(a -> all.add(new Value(a, method)));
            }
        }
        return all;
    }

    /** Two calls that look alike are still two. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }
}
