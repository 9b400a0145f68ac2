package io.loadline.source.java;

import io.loadline.code.Node;
import io.loadline.code.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one copy of what a code base says again and again: identifiers, type names, plain names and short literals. */
final class Interner {

    /** Entries per table. A full table starts over: sharing is a saving, never a need. */
    private static final int CAPACITY = 1 << 16;

    /** Longer texts hardly ever repeat. */
    private static final int LONGEST = 96;

    private final Map<String, String> strings = new HashMap<>();
    private final Map<String, TypeName> plainTypes = new HashMap<>();
    private final Map<TypeName, TypeName> types = new HashMap<>();
    private final Map<String, Node.Name> names = new HashMap<>();
    private final Map<Node.Literal, Node.Literal> literals = new HashMap<>();

    String string(String text) {
        return text.length() > LONGEST ? text : shared(strings, text, text);
    }

    TypeName type(String name) {
        TypeName known = plainTypes.get(name);
        if (known != null) {
            return known;
        }
        String own = string(name);
        return shared(plainTypes, own, TypeName.of(own));
    }

    TypeName type(String name, List<TypeName> arguments, int dimensions) {
        if (arguments.isEmpty() && dimensions == 0) {
            return type(name);
        }
        TypeName type = new TypeName(string(name), arguments, dimensions);
        return shared(types, type, type);
    }

    Node.Name name(String id) {
        Node.Name known = names.get(id);
        if (known != null) {
            return known;
        }
        String own = string(id);
        return shared(names, own, new Node.Name(own));
    }

    Node.Literal literal(Node.LiteralKind kind, String text) {
        Node.Literal literal = new Node.Literal(kind, string(text));
        return text.length() > LONGEST ? literal : shared(literals, literal, literal);
    }

    private static <K, V> V shared(Map<K, V> table, K key, V value) {
        V known = table.get(key);
        if (known != null) {
            return known;
        }
        if (table.size() >= CAPACITY) {
            table.clear();
        }
        table.put(key, value);
        return value;
    }
}
