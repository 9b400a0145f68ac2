package io.loadline.system.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All types as one module sees them: its own, those of the modules it uses, then libraries and the JDK, then the rest of the project. */
public final class TypeView {

    private final String module;
    private final ProjectTypes project;
    private final Libraries libraries;
    private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Signature>>> inherited = new ConcurrentHashMap<>();
    private final Map<String, Optional<Signature>> functional = new ConcurrentHashMap<>();
    private final Map<String, List<String>> lineage = new ConcurrentHashMap<>();

    TypeView(String module, ProjectTypes project, Libraries libraries) {
        this.module = module;
        this.project = project;
        this.libraries = libraries;
    }

    /** The shape of a type, wherever it comes from. */
    Optional<Shape> find(String name) {
        Optional<Shape> known = shapes.get(name);
        if (known == null) {
            Optional<ProjectType> own = project.find(name, module);
            known = own.isPresent()
                    ? Optional.of(own.get())
                    : libraries.find(name).map(Shape.class::cast);
            shapes.put(name, known);
        }
        return known;
    }

    /** A type by its qualified name, without arguments, whether or not more is known of it. */
    TypeRef named(String name) {
        return find(name).map(Shape::raw).orElseGet(() -> TypeRef.of(name));
    }

    /** Whether there is a type of that name, even if nothing more is known of it. */
    boolean exists(String name) {
        return find(name).isPresent() || libraries.names(name);
    }

    /** Whether a type nested in one of that name can be known. */
    boolean encloses(String name) {
        return project.encloses(name) || libraries.encloses(name);
    }

    /** The project's own type of that name, as this module sees it. */
    public Optional<ProjectType> findProject(String name) {
        return project.find(name, module);
    }

    /** The type and everything above it, nearest first, each once; also types of which only the name is known. */
    public List<String> lineage(String name) {
        List<String> known = lineage.get(name);
        if (known == null) {
            Set<String> all = new LinkedHashSet<>();
            all.add(name);
            List<String> open = new ArrayList<>(List.of(name));
            while (!open.isEmpty()) {
                List<String> next = new ArrayList<>();
                for (String type : open) {
                    find(type).map(Shape::supertypes).orElse(List.of()).stream()
                            .map(TypeRef::name)
                            .filter(all::add)
                            .forEach(next::add);
                }
                open = next;
            }
            known = List.copyOf(all);
            lineage.put(name, known);
        }
        return known;
    }

    /** Whether one type is the other or stands below it. */
    public boolean isA(String name, String ancestor) {
        return name.equals(ancestor) || lineage(name).contains(ancestor);
    }

    /** All signatures of that name, own and inherited, in terms of the receiver's arguments. */
    List<Signature> signatures(TypeRef receiver, String name) {
        return find(receiver.name())
                .map(shape -> bound(members(shape, name), shape, receiver))
                .orElse(List.of());
    }

    /** The signatures that take so many arguments, in terms of the receiver's. */
    List<Signature> signatures(TypeRef receiver, String name, int arguments) {
        return find(receiver.name())
                .map(shape -> bound(accepting(members(shape, name), arguments), shape, receiver))
                .orElse(List.of());
    }

    /** Whether a method of that name, own or inherited, takes so many arguments. */
    boolean accepts(TypeRef receiver, String name, int arguments) {
        return find(receiver.name())
                .filter(shape -> !accepting(members(shape, name), arguments).isEmpty())
                .isPresent();
    }

    private static List<Signature> accepting(List<Signature> all, int arguments) {
        if (all.size() == 1) {
            return all.get(0).accepts(arguments) ? all : List.of();
        }
        List<Signature> accepting = new ArrayList<>(all.size());
        for (Signature each : all) {
            if (each.accepts(arguments)) {
                accepting.add(each);
            }
        }
        return accepting;
    }

