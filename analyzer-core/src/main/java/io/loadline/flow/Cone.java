package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that configures one created thing: the calls of its chain and of its arguments, followed through local variables, fields,
 * parameters, bean methods and methods of the project. What could configure it but cannot be seen is opaque.
 */
final class Cone {

    private static final int DEEPEST = 8;
    private static final int MOST_CALLERS = 4;

    private final SystemModel system;
    private final MethodSites sites;
    private final Beans beans;
    private final Set<CallSite> calls = new LinkedHashSet<>();
    private final Set<String> opaque = new LinkedHashSet<>();
    private final IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> chain = new IdentityHashMap<>();
    private final Operations operations;

    private Cone(SystemModel system) {
        this.system = system;
        this.operations = system.ask(Operations.QUERY);
        this.sites = system.ask(MethodSites.QUERY);
        this.beans = system.ask(Beans.QUERY);
    }

    static Cone of(CallSite creation, SystemModel system) {
        Cone cone = new Cone(system);
        Node here = creation.node();
        while (cone.chain.put(here, true) == null && here instanceof Node.Call call && call.receiver() != null) {
            here = call.receiver();
        }
        cone.follow(creation.node(), creation.caller(), 0);
        cone.configuredAfter(creation);
        return cone;
    }

    /** The calls that configure it, in the order in which they were found. */
    Set<CallSite> calls() {
        return calls;
    }

    /** Why something may be set that cannot be seen; empty when everything was seen. */
    Set<String> opaque() {
        return opaque;
    }

    private void follow(Node node, Method method, int depth) {
        if (depth > DEEPEST || seen.put(node, true) != null) {
            return;
        }
        if (node instanceof Node.Call || node instanceof Node.New || node instanceof Node.MethodRef) {
            call(node, method, depth);
        } else if (node instanceof Node.Name name) {
            name(name.id(), method, depth);
        } else if (node instanceof Node.Select select
                && select.target() instanceof Node.Name self
                && self.id().equals("this")) {
            field(select.name(), method, depth);
        } else {
            node.children().forEach(child -> follow(child, method, depth));
        }
    }

    private void call(Node node, Method method, int depth) {
        Optional<CallSite> site = sites.of(method, node);
        site.ifPresent(calls::add);
        node.children().forEach(child -> follow(child, method, depth));
        if (site.isEmpty()) {
            return;
        }
        Optional<Method> declared =
                site.get().target().declared().filter(m -> !m.decl().isConstructor());
        if (declared.isPresent() && declared.get().decl().body() != null) {
            returned(declared.get(), depth + 1);
        } else if (declared.isPresent()) {
            opaque.add("what %s returns".formatted(site.get().title()));
        } else if (node instanceof Node.Call && !chain.containsKey(node) && !isKnown(site.get())) {
            opaque.add("what %s returns".formatted(site.get().title()));
        }
    }

    /** Whether the catalog or the JDK tells what a library's call does to the thing that is built. */
    private boolean isKnown(CallSite site) {
        Catalog catalog = system.code().catalog();
        String name = site.target().receiver().name();
        return name.startsWith("java.") || catalog.names(name);
    }

    private void returned(Method method, int depth) {
        for (Node node : all(method)) {
            if (node instanceof Node.Return result && result.value() != null) {
                follow(result.value(), method, depth);
            }
        }
    }

