package io.loadline.flow.component;

import io.loadline.catalog.Condition;
import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.flow.component.Beans.Bean;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Which code runs as the system is shipped: what every configuration switches off, and what is for developers only, does not. */
public final class Live {

    /** Reads the conditions of a system. */
    public static final Query<Live> QUERY = new Query<>("code that runs") {
        @Override
        protected Live compute(SystemModel system) {
            return new Live(system);
        }
    };

    /** Whether something is made, the surest first. */
    enum State {
        /** In some service, or nothing tells. */
        ON,
        /** Nowhere as it is shipped, because nobody asks for it or somebody else takes its place. */
        LEFT_OUT,
        /** Nowhere, because somebody says so. */
        OFF;

        static final BinaryOperator<State> WORST = (a, b) -> a.compareTo(b) >= 0 ? a : b;
        static final BinaryOperator<State> BEST = (a, b) -> a.compareTo(b) <= 0 ? a : b;
    }

    private final SystemModel system;
    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final ShippedValues values;
    private final Beans beans;
    private final Map<ProjectType, List<Method>> makers = new HashMap<>();
    private final Map<ProjectType, State> types = new HashMap<>();

    private Live(SystemModel system) {
        this.system = system;
        this.values = new ShippedValues(system);
        this.beans = system.ask(Beans.QUERY);
        system.code()
                .catalog()
                .conditions()
                .forEach(c -> conditions
                        .computeIfAbsent(c.annotation(), a -> new ArrayList<>())
                        .add(c));
        if (!conditions.isEmpty()) {
            system.code().types().stream()
                    .flatMap(type -> type.methods().stream())
                    .flatMap(method -> system.code().sites(method).stream())
                    .filter(site -> site.target().name().equals(MethodDecl.CONSTRUCTOR))
                    .forEach(this::addMaker);
        }
    }

    private void addMaker(CallSite site) {
        site.caller()
                .owner()
                .names()
                .view()
                .findProject(site.target().receiver().name())
                .filter(made -> made != site.caller().owner())
                .ifPresent(made ->
                        makers.computeIfAbsent(made, t -> new ArrayList<>()).add(site.caller()));
    }

    /** Whether a service may run a method. */
    public boolean runs(Method method) {
        return State.WORST.apply(of(method), of(method.owner())) != State.OFF;
    }

    /** Those of the possible targets of a call that services may run; all of them where none is left. */
    public List<Method> running(List<Method> targets) {
        if (targets.size() <= 1 || conditions.isEmpty()) {
            return targets;
        }
        List<Method> on =
                targets.stream().filter(m -> of(m.owner()) == State.ON).toList();
        return on.isEmpty() ? targets : on;
    }

    private State of(Method method) {
        return State.WORST.apply(
                state(method.decl().annotations(), method.owner(), Optional.of(method)), enclosing(method.owner()));
    }

    /** A type is as live as what makes it, unless the container does so by itself. */
    private synchronized State of(ProjectType type) {
        State known = types.get(type);
        if (known == null) {
            List<Method> by = beans.isBeanType(type) ? List.of() : makers.getOrDefault(type, List.of());
            State made = by.stream().map(this::of).reduce(State.BEST).orElse(State.ON);
            known = State.WORST.apply(enclosing(type), made);
            types.put(type, known);
        }
        return known;
    }

    private State enclosing(ProjectType type) {
        State state = State.ON;
        for (ProjectType here = type; here != null; here = here.enclosing().orElse(null)) {
            state = State.WORST.apply(state, state(here.decl().annotations(), here, Optional.empty()));
        }
        return state;
    }

    private State state(List<Annotation> annotations, ProjectType at, Optional<Method> method) {
        State state = State.ON;
        for (Annotation annotation : annotations) {
            for (Condition condition : conditions.getOrDefault(at.names().annotation(annotation.name()), List.of())) {
                State here = condition.as().equals("fallback")
                        ? fallback(annotation, at, method)
                        : values.state(condition, annotation, at);
                state = State.WORST.apply(state, here);
            }
        }
        return state;
    }

    /** A bean that stands in where nobody else makes one is left out where somebody does, in every service that has it. */
    private State fallback(Annotation annotation, ProjectType at, Optional<Method> method) {
        Optional<Bean> own = beans.all().stream()
                .filter(b -> method.isPresent() ? b.maker().equals(method) : b.owner() == at && !b.isMadeByMethod())
                .findFirst();
        if (own.isEmpty()) {
            return State.ON;
        }
        List<String> missed = missed(annotation, own.get(), at);
        List<Service> having = system.landscape().services().running(at.module());
        boolean replaced = !having.isEmpty()
                && beans.all().stream()
                        .filter(b -> !b.equals(own.get()) && isFirm(b) && replaces(b, missed))
                        .anyMatch(b -> having.stream()
                                .allMatch(s -> s.modules().contains(b.owner().module())));
        return replaced ? State.LEFT_OUT : State.ON;
    }

    /** The types of which there must be no other bean: those that the annotation names, or else what the bean is made as. */
    private static List<String> missed(Annotation annotation, Bean own, ProjectType at) {
        if (annotation.members().isEmpty()) {
            return own.isMadeByMethod()
                    ? List.of(own.type().name())
                    : at.supertypes().stream().map(TypeRef::name).toList();
        }
        boolean byType = annotation.members().stream()
                .allMatch(m -> m.name().equals("value") || m.name().equals("type"));
        return !byType
                ? List.of()
                : annotation.members().stream()
                        .flatMap(m -> m.value() instanceof Node.ArrayOf array
                                ? array.elements().stream()
                                : Stream.of(m.value()))
                        .filter(Node.TypeLiteral.class::isInstance)
                        .map(node -> at.names()
                                .resolve(((Node.TypeLiteral) node).type())
                                .name())
                        .toList();
    }

    private static boolean replaces(Bean other, List<String> missed) {
        return missed.stream()
                .filter(name -> !name.isEmpty() && !name.startsWith("java."))
                .anyMatch(name -> other.owner().names().view().isA(other.type().name(), name));
    }

    /** Whether a bean is made whatever the configuration says. */
    boolean isFirm(Bean bean) {
        List<Annotation> written =
                bean.isMadeByMethod() ? bean.maker().orElseThrow().decl().annotations() : List.of();
        return Stream.concat(written.stream(), bean.owner().decl().annotations().stream())
                .noneMatch(a -> isCondition(a, bean.owner()));
    }

    /** Whether an annotation is a condition, or one of the project's own that stands for conditions. */
    private boolean isCondition(Annotation annotation, ProjectType at) {
        String name = at.names().annotation(annotation.name());
        return conditions.containsKey(name)
                || at.names()
                        .view()
                        .findProject(name)
                        .filter(own -> own.annotationNames().stream().anyMatch(conditions::containsKey))
                        .isPresent();
    }
}
