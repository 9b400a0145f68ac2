package io.loadline.system.code;

import io.loadline.code.TypeDecl.TypeParameter;
import io.loadline.code.TypeName;
import io.loadline.code.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Resolves the type names written at one place: type variables, nested and inherited types, imports, package, {@code java.lang}. */
public final class Names {

    private static final Set<String> KEYWORDS =
            Set.of("int", "long", "double", "float", "boolean", "byte", "short", "char", "void", "var", "?");

    private final Unit unit;
    private final TypeView view;
    private final @Nullable Names file;
    private final @Nullable ProjectType type;
    private final Map<String, TypeRef> variables;
    private final Map<String, Optional<String>> known;

    private Names(
            Unit unit,
            TypeView view,
            @Nullable Names file,
            @Nullable ProjectType type,
            Map<String, TypeRef> variables,
            Map<String, Optional<String>> known) {
        this.unit = unit;
        this.view = view;
        this.file = file;
        this.type = type;
        this.variables = variables;
        this.known = known;
    }

    static Names of(Unit unit, TypeView view) {
        return new Names(unit, view, null, null, Map.of(), new ConcurrentHashMap<>());
    }

    Names within(ProjectType inner) {
        Names around = file == null ? this : file;
        return new Names(unit, view, around, inner, plus(inner.decl().typeParameters()), new ConcurrentHashMap<>());
    }

    Names within(List<TypeParameter> parameters) {
        return parameters.isEmpty() ? this : new Names(unit, view, file, type, plus(parameters), known);
    }

    private Map<String, TypeRef> plus(List<TypeParameter> parameters) {
        if (parameters.isEmpty()) {
            return variables;
        }
        Map<String, TypeRef> all = new HashMap<>(variables);
        parameters.forEach(p -> all.put(p.name(), TypeRef.variable(p.name())));
        return Map.copyOf(all);
    }

    /** Types as the place sees them. */
    public TypeView view() {
        return view;
    }

    Unit unit() {
        return unit;
    }

    /** The type that a written name stands for; its simple name where nothing tells more. */
    public TypeRef resolve(TypeName written) {
        if (written.name().equals("var") || written.name().equals("?")) {
            return TypeRef.UNKNOWN;
        }
        TypeRef variable = variables.get(written.name());
        if (variable != null) {
            return variable.arrayOf(written.dimensions());
        }
        List<TypeRef> arguments = new ArrayList<>(written.arguments().size());
        for (TypeName argument : written.arguments()) {
            arguments.add(resolve(argument));
        }
        return new TypeRef(qualified(written.name()), arguments, written.dimensions(), false);
    }

    /** The qualified name of an annotation as written. */
    public String annotation(String written) {
        return qualified(written);
    }

    /** The type whose static member a name stands for by an import, where the import says so. */
    public Optional<String> importedMember(String member) {
        for (Unit.Import written : unit.imports()) {
            if (written.isStatic() && !written.onDemand() && written.name().endsWith("." + member)) {
                return Optional.of(written.name().substring(0, written.name().length() - member.length() - 1));
            }
        }
        return unit.imports().stream()
                .filter(i -> i.isStatic() && i.onDemand())
                .map(Unit.Import::name)
                .filter(owner -> view.field(TypeRef.of(owner), member).isPresent())
                .findFirst();
    }

    /** The qualified name that a written name stands for; the written name where nothing tells more. */
    public String qualified(String written) {
        return KEYWORDS.contains(written) ? written : lookup(written).orElse(written);
    }

    /** The qualified name of the type that a written name stands for, when it does stand for a type. */
    Optional<String> lookup(String written) {
        Optional<String> found = known.get(written);
        if (found == null) {
            found = find(written);
            known.put(written, found);
        }
        return found;
    }

    private Optional<String> find(String written) {
        int dot = written.indexOf('.');
        if (dot > 0) {
            String head = written.substring(0, dot);
            Optional<String> outer = simple(head);
            if (outer.isPresent()) {
                return Optional.of(outer.get() + written.substring(dot));
            }
            return view.find(written).isPresent() || looksQualified(written) ? Optional.of(written) : Optional.empty();
        }
        return simple(written);
    }

    private static boolean looksQualified(String written) {
        int last = written.lastIndexOf('.') + 1;
        return Character.isLowerCase(written.charAt(0))
                && last < written.length()
                && Character.isUpperCase(written.charAt(last));
    }

    private Optional<String> simple(String name) {
        Optional<String> nested = nested(name);
        if (nested.isPresent()) {
            return nested;
        }
        return file == null ? inFile(name) : file.lookup(name);
    }

    /** What a name means anywhere in the file. */
    private Optional<String> inFile(String name) {
        for (Unit.Import written : unit.imports()) {
            if (!written.onDemand() && endsWith(written.name(), name)) {
                return Optional.of(written.name());
            }
        }
        String own = unit.packageName().isEmpty() ? name : unit.packageName() + "." + name;
        if (view.findProject(own).isPresent()) {
            return Optional.of(own);
        }
        if (view.find("java.lang." + name).isPresent()) {
            return Optional.of("java.lang." + name);
        }
        for (Unit.Import written : unit.imports()) {
            if (written.onDemand() && view.exists(written.name() + "." + name)) {
                return Optional.of(written.name() + "." + name);
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String qualified, String simple) {
        int dot = qualified.length() - simple.length() - 1;
        return dot >= 0 && qualified.charAt(dot) == '.' && qualified.endsWith(simple);
    }

    private Optional<String> nested(String name) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            if (around.decl().simpleName().equals(name)) {
                return Optional.of(around.name());
            }
            if (view.findProject(around.name() + "." + name).isPresent()) {
                return Optional.of(around.name() + "." + name);
            }
            for (TypeRef parent : around.supertypes()) {
                if (view.find(parent.name() + "." + name).isPresent()) {
                    return Optional.of(parent.name() + "." + name);
                }
            }
        }
        return Optional.empty();
    }
}
