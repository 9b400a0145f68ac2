package io.loadline.system.code;

import io.loadline.catalog.CatalogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the signatures that catalog files write as Java text: {@code <R> Mono<R> map(java.util.function.Function<T, R>)}. */
final class ShapeText {

    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "double", "float", "boolean", "byte", "short", "char", "void");

    private final String text;
    private final Set<String> variables;
    private List<TypeRef> bounds = List.of();
    private int at;

    private ShapeText(String text, Set<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    static LibraryShape parse(CatalogFile.TypeShape shape) {
        ShapeText head = new ShapeText(shape.name(), Set.of());
        TypeRef self = head.type();
        List<String> parameters = self.arguments().stream().map(TypeRef::name).toList();
        List<TypeRef> bounds = head.bounds.stream().map(TypeRef::raw).toList();
        Set<String> variables = Set.copyOf(parameters);
        TypeRef itself = TypeRef.of(
                self.name(), parameters.stream().map(TypeRef::variable).toList());
        Map<String, List<Signature>> methods = new TreeMap<>();
        for (String written : shape.methods()) {
            Signature signature =
                    new ShapeText(written, variables).signature(self.name(), "interface".equals(shape.kind()));
            methods.computeIfAbsent(signature.name(), n -> new ArrayList<>()).add(signature);
        }
        for (String name : shape.fluent()) {
            methods.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new Signature(
                            self.name(),
                            name,
                            List.of(),
                            List.of(TypeRef.UNKNOWN.arrayOf(1)),
                            itself,
                            true,
                            false,
                            null));
        }
        List<TypeRef> supertypes = shape.supertypes().stream()
                .map(s -> new ShapeText(s, variables).type())
                .toList();
        return new LibraryShape(self.name(), parameters, bounds, supertypes, methods, Map.of(), false);
    }

    private Signature signature(String owner, boolean open) {
        ShapeText inner = this;
        List<String> own = List.of();
        skipSpace();
        if (text.charAt(at) == '<') {
            own = typeArguments().stream().map(TypeRef::name).toList();
            Set<String> more = new java.util.HashSet<>(variables);
            more.addAll(own);
            inner = new ShapeText(text, Set.copyOf(more));
            inner.at = at;
        }
        return inner.rest(owner, own, open);
    }

    private Signature rest(String owner, List<String> own, boolean open) {
        skipWord("static");
        TypeRef returns = type();
        skipSpace();
        String name = word();
        List<TypeRef> parameters = new ArrayList<>();
        boolean varArgs = false;
        at++; // the opening parenthesis
        for (skipSpace(); text.charAt(at) != ')'; skipSpace()) {
            TypeRef parameter = type();
            skipSpace();
            if (text.startsWith("...", at)) {
                at += 3;
                varArgs = true;
                parameter = parameter.arrayOf(1);
            }
            parameters.add(parameter);
            skipSpace();
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        return new Signature(owner, name, own, parameters, returns, varArgs, open, null);
    }

    private TypeRef type() {
        skipSpace();
        if (text.charAt(at) == '?') {
            at++;
            skipSpace();
            skipWord("extends");
            skipWord("super");
            skipSpace();
            return ",>".indexOf(text.charAt(at)) >= 0 ? TypeRef.UNKNOWN : type();
        }
        String name = word();
        List<TypeRef> arguments = at < text.length() && text.charAt(at) == '<' ? typeArguments() : List.of();
        if (at < text.length() && text.charAt(at) == '.' && !text.startsWith("...", at)) {
            at++;
            name = name + "." + word();
        }
        int dimensions = 0;
        while (text.startsWith("[]", at)) {
            at += 2;
            dimensions++;
        }
        boolean variable = variables.contains(name);
        boolean primitive = PRIMITIVES.contains(name);
        return new TypeRef(name, primitive ? List.of() : arguments, dimensions, variable);
    }

    private List<TypeRef> typeArguments() {
        List<TypeRef> all = new ArrayList<>();
        List<TypeRef> above = new ArrayList<>();
        at++;
        for (skipSpace(); text.charAt(at) != '>'; skipSpace()) {
            all.add(type());
            skipSpace();
            above.add(skipWord("extends") ? type() : TypeRef.UNKNOWN);
            skipSpace();
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        bounds = above;
        return all;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isPartOfName()) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException(
                    "'%s' is not a signature: found '%s', expected a name".formatted(text, text.substring(at)));
        }
        return text.substring(start, at);
    }

    private boolean isPartOfName() {
        char c = text.charAt(at);
        return Character.isJavaIdentifierPart(c) || (c == '.' && !text.startsWith("...", at));
    }

    private boolean skipWord(String word) {
        skipSpace();
        boolean here = text.startsWith(word + " ", at);
        if (here) {
            at += word.length() + 1;
        }
        return here;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
