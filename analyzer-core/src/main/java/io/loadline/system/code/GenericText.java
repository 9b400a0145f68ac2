package io.loadline.system.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the signature text of class files, from left to right.
 *
 * <p>Grammar: Java Virtual Machine Specification, 4.7.9.1. Bounds and thrown types are passed over.
 */
final class GenericText {

    private final String text;
    private int at;

    GenericText(String text) {
        this.text = text;
    }

    static String dotted(String internal) {
        return internal.replace('/', '.').replace('$', '.');
    }

    List<String> typeParameters() {
        if (text.charAt(at) != '<') {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        at++;
        while (text.charAt(at) != '>') {
            int colon = text.indexOf(':', at);
            names.add(text.substring(at, colon));
            at = colon;
            while (text.charAt(at) == ':') {
                at++;
                if (text.charAt(at) != ':') {
                    type();
                }
            }
        }
        at++;
        return names;
    }

    List<TypeRef> parameters() {
        List<TypeRef> all = new ArrayList<>();
        at++; // the opening parenthesis
        while (text.charAt(at) != ')') {
            all.add(type());
        }
        at++;
        return all;
    }

    List<TypeRef> types() {
        List<TypeRef> all = new ArrayList<>();
        while (at < text.length()) {
            all.add(type());
        }
        return all;
    }

    TypeRef type() {
        char kind = text.charAt(at++);
        return switch (kind) {
            case '[' -> type().arrayOf(1);
            case 'T' -> {
                int end = text.indexOf(';', at);
                String name = text.substring(at, end);
                at = end + 1;
                yield TypeRef.variable(name);
            }
            case 'L' -> reference();
            case 'V' -> TypeRef.VOID;
            case 'Z' -> TypeRef.BOOLEAN;
            case 'I' -> TypeRef.INT;
            case 'J' -> TypeRef.of("long");
            case 'D' -> TypeRef.of("double");
            case 'F' -> TypeRef.of("float");
            case 'B' -> TypeRef.of("byte");
            case 'S' -> TypeRef.of("short");
            case 'C' -> TypeRef.of("char");
            default -> throw new IllegalArgumentException("not a type signature: " + text);
        };
    }

    private TypeRef reference() {
        StringBuilder name = new StringBuilder();
        List<TypeRef> arguments = List.of();
        while (text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (c == '<') {
                arguments = arguments();
            } else {
                name.append(c);
                at++;
            }
        }
        at++;
        return TypeRef.of(dotted(name.toString()), arguments);
    }

    private List<TypeRef> arguments() {
        List<TypeRef> all = new ArrayList<>();
        at++;
        while (text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '*') {
                at++;
                all.add(TypeRef.UNKNOWN);
            } else {
                if (c == '+' || c == '-') {
                    at++;
                }
                all.add(type());
            }
        }
        at++;
        return all;
    }
}
