package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a container makes and where it puts it, by the catalog's words for annotations. */
final class Beans {

    static final Query<Beans> QUERY = new Query<>("beans") {
        @Override
        protected Beans compute(SystemModel system) {
            return new Beans(system.code(), system.modules());
        }
    };

    /**
     * A bean of the project.
     *
     * @param maker the method that makes it, or its constructor; absent where nobody wrote one
     */
    record Bean(ProjectType owner, Optional<Method> maker, List<String> names, TypeRef type) {
        boolean isMadeByMethod() {
            return maker.filter(m -> !m.decl().isConstructor()).isPresent();
        }
    }

    private final Catalog catalog;
    private final Modules modules;
    private final List<Bean> all = new ArrayList<>();
    private final Map<String, List<Bean>> near = new HashMap<>();

    private Beans(Code code, Modules modules) {
        this.catalog = code.catalog();
        this.modules = modules;
        for (ProjectType type : code.types()) {
            if (isBeanType(type)) {
                Optional<Method> constructor =
                        type.methods(MethodDecl.CONSTRUCTOR).stream().findFirst();
                all.add(new Bean(type, constructor, names(type), TypeRef.of(type.name())));
            }
            for (Method method : type.methods()) {
                if (isBeanMethod(method)) {
                    all.add(new Bean(
                            type,
                            Optional.of(method),
                            names(method),
                            type.names().resolve(method.decl().returns())));
                }
            }
        }
    }

    /** All of them, in the order of files. */
    List<Bean> all() {
        return java.util.Collections.unmodifiableList(all);
    }

