package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.flow.component.Beans.Bean;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which of several beans the container puts into a field: the one that a qualifier names, else the one that is marked as the first choice,
 * else the one that is called as the field or parameter is. What is made under a condition decides nothing, unless a qualifier asks for it.
 */
public final class Wiring {

    /** Reads how the beans of a system are put together. */
    public static final Query<Wiring> QUERY = new Query<>("wiring") {
        @Override
        protected Wiring compute(SystemModel system) {
            return new Wiring(system.code().catalog(), system.ask(Beans.QUERY), system.ask(Live.QUERY));
        }
    };

    private final Catalog catalog;
    private final Beans beans;
    private final Live live;
    private final Map<ProjectType, Map<String, Optional<ProjectType>>> known = new HashMap<>();

    private Wiring(Catalog catalog, Beans beans, Live live) {
        this.catalog = catalog;
        this.beans = beans;
        this.live = live;
    }

    /** A place into which the container puts a bean: a field, or the parameter that fills it. */
    private record Place(String name, List<Annotation> annotations) {}

    /** The type of the bean on which a call is made; empty where that is not one field's, or where the container does not decide it. */
    public Optional<ProjectType> behind(CallSite site) {
        Node on = site.node() instanceof Node.Call call ? call.receiver() : null;
        if (on instanceof Node.Name field && !isLocal(field.id(), site.caller())) {
            return in(site.caller().owner(), field.id());
        }
        boolean own = on instanceof Node.Select select
                && select.target() instanceof Node.Name self
                && self.id().equals("this");
        return own && on instanceof Node.Select field ? in(site.caller().owner(), field.name()) : Optional.empty();
    }

    private static boolean isLocal(String name, Method method) {
        Node body = method.decl().body();
        return method.decl().parameters().stream().anyMatch(p -> p.name().equals(name))
                || (body != null
                        && body.any(here -> (here instanceof Node.Local local
                                        && local.name().equals(name))
                                || (here instanceof Node.Lambda lambda
                                        && lambda.parameters().stream()
                                                .anyMatch(p -> p.name().equals(name)))));
    }

    private synchronized Optional<ProjectType> in(ProjectType type, String field) {
        return known.computeIfAbsent(type, t -> new HashMap<>()).computeIfAbsent(field, f -> find(type, f));
    }

    private Optional<ProjectType> find(ProjectType type, String name) {
        for (ProjectType owner : type.lineage()) {
            for (FieldDecl field : owner.decl().fields()) {
                if (field.name().equals(name)) {
                    return place(owner, field).flatMap(place -> chosen(owner, field, place));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Place> place(ProjectType owner, FieldDecl field) {
        boolean injected = field.annotations().stream()
                .anyMatch(a ->
                        catalog.injections(owner.names().annotation(a.name())).contains("inject"));
        boolean generated = beans.isBeanType(owner)
                && owner.methods(MethodDecl.CONSTRUCTOR).isEmpty()
                && owner.annotationNames().stream()
                        .anyMatch(name -> catalog.injections(name).contains("constructor"));
        if (injected || generated) {
            return Optional.of(new Place(field.name(), field.annotations()));
        }
        return owner.methods(MethodDecl.CONSTRUCTOR).stream()
                .filter(beans::isFilled)
                .flatMap(constructor -> constructor.decl().parameters().stream()
                        .filter(p -> fills(constructor, p.name(), field.name())))
                .map(p -> new Place(p.name(), p.annotations()))
                .findFirst();
    }

    private static boolean fills(Method constructor, String parameter, String field) {
        Node body = constructor.decl().body();
        return body != null
                && body.any(here -> here instanceof Node.Assign assign
                        && assign.value() instanceof Node.Name value
                        && value.id().equals(parameter)
                        && (assign.target() instanceof Node.Select select
                                ? select.name().equals(field)
                                : assign.target() instanceof Node.Name target
                                        && target.id().equals(field)));
    }

    private Optional<ProjectType> chosen(ProjectType at, FieldDecl field, Place place) {
        TypeRef wanted = at.names().resolve(field.type());
        if (at.names().view().findProject(wanted.name()).isEmpty()) {
            return Optional.empty();
        }
        List<Bean> fitting = beans.fitting(at, wanted, "", List.of());
        return fitting.size() < 2
                ? Optional.empty()
                : decided(at, fitting, place).flatMap(this::type);
    }

    private Optional<Bean> decided(ProjectType at, List<Bean> fitting, Place place) {
        List<String> qualifiers = new ArrayList<>();
        place.annotations().forEach(a -> qualifiers.addAll(Beans.texts(a, at)));
        return only(fitting, bean -> bean.names().stream().anyMatch(qualifiers::contains))
                .or(() -> only(fitting, this::isFirstChoice).filter(live::isFirm))
                .or(() -> only(fitting, bean -> bean.names().contains(place.name()))
                        .filter(live::isFirm));
    }

    private static Optional<Bean> only(List<Bean> beans, Predicate<Bean> claim) {
        List<Bean> kept = beans.stream().filter(claim).toList();
        return kept.size() == 1 ? Optional.of(kept.get(0)) : Optional.empty();
    }

    private boolean isFirstChoice(Bean bean) {
        List<String> annotations = bean.isMadeByMethod()
                ? bean.maker().orElseThrow().annotationNames()
                : bean.owner().annotationNames();
        return annotations.stream().anyMatch(name -> catalog.injections(name).contains("first-choice"));
    }

    /** The class of a bean: itself, or what the method that makes it makes. */
    private Optional<ProjectType> type(Bean bean) {
        if (!bean.isMadeByMethod()) {
            return Optional.of(bean.owner());
        }
        ProjectType at = bean.owner();
        Set<String> made = new TreeSet<>();
        Node body = bean.maker().orElseThrow().decl().body();
        if (body != null) {
            body.each(here -> {
                if (here instanceof Node.Return back && back.value() instanceof Node.New created) {
                    made.add(at.names().resolve(created.type()).name());
                }
            });
        }
        return made.size() == 1 ? at.names().view().findProject(made.iterator().next()) : Optional.empty();
    }
}
