package io.loadline.flow.component;

import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where code mentions a simple name: of a type, a method, or as a text. What is mentioned nowhere, nothing can use. */
final class Mentions {

    static final Query<Mentions> QUERY = new Query<>("mentions of names") {
        @Override
        protected Mentions compute(SystemModel system) {
            return new Mentions(system.code().types());
        }
    };

    /** A place that mentions something: a body, or the head and the fields of a type where {@code method} is absent. */
    record Place(
            ProjectType type,
            @org.jspecify.annotations.Nullable Method method) {}

    private final Map<String, Set<Place>> places = new HashMap<>();

    private Mentions(List<ProjectType> types) {
        for (ProjectType type : types) {
            Place head = new Place(type, null);
            type.decl().supertypes().forEach(t -> add(t, head));
            type.decl().typeParameters().forEach(p -> add(p.bound(), head));
            type.decl().annotations().forEach(a -> add(a, head));
            for (FieldDecl field : type.decl().fields()) {
                add(field.type(), head);
                field.annotations().forEach(a -> add(a, head));
            }
            type.methods().forEach(this::add);
        }
    }

    /** The places that mention a name. */
    Set<Place> of(String simpleName) {
        return places.getOrDefault(simpleName, Set.of());
    }

    private void add(Method method) {
        Place here = new Place(method.owner(), method);
        MethodDecl decl = method.decl();
        add(decl.returns(), here);
        decl.annotations().forEach(a -> add(a, here));
        for (MethodDecl.Parameter parameter : decl.parameters()) {
            add(parameter.type(), here);
            parameter.annotations().forEach(a -> add(a, here));
        }
        if (decl.body() != null) {
            add(decl.body(), here);
        }
    }

    private void add(String name, Place here) {
        places.computeIfAbsent(name, n -> new LinkedHashSet<>(2)).add(here);
    }

    private void add(TypeName type, Place here) {
        for (String part : type.name().split("\\.")) {
            add(part, here);
        }
        type.arguments().forEach(a -> add(a, here));
    }

    private void add(Annotation annotation, Place here) {
        add(annotation.simpleName(), here);
        annotation.members().forEach(m -> add(m.value(), here));
    }

    private void add(Node root, Place here) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            node.children().forEach(open::push);
            name(node, here);
        }
    }

    private void name(Node node, Place here) {
        if (node instanceof Node.Name name) {
            add(name.id(), here);
        } else if (node instanceof Node.Select select) {
            add(select.name(), here);
        } else if (node instanceof Node.Call call) {
            add(call.name(), here);
        } else if (node instanceof Node.MethodRef ref) {
            add(ref.name(), here);
        } else if (node instanceof Node.New created) {
            add(created.type(), here);
        } else if (node instanceof Node.Local local) {
            add(local.type(), here);
        } else if (node instanceof Node.Cast cast) {
            add(cast.type(), here);
        } else if (node instanceof Node.TypeLiteral literal) {
            add(literal.type(), here);
        } else if (node instanceof Node.ArrayOf array) {
            add(array.type(), here);
        } else if (node instanceof Node.Annotated nested) {
            add(nested.annotation(), here);
        } else if (node instanceof Node.Lambda lambda) {
            lambda.parameters().forEach(p -> add(p.type(), here));
        } else if (node instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.STRING) {
            text(literal.text(), here);
        }
    }

    /** Texts name what is looked up by name or made by reflection. */
    private void text(String text, Place here) {
        if (text.length() < 200 && text.matches("[\\w.$#@()]+")) {
            for (String part : text.split("[.$#@()]+")) {
                add(part, here);
            }
        }
    }

    /** The type around a type that stands in no other. */
    static ProjectType outermost(ProjectType type) {
        ProjectType here = type;
        while (here.enclosing().isPresent()) {
            here = here.enclosing().get();
        }
        return here;
    }

    /** Whether a type stands inside another, or is it. */
    static boolean isWithin(ProjectType type, ProjectType around) {
        for (ProjectType here = type; here != null; here = here.enclosing().orElse(null)) {
            if (here == around) {
                return true;
            }
        }
        return false;
    }

    static boolean isAnonymous(ProjectType type) {
        return type.decl().kind() == TypeDecl.Kind.CLASS && type.simpleName().matches("\\d+");
    }
}
