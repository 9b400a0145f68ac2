package io.loadline.flow.rows;

import io.loadline.code.Node;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks over the text of a body in the order in which it runs. */
final class Nodes {

    /** Values made of more parts than this are not followed further. */
    private static final int MOST = 400;

    private static final Pattern SOURCE = Pattern.compile("(create|prepare|query|find|select|search|sql|aggregate).*");

    private Nodes() {}

    /** All nodes of a kind in a text, the outer before the inner. */
    static <T extends Node> List<T> all(Node root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(root, kind, found);
        return found;
    }

    private static <T extends Node> void collect(Node here, Class<T> kind, List<T> found) {
        if (kind.isInstance(here)) {
            found.add(kind.cast(here));
        }
        for (Node child : here.children()) {
            collect(child, kind, found);
        }
    }

    /** Everything that is put into a variable of the method, in order: its first value, later values, what is appended. */
    static List<Node> valuesOf(String variable, Method method) {
        List<Node> values = new ArrayList<>();
        if (method.decl().body() != null) {
            values(method.decl().body(), variable, values);
        }
        return values;
    }

    private static void values(Node here, String variable, List<Node> into) {
        if (here instanceof Node.Local local && local.name().equals(variable)) {
            if (local.init() != null) {
                into.add(local.init());
            }
            return;
        }
        if (here instanceof Node.Assign assign && isNamed(assign.target(), variable)) {
            into.add(assign.value());
            return;
        }
        if (here instanceof Node.Call call && call.name().equals("append") && isNamed(root(call), variable)) {
            appended(call, into);
            return;
        }
        for (Node child : here.children()) {
            values(child, variable, into);
        }
    }

    private static void appended(Node.Call call, List<Node> into) {
        if (call.receiver() instanceof Node.Call left) {
            appended(left, into);
        }
        if (call.name().equals("append")) {
            into.addAll(call.arguments());
        }
    }

    /** The leftmost part of a chain of calls. */
    static Node root(Node node) {
        Node here = node;
        while (here instanceof Node.Call call && call.receiver() != null) {
            here = call.receiver();
        }
        return here;
    }

    /** Whether a node is the variable or field of that name. */
    static boolean isNamed(Node node, String name) {
        if (node instanceof Node.Select select) {
            return select.name().equals(name)
                    && select.target() instanceof Node.Name self
                    && self.id().equals("this");
        }
        return node instanceof Node.Name plain && plain.id().equals(name);
    }

    /** All calls that tell how a value was made. */
    static List<Node.Call> making(Node value, Method method) {
        return making(value, method, Node.Call.class);
    }

    /** The nodes that tell how a value was made: in the value itself and in everything done with its variables in the method. */
    static <T extends Node> List<T> making(Node value, Method method, Class<T> kind) {
        Set<T> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> inOrder = new ArrayList<>();
        List<Node> open = new ArrayList<>(List.of(value));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < open.size() && i < MOST; i++) {
            all(open.get(i), kind).stream().filter(found::add).forEach(inOrder::add);
            Set<String> sources = sources(open.get(i));
            for (Node.Name name : all(open.get(i), Node.Name.class)) {
                boolean follow = !sources.contains(name.id())
                        && !Character.isUpperCase(name.id().charAt(0));
                if (follow && method.decl().body() != null && names.add(name.id())) {
                    open.addAll(valuesOf(name.id(), method));
                    open.addAll(conditionsOf(name.id(), method.decl().body()));
                    all(method.decl().body(), Node.Call.class).stream()
                            .filter(c -> isNamed(root(c), name.id()))
                            .forEach(open::add);
                }
            }
        }
        return inOrder;
    }

    /** Names of what queries are made from, such as a session: other queries are made from it too. */
    private static Set<String> sources(Node node) {
        Set<String> names = new HashSet<>();
        for (Node.Call call : all(node, Node.Call.class)) {
            if (call.receiver() instanceof Node.Name name
                    && SOURCE.matcher(call.name()).matches()) {
                names.add(name.id());
            }
        }
        return names;
    }

    /** What is done with the holders of conditions that are taken from a variable and kept in variables of their own. */
    private static List<Node> conditionsOf(String variable, Node body) {
        List<Node> found = new ArrayList<>();
        for (Node.Local local : all(body, Node.Local.class)) {
            boolean taken = local.init() instanceof Node.Call call
                    && call.name().matches("createCriteria|or|and|lambda")
                    && isNamed(root(call), variable);
            if (taken) {
                all(body, Node.Call.class).stream()
                        .filter(c -> isNamed(root(c), local.name()))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