    private static String decapitalised(ProjectType type) {
        String name = type.simpleName();
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    /** The names of the bean that a type is: what its annotations say, and its own. */
    private static List<String> names(ProjectType type) {
        List<String> names = new ArrayList<>();
        type.decl().annotations().forEach(a -> names.addAll(texts(a, type)));
        names.add(decapitalised(type));
        return List.copyOf(names);
    }

    /** The names of the bean that a method makes. */
    List<String> names(Method method) {
        List<String> names = new ArrayList<>();
        method.decl().annotations().forEach(a -> names.addAll(texts(a, method.owner())));
        names.add(method.name());
        return List.copyOf(names);
    }

    /** The texts in an annotation that a type writes; a constant stands for its text, or where that is not known for its name. */
    static List<String> texts(Annotation annotation, ProjectType at) {
        List<String> texts = new ArrayList<>();
        for (Annotation.Member member : annotation.members()) {
            List<Node> values =
                    member.value() instanceof Node.ArrayOf array ? array.elements() : List.of(member.value());
            values.forEach(value -> text(value, at).ifPresent(texts::add));
        }
        return texts;
    }

    private static Optional<String> text(Node value, ProjectType at) {
        if (value instanceof Node.Literal literal) {
            return Optional.of(literal.text()).filter(text -> literal.kind() == Node.LiteralKind.STRING);
        }
        if (value instanceof Node.Name constant) {
            return Optional.of(stated(at, constant.id()).orElse(constant.id()));
        }
        if (value instanceof Node.Select constant && constant.target() instanceof Node.Name owner) {
            return Optional.of(at.names()
                    .view()
                    .findProject(at.names().qualified(owner.id()))
                    .flatMap(type -> stated(type, constant.name()))
                    .orElse(constant.name()));
        }
        return Optional.empty();
    }

    private static Optional<String> stated(ProjectType type, String constant) {
        return type.decl().fields().stream()
                .filter(field -> field.name().equals(constant)
                        && field.initializer() instanceof Node.Literal text
                        && text.kind() == Node.LiteralKind.STRING)
                .map(field -> ((Node.Literal) Objects.requireNonNull(field.initializer())).text())
                .findFirst();
    }

    /** Whether the method makes a bean. */
    boolean isBeanMethod(Method method) {
        return is(method.annotationNames(), "bean-method");
    }

    /** Whether the container makes one of the type for the whole process. */
    boolean isBeanType(ProjectType type) {
        return is(type.annotationNames(), "bean-type");
    }

    /** Whether the container makes a new one for each request, session or user. */
    boolean isScoped(List<String> annotationNames) {
        return is(annotationNames, "scoped");
    }

    /** Whether the container fills the parameters of a method. */
    boolean isFilled(Method method) {
        if (isBeanMethod(method) || is(method.annotationNames(), "inject")) {
            return true;
        }
        return method.decl().isConstructor()
                && isBeanType(method.owner())
                && method.owner().methods(MethodDecl.CONSTRUCTOR).size() == 1;
    }

    /** Whether the container, or a constructor that is generated, fills a field. */
    boolean isFilled(FieldText field) {
        List<String> names = field.decl().annotations().stream()
                .map(a -> field.owner().names().annotation(a.name()))
                .toList();
        return is(names, "inject") || is(field.owner().annotationNames(), "constructor");
    }

    private boolean is(List<String> annotationNames, String word) {
        return annotationNames.stream()
                .anyMatch(name -> catalog.injections(name).contains(word));
    }

    /**
     * The beans that fit a place: of the type, from the nearest modules, and by name where that decides.
     *
     * @param name of the parameter or field
     */
    List<Bean> fitting(ProjectType at, TypeRef type, String name, List<Annotation> annotations) {
        List<Bean> near = near(at.module(), type.name());
        if (near.size() <= 1) {
            return near;
        }
        List<String> qualifiers =
                annotations.stream().flatMap(a -> texts(a, at).stream()).toList();
        List<Bean> qualified = keep(near, b -> b.names().stream().anyMatch(qualifiers::contains));
        return qualified != near ? qualified : keep(near, b -> b.names().contains(name));
    }

    /** The beans that make others of a type for the container: types of the project that are built on a library's factory of it. */
    List<Bean> factories(ProjectType at, TypeRef made) {
        return all.stream()
                .filter(b -> isNear(at, b.owner()))
                .filter(b -> b.owner().names().view().findProject(b.type().name()).stream()
                        .flatMap(t -> t.supertypes().stream())
                        .anyMatch(above -> above.simpleName().contains("Factory")
                                && above.arguments().size() == 1
                                && above.argument(0).name().equals(made.name())))
                .toList();
    }

    /** Whether what one type makes can be put into the other. */
    boolean isNear(ProjectType at, ProjectType maker) {
        String here = at.module();
        String there = maker.module();
        return here.equals(there) || uses(here, there) || uses(there, here);
    }

    private static List<Bean> keep(List<Bean> beans, Predicate<Bean> claim) {
        List<Bean> kept = beans.stream().filter(claim).toList();
        return kept.isEmpty() ? beans : kept;
    }

    private synchronized List<Bean> near(String module, String type) {
        String key = module + "|" + type;
        List<Bean> known = near.get(key);
        if (known == null) {
            List<Bean> ofType = all.stream()
                    .filter(b -> b.owner().names().view().isA(b.type().name(), type))
                    .toList();
            known = nearest(module, ofType);
            near.put(key, known);
        }
        return known;
    }

    private List<Bean> nearest(String module, List<Bean> beans) {
        List<Function<Bean, Boolean>> rings = List.of(
                b -> b.owner().module().equals(module),
                b -> uses(module, b.owner().module()),
                b -> uses(b.owner().module(), module),
                b -> modules.at(module).isEmpty()
                        || modules.at(b.owner().module()).isEmpty());
        for (Function<Bean, Boolean> ring : rings) {
            List<Bean> inside = beans.stream().filter(ring::apply).toList();
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return List.of();
    }

    private boolean uses(String module, String other) {
        return modules.at(module)
                .filter(m -> m.projectDependencies().contains(other))
                .isPresent();
    }
}
