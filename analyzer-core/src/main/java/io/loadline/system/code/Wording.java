package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.Set;

/** Short words for expressions, for messages and for the names of sizes. */
final class Wording {

    /** Calls whose name says nothing of what they give. */
    private static final Set<String> SAYS_LITTLE = Set.of(
            "get",
            "stream",
            "parallelStream",
            "asList",
            "of",
            "list",
            "findAll",
            "getAll",
            "listAll",
            "getContent",
            "content",
            "all",
            "values",
            "entrySet",
            "keySet",
            "toList",
            "collect",
            "split",
            "map",
            "filter",
            "sorted",
            "distinct",
            "copyOf",
            "ofNullable",
            "requireNonNull",
            "emptyIfNull",
            "nullToEmpty",
            "newArrayList",
            "orElse",
            "orElseGet",
            "orElseThrow",
            "block",
            "getBody",
            "iterator");

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
        boolean little = SAYS_LITTLE.contains(name);
        if (!little && name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
            return Character.toLowerCase(name.charAt(3)) + name.substring(4);
        }
        if (!little) {
            return name;
        }
        String receiver = call.receiver() == null || isType(call.receiver()) ? "" : of(call.receiver());
        return receiver.isEmpty() && !call.arguments().isEmpty()
                ? of(call.arguments().get(0))
                : receiver;
    }

    /** Whether it looks like the name of a type. */
    static boolean isType(Node node) {
        return node instanceof Node.Name name
                && !name.id().isEmpty()
                && Character.isUpperCase(name.id().charAt(0));
    }
}
