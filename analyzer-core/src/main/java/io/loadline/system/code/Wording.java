package io.loadline.system.code;

import io.loadline.code.Node;

/** Short words for expressions, for messages and for the names of sizes. */
final class Wording {

    private Wording() {}

    /** The name that a reader would give the value; empty when there is none. */
    static String of(Node node) {
        if (node instanceof Node.Name name) {
            return name.id();
        }
        if (node instanceof Node.Select select) {
            return select.name();
        }
        if (node instanceof Node.New created) {
            return created.type().simpleName();
        }
        if (node instanceof Node.TypeLiteral literal) {
            return literal.type().simpleName();
        }
        if (node instanceof Node.Cast cast) {
            return of(cast.value());
        }
        return node instanceof Node.Call call ? ofCall(call) : "";
    }

    private static String ofCall(Node.Call call) {
        String name = call.name();
        if (name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
            return Character.toLowerCase(name.charAt(3)) + name.substring(4);
        }
        return name;
    }
}