    private void name(String id, Method method, int depth) {
        List<Node> body = all(method);
        boolean local = body.stream()
                .anyMatch(n -> n instanceof Node.Local l && l.name().equals(id));
        if (local) {
            variable(id, method, body, depth);
            return;
        }
        List<MethodDecl.Parameter> parameters = method.decl().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(id)) {
                variable(id, method, body, depth);
                parameter(parameters.get(i), i, method, depth);
                return;
            }
        }
        field(id, method, depth);
    }

    /** The values of a variable and every call made on it. */
    private void variable(String id, Method method, List<Node> body, int depth) {
        for (Node node : body) {
            if (node instanceof Node.Local l && l.name().equals(id) && l.init() != null) {
                follow(l.init(), method, depth);
            } else if (node instanceof Node.Assign a && isNamed(a.target(), id)) {
                follow(a.value(), method, depth);
            } else if (node instanceof Node.Call call && startsFrom(call, id) && configures(call, method)) {
                follow(call, method, depth);
            }
        }
    }

    /** Whether a call on a thing may set it up, rather than use it. */
    private boolean configures(Node.Call call, Method method) {
        return sites.of(method, call)
                .filter(site -> operations.of(site).isEmpty())
                .isPresent();
    }

    private void parameter(MethodDecl.Parameter parameter, int index, Method method, int depth) {
        String type = method.owner().names().qualified(parameter.type().name());
        List<Method> makers = beans.making(type, method.owner());
        if (!makers.isEmpty()) {
            makers.forEach(maker -> returned(maker, depth + 1));
            return;
        }
        List<CallSite> callers = sites.callersOf(method);
        if (callers.isEmpty() || callers.size() > MOST_CALLERS) {
            if (!system.code().catalog().names(type)) {
                opaque.add("the parameter %s of %s".formatted(parameter.name(), method.title()));
            } else if (beans.customizes(method.owner())) {
                opaque.add("a customizer bean");
            }
            return;
        }
        for (CallSite caller : callers) {
            List<Node> arguments = caller.node() instanceof Node.Call call
                    ? call.arguments()
                    : caller.node() instanceof Node.New created ? created.arguments() : List.of();
            if (index < arguments.size()) {
                follow(arguments.get(index), caller.caller(), depth + 1);
            }
        }
    }

    private void field(String id, Method method, int depth) {
        ProjectType type = method.owner();
        if (type.decl().fields().stream().noneMatch(f -> f.name().equals(id))) {
            return;
        }
        for (Method each : type.methods()) {
            List<Node> body = all(each);
            for (Node node : body) {
                if (node instanceof Node.Assign a && isNamed(a.target(), id)) {
                    follow(a.value(), each, depth + 1);
                } else if (node instanceof Node.Call call && startsFrom(call, id) && configures(call, each)) {
                    follow(call, each, depth + 1);
                }
            }
        }
    }

    /** Calls on the variable or field that the created thing is put into. */
    private void configuredAfter(CallSite creation) {
        Method method = creation.caller();
        for (Node node : all(method)) {
            if (node instanceof Node.Local l && l.init() != null && contains(l.init(), creation.node())) {
                variable(l.name(), method, all(method), 0);
            } else if (node instanceof Node.Assign a && contains(a.value(), creation.node())) {
                String name = a.target() instanceof Node.Name n
                        ? n.id()
                        : a.target() instanceof Node.Select s ? s.name() : "";
                name(name, method, 0);
            }
        }
    }

    private static boolean contains(Node chain, Node sought) {
        Node here = chain;
        while (here != sought) {
            if (!(here instanceof Node.Call call) || call.receiver() == null) {
                return false;
            }
            here = call.receiver();
        }
        return true;
    }

    private static boolean isNamed(Node target, String id) {
        return (target instanceof Node.Name name && name.id().equals(id))
                || (target instanceof Node.Select select
                        && select.name().equals(id)
                        && select.target() instanceof Node.Name self
                        && self.id().equals("this"));
    }

    private static boolean startsFrom(Node.Call call, String id) {
        Node here = call;
        while (here instanceof Node.Call step && step.receiver() != null) {
            here = step.receiver();
        }
        return isNamed(here, id);
    }

    static List<Node> all(Method method) {
        List<Node> all = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        if (method.decl().body() != null) {
            open.push(method.decl().body());
        }
        while (!open.isEmpty()) {
            Node here = open.pop();
            all.add(here);
            List<Node> children = here.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return all;
    }
}
