package io.loadline.flow.component;

import io.loadline.code.FieldDecl;
import io.loadline.code.TypeDecl;
import io.loadline.flow.component.FieldText.Use;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bodies and fields, indexed when first asked for. */
final class Texts {

    private static final int LONGEST_LINEAGE = 16;

    private final Code code;
    private final Map<Method, MethodText> texts = new HashMap<>();
    private final Map<ProjectType, Map<String, FieldText>> fields = new HashMap<>();
    private final Map<ProjectType, List<ProjectType>> nested = new HashMap<>();
    private final IdentityHashMap<TypeDecl, ProjectType> anonymous = new IdentityHashMap<>();

    Texts(Code code) {
        this.code = code;
        for (ProjectType type : code.types()) {
            anonymous.put(type.decl(), type);
            type.enclosing()
                    .ifPresent(around -> nested.computeIfAbsent(around, t -> new ArrayList<>())
                            .add(type));
        }
    }

    MethodText of(Method method) {
        MethodText text = texts.get(method);
        if (text == null) {
            text = MethodText.of(method, code.sites(method));
            texts.put(method, text);
        }
        return text;
    }

    /** The type of an anonymous class. */
    Optional<ProjectType> anonymous(TypeDecl body) {
        return Optional.ofNullable(anonymous.get(body));
    }

    /** The field that a name stands for inside a type: its own, an inherited one, or one of a type around it. */
    Optional<FieldText> field(ProjectType inside, String name) {
        for (ProjectType type = inside; type != null; type = type.enclosing().orElse(null)) {
            Optional<FieldText> found = ownOrInherited(type, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<FieldText> ownOrInherited(ProjectType type, String name) {
        ProjectType here = type;
        for (int i = 0; here != null && i < LONGEST_LINEAGE; i++) {
            Optional<FieldText> own = own(here, name);
            if (own.isPresent()) {
                return own;
            }
            here = above(here);
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable ProjectType above(ProjectType type) {
        for (TypeRef parent : type.supertypes()) {
            Optional<ProjectType> project = type.names().view().findProject(parent.name());
            if (project.isPresent() && project.get() != type) {
                return project.get();
            }
        }
        return null;
    }

    private Optional<FieldText> own(ProjectType type, String name) {
        Map<String, FieldText> known = fields.computeIfAbsent(type, t -> new HashMap<>());
        FieldText field = known.get(name);
        if (field == null) {
            Optional<FieldDecl> decl = type.decl().fields().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst();
            if (decl.isEmpty()) {
                return Optional.empty();
            }
            field = new FieldText(type, decl.get(), uses(type, name));
            known.put(name, field);
        }
        return Optional.of(field);
    }

    private List<Use> uses(ProjectType owner, String name) {
        Set<ProjectType> users = new LinkedHashSet<>(List.of(owner));
        List<ProjectType> open = new ArrayList<>(users);
        while (!open.isEmpty()) {
            ProjectType next = open.remove(open.size() - 1);
            List<ProjectType> near = new ArrayList<>(code.subtypes(next));
            near.addAll(nested.getOrDefault(next, List.of()));
            near.stream()
                    .filter(t ->
                            t.decl().fields().stream().noneMatch(f -> f.name().equals(name)))
                    .filter(users::add)
                    .forEach(open::add);
        }
        List<Use> uses = new ArrayList<>();
        for (ProjectType user : users) {
            for (Method method : user.methods()) {
                MethodText text = of(method);
                Variable variable = text.fields().get(name);
                if (variable != null) {
                    uses.add(new Use(text, variable));
                }
            }
        }
        return uses;
    }
}
