package io.loadline.source.java;

import io.loadline.code.Node;
import io.loadline.code.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one copy of what a code base says again and again: identifiers, type names, plain names and short literals. Each table
 * has a fixed number of places and forgets what a newcomer displaces: sharing is a saving, never a need.
 */
final class Interner {

    /** Places per table; small enough to stay in a processor's cache. */
    private static final int PLACES = 1 << 13;

    /** Longer texts hardly ever repeat. */
    private static final int LONGEST = 96;

    private final @Nullable String[] strings = new String[PLACES];
    private final @Nullable TypeName[] plainTypes = new TypeName[PLACES];
    private final @Nullable TypeName[] types = new TypeName[PLACES];
    private final Node.@Nullable Name[] names = new Node.Name[PLACES];
    private final Node.@Nullable Literal[] literals = new Node.Literal[PLACES];

    String string(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int place = place(text.hashCode());
        String known = strings[place];
        if (known != null && known.equals(text)) {
            return known;
        }
        strings[place] = text;
        return text;
    }

    TypeName type(String name) {
        int place = place(name.hashCode());
        TypeName known = plainTypes[place];
        if (known != null && known.name().equals(name)) {
            return known;
        }
        TypeName type = TypeName.of(string(name));
        plainTypes[place] = type;
        return type;
    }

    TypeName type(String name, List<TypeName> arguments, int dimensions) {
        if (arguments.isEmpty() && dimensions == 0) {
            return type(name);
        }
        TypeName type = new TypeName(string(name), arguments, dimensions);
        int place = place(type.hashCode());
        TypeName known = types[place];
        if (known != null && known.equals(type)) {
            return known;
        }
        types[place] = type;
        return type;
    }

    Node.Name name(String id) {
        int place = place(id.hashCode());
        Node.Name known = names[place];
        if (known != null && known.id().equals(id)) {
            return known;
        }
        Node.Name name = new Node.Name(string(id));
        names[place] = name;
        return name;
    }

    Node.Literal literal(Node.LiteralKind kind, String text) {
        if (text.length() > LONGEST) {
            return new Node.Literal(kind, text);
        }
        int place = place(text.hashCode());
        Node.Literal known = literals[place];
        if (known != null && known.kind() == kind && known.text().equals(text)) {
            return known;
        }
        Node.Literal literal = new Node.Literal(kind, string(text));
        literals[place] = literal;
        return literal;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 15)) & (PLACES - 1);
    }
}
