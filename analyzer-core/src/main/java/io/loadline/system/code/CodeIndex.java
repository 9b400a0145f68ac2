package io.loadline.system.code;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogFile.Deferral;
import io.loadline.catalog.CatalogFile.Repeat;
import io.loadline.catalog.CatalogFile.Size;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Look-ups that walking a body needs: members around a type, and what the catalog says of a method anywhere in its lineage. */
final class CodeIndex {

    private final Catalog catalog;
    private final IdentityHashMap<TypeDecl, ProjectType> declared = new IdentityHashMap<>();
    private final Map<ProjectType, Map<String, Optional<TypeRef>>> fields = new ConcurrentHashMap<>();

    CodeIndex(Catalog catalog) {
        this.catalog = catalog;
    }

    void add(ProjectType type) {
        declared.put(type.decl(), type);
    }

    /** The project's type of a declaration. */
    ProjectType declared(TypeDecl decl) {
        ProjectType type = declared.get(decl);
        if (type == null) {
            throw new IllegalStateException("type was not indexed: " + decl.qualifiedName());
        }
        return type;
    }

    /** The type of a field of a type, of its ancestors, or of the types around it. */
    Optional<TypeRef> fieldAround(ProjectType type, String name) {
        Map<String, Optional<TypeRef>> known = fields.computeIfAbsent(type, t -> new ConcurrentHashMap<>());
        Optional<TypeRef> field = known.get(name);
        if (field == null) {
            field = findField(type, name);
            known.put(name, field);
        }
        return field;
    }

    private static Optional<TypeRef> findField(ProjectType type, String name) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            Optional<TypeRef> field = type.names().view().field(around.self(), name);
            if (field.isPresent()) {
                return field;
            }
        }
        return staticImport(type, name).flatMap(owner -> type.names().view().field(owner, name));
    }

    /** The type on which an unqualified call is made. */
    Optional<TypeRef> declaring(ProjectType type, Names names, String name, int arguments) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            if (names.view().accepts(around.self(), name, arguments)) {
                return Optional.of(around.self());
            }
        }
        return staticImport(type, name);
    }

    private static Optional<TypeRef> staticImport(ProjectType type, String name) {
        List<Unit.Import> imports = type.names().staticImports();
        if (imports.isEmpty()) {
            return Optional.empty();
        }
        for (Unit.Import written : imports) {
            if (!written.onDemand() && written.name().endsWith("." + name)) {
                return Optional.of(
                        TypeRef.of(written.name().substring(0, written.name().lastIndexOf('.'))));
            }
        }
        TypeView view = type.names().view();
        return imports.stream()
                .filter(Unit.Import::onDemand)
                .map(i -> TypeRef.of(i.name()))
                .filter(owner -> !view.signatures(owner, name).isEmpty()
                        || view.field(owner, name).isPresent())
                .findFirst();
    }

    /** The initial value of a constant field. */
    Optional<Node> constant(ProjectType type, String name) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            Optional<Node> value = around.decl().fields().stream()
                    .filter(f -> f.name().equals(name) && f.modifiers().contains(io.loadline.code.Modifier.FINAL))
                    .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                    .findFirst();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    Optional<Repeat> repeat(TypeView view, Target target) {
        return inLineage(view, target, catalog::repeat);
    }

    Optional<Deferral> deferral(TypeView view, Target target) {
        return inLineage(view, target, catalog::deferral);
    }

    Optional<Size> size(TypeView view, Target target) {
        return inLineage(view, target, catalog::size);
    }

    /** A question to the catalog about one method of one type. */
    private interface Lookup<T> {
        Optional<T> of(String owner, String method, int arguments);
    }

    private static <T> Optional<T> inLineage(TypeView view, Target target, Lookup<T> lookup) {
        String method = target.name().equals("<init>") ? "new" : target.name();
        for (String owner : view.lineage(target.receiver().name())) {
            Optional<T> found = lookup.of(owner, method, target.arguments());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The result of a call without a signature, where its name tells it for certain. */
    TypeRef guessedResult(TypeView view, TypeRef receiver, String name, int arguments) {
        if (arguments == 0 && (name.equals("stream") || name.equals("parallelStream"))) {
            return TypeRef.of("java.util.stream.Stream", receiver.arguments());
        }
        if (receiver.name().endsWith(".Builder")) {
            String built = receiver.name().substring(0, receiver.name().length() - ".Builder".length());
            if (view.findProject(built).isPresent()) {
                return name.equals("build") ? TypeRef.of(built) : receiver;
            }
        }
        return TypeRef.UNKNOWN;
    }
}