    private static List<Signature> bound(List<Signature> raw, Shape shape, TypeRef receiver) {
        Map<String, TypeRef> bindings = raw.isEmpty() ? Map.of() : TypeRef.bindings(shape, receiver.arguments());
        return bindings.isEmpty()
                ? raw
                : raw.stream().map(s -> s.bind(bindings)).toList();
    }

    /** Own and inherited signatures of that name, in terms of the type's own parameters. */
    private List<Signature> members(Shape shape, String name) {
        if (shape.supertypes().isEmpty()) {
            return shape.signatures(name);
        }
        Map<String, List<Signature>> members = inherited.get(shape.name());
        if (members == null) {
            members = inherited.computeIfAbsent(shape.name(), n -> new ConcurrentHashMap<>());
        }
        List<Signature> known = members.get(name);
        if (known == null) {
            known = gather(shape, name, new HashSet<>());
            members.put(name, known);
        }
        return known;
    }

    private List<Signature> gather(Shape shape, String name, Set<String> seen) {
        if (!seen.add(shape.name())) {
            return List.of();
        }
        List<Signature> all = new ArrayList<>(shape.signatures(name));
        if (name.equals(io.loadline.code.MethodDecl.CONSTRUCTOR)) {
            return List.copyOf(all);
        }
        for (TypeRef parent : shape.supertypes()) {
            find(parent.name()).ifPresent(above -> {
                Map<String, TypeRef> bindings = TypeRef.bindings(above, parent.arguments());
                gather(above, name, seen).forEach(s -> all.add(s.bind(bindings)));
            });
        }
        return List.copyOf(all);
    }

    /** The single abstract method of a functional interface, in terms of the type's arguments. */
    Optional<Signature> functional(TypeRef type) {
        return find(type.name()).flatMap(shape -> {
            Map<String, TypeRef> bindings = TypeRef.bindings(shape, type.arguments());
            Optional<Signature> own = ownFunctional(shape).map(s -> s.bind(bindings));
            return own.isPresent()
                    ? own
                    : shape.supertypes().stream()
                            .map(p -> functional(p.bind(bindings)))
                            .flatMap(Optional::stream)
                            .findFirst();
        });
    }

    private Optional<Signature> ownFunctional(Shape shape) {
        Optional<Signature> known = functional.get(shape.name());
        if (known == null) {
            known = shape.functional();
            functional.put(shape.name(), known);
        }
        return known;
    }

    /** The type of a field, own or inherited. */
    Optional<TypeRef> field(TypeRef receiver, String name) {
        Shape shape = find(receiver.name()).orElse(null);
        if (shape == null) {
            return Optional.empty();
        }
        Optional<TypeRef> own = shape.field(name);
        if (own.isPresent()) {
            return Optional.of(own.get().bind(TypeRef.bindings(shape, receiver.arguments())));
        }
        for (TypeRef parent : shape.supertypes()) {
            if (!parent.name().equals(receiver.name())) {
                Optional<TypeRef> above = field(parent, name);
                if (above.isPresent()) {
                    return Optional.of(above.get().bind(TypeRef.bindings(shape, receiver.arguments())));
                }
            }
        }
        return Optional.empty();
    }

    /** The type as an instance of an ancestor, with the ancestor's arguments; raw when the way there is not known. */
    TypeRef as(TypeRef type, String ancestor) {
        return as(type, ancestor, 0).orElse(TypeRef.of(ancestor));
    }

    private Optional<TypeRef> as(TypeRef type, String ancestor, int depth) {
        if (type.name().equals(ancestor) || depth > 16) {
            return type.name().equals(ancestor) ? Optional.of(type) : Optional.empty();
        }
        return find(type.name()).flatMap(shape -> {
            Map<String, TypeRef> bindings = TypeRef.bindings(shape, type.arguments());
            return shape.supertypes().stream()
                    .map(p -> as(p.bind(bindings), ancestor, depth + 1))
                    .flatMap(Optional::stream)
                    .findFirst();
        });
    }
}
