package io.loadline.system.code;

import io.loadline.code.TypeDecl.TypeParameter;
import io.loadline.code.TypeName;
import io.loadline.code.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves the type names written at one place: type variables, nested and inherited types, imports, package, {@code java.lang}. */
public final class Names {

    private static final Map<String, TypeRef> KEYWORDS = Stream.of(
                    "int", "long", "double", "float", "boolean", "byte", "short", "char", "void", "var", "?")
            .collect(Collectors.toUnmodifiableMap(keyword -> keyword, TypeRef::of));

    private final Unit unit;
    private final List<Unit.Import> staticImports;
    private final TypeView view;
    private final @Nullable ProjectType type;
    private final Map<String, TypeRef> variables;
    private final Map<String, Optional<TypeRef>> inFile;

    private Names(
            Unit unit,
            List<Unit.Import> staticImports,
            TypeView view,
            @Nullable ProjectType type,
            Map<String, TypeRef> variables,
            Map<String, Optional<TypeRef>> inFile) {
        this.unit = unit;
        this.staticImports = staticImports;
        this.view = view;
        this.type = type;
        this.variables = variables;
        this.inFile = inFile;
    }

    static Names of(Unit unit, TypeView view) {
        List<Unit.Import> staticImports =
                unit.imports().stream().filter(Unit.Import::isStatic).toList();
        return new Names(unit, staticImports, view, null, Map.of(), new ConcurrentHashMap<>());
    }

    Names within(ProjectType inner) {
        return new Names(unit, staticImports, view, inner, plus(inner.decl().typeParameters()), inFile);
    }

    Names within(List<TypeParameter> parameters) {
        return parameters.isEmpty() ? this : new Names(unit, staticImports, view, type, plus(parameters), inFile);
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

    /** The imports of static members, as written in the file. */
    List<Unit.Import> staticImports() {
        return staticImports;
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
        TypeRef raw = raw(written.name());
        if (written.arguments().isEmpty()) {
            return raw.arrayOf(written.dimensions());
        }
        List<TypeRef> arguments = new ArrayList<>(written.arguments().size());
        for (TypeName argument : written.arguments()) {
            arguments.add(resolve(argument));
        }
        return new TypeRef(raw.name(), arguments, written.dimensions(), false);
    }

    /** The qualified name of an annotation as written. */
    public String annotation(String written) {
        return qualified(written);
    }

    /** The type whose static member a name stands for by an import, where the import says so. */
    public Optional<String> importedMember(String member) {
        for (Unit.Import written : staticImports) {
            if (!written.onDemand() && written.name().endsWith("." + member)) {
                return Optional.of(written.name().substring(0, written.name().length() - member.length() - 1));
            }
        }
        return staticImports.stream()
                .filter(Unit.Import::onDemand)
                .map(Unit.Import::name)
                .filter(owner -> view.field(TypeRef.of(owner), member).isPresent())
                .findFirst();
    }

    /** The qualified name that a written name stands for; the written name where nothing tells more. */
    public String qualified(String written) {
        return raw(written).name();
    }

    private TypeRef raw(String written) {
        TypeRef keyword = KEYWORDS.get(written);
        return keyword != null ? keyword : lookup(written).orElseGet(() -> TypeRef.of(written));
    }

    /** The type that a written name stands for, without arguments, when it does stand for a type. */
    Optional<TypeRef> lookup(String written) {
        int dot = written.indexOf('.');
        if (dot > 0) {
            String head = written.substring(0, dot);
            Optional<TypeRef> outer = simple(head);
            if (outer.isPresent()) {
                return Optional.of(TypeRef.of(outer.get().name() + written.substring(dot)));
            }
            return view.find(written).isPresent() || looksQualified(written)
                    ? Optional.of(TypeRef.of(written))
                    : Optional.empty();
        }
        return simple(written);
    }

    private static boolean looksQualified(String written) {
        int last = written.lastIndexOf('.') + 1;
        return Character.isLowerCase(written.charAt(0))
                && last < written.length()
                && Character.isUpperCase(written.charAt(last));
    }

    private Optional<TypeRef> simple(String name) {
        Optional<TypeRef> nested = nested(name);
        if (nested.isPresent()) {
            return nested;
        }
        Optional<TypeRef> known = inFile.get(name);
        if (known == null) {
            known = inFile(name);
            inFile.put(name, known);
        }
        return known;
    }

    /** What a name means anywhere in the file. */
    private Optional<TypeRef> inFile(String name) {
        for (Unit.Import written : unit.imports()) {
            if (!written.onDemand() && endsWith(written.name(), name)) {
                return Optional.of(view.named(written.name()));
            }
        }
        String own = unit.packageName().isEmpty() ? name : unit.packageName() + "." + name;
        Optional<TypeRef> near = view.findProject(own).map(ProjectType::raw);
        if (near.isPresent()) {
            return near;
        }
        Optional<TypeRef> always = view.find("java.lang." + name).map(Shape::raw);
        if (always.isPresent()) {
            return always;
        }
        for (Unit.Import written : unit.imports()) {
            if (written.onDemand() && view.exists(written.name() + "." + name)) {
                return Optional.of(view.named(written.name() + "." + name));
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String qualified, String simple) {
        int dot = qualified.length() - simple.length() - 1;
        return (dot == -1 || (dot >= 0 && qualified.charAt(dot) == '.')) && qualified.endsWith(simple);
    }

    private Optional<TypeRef> nested(String name) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            if (endsWith(around.name(), name)) {
                return Optional.of(around.raw());
            }
            Optional<TypeRef> inside = inside(around, name);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private Optional<TypeRef> inside(ProjectType around, String name) {
        if (view.encloses(around.name())) {
            Optional<TypeRef> own = view.findProject(around.name() + "." + name).map(ProjectType::raw);
            if (own.isPresent()) {
                return own;
            }
        }
        for (TypeRef parent : around.supertypes()) {
            if (view.encloses(parent.name())) {
                Optional<TypeRef> inherited =
                        view.find(parent.name() + "." + name).map(Shape::raw);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return Optional.empty();
    }
}
