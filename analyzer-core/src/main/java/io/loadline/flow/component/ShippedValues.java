package io.loadline.flow.component;

import io.loadline.catalog.Condition;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Workload;
import io.loadline.flow.component.Live.State;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.ProjectType;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.configuration.Environment;
import io.loadline.system.configuration.Launch;
import io.loadline.system.configuration.ProfileCondition;
import io.loadline.system.landscape.DeployedContainer;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a condition on keys or profiles is met by any configuration with which services are shipped. */
final class ShippedValues {

    private final SystemModel system;
    private final Map<String, List<Configuration>> byService = new HashMap<>();
    private final Map<String, Set<String>> variables = new HashMap<>();

    ShippedValues(SystemModel system) {
        this.system = system;
        system.landscape().all(Workload.class).stream()
                .flatMap(workload -> workload.containers().stream())
                .flatMap(container -> container.env().stream())
                .forEach(v -> add(v.name(), v.written().orElse("")));
        system.landscape().all(ConfigData.class).stream()
                .flatMap(data -> data.entries().entries().stream())
                .forEach(entry -> add(entry.key(), entry.value()));
    }

    private void add(String variable, String value) {
        variables.computeIfAbsent(plain(variable), name -> new TreeSet<>()).add(value);
    }

    /** As variables of the environment and keys are matched. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z\\d]", "");
    }

    /** Whether what carries the annotation is made; on where nothing tells. */
    State state(Condition condition, Annotation annotation, ProjectType at) {
        boolean understood = annotation.members().stream()
                .allMatch(m -> condition.keys().contains(m.name())
                        || m.name().equals(condition.prefix())
                        || m.name().equals(condition.value())
                        || m.name().equals(condition.missing()));
        List<Optional<String>> named = condition.keys().stream()
                .flatMap(key -> annotation.member(key).stream())
                .flatMap(node -> texts(node, at).stream())
                .toList();
        List<String> names = named.stream().flatMap(Optional::stream).toList();
        if (!understood || names.isEmpty() || names.size() < named.size()) {
            return State.ON;
        }
        return condition.as().endsWith("profile")
                ? profile(names, condition.as().startsWith("other"), at)
                : property(condition, annotation, names, at);
    }

    private State profile(List<String> names, boolean negated, ProjectType at) {
        Set<String> active = new TreeSet<>();
        configurations(at).forEach(c -> active.addAll(c.profiles()));
        List<String> conditions = negated ? List.of("!(" + String.join(" | ", names) + ")") : names;
        return ProfileCondition.mayHold(conditions, active) ? State.ON : State.OFF;
    }

    private State property(Condition condition, Annotation annotation, List<String> names, ProjectType at) {
        Optional<String> prefix = member(annotation, condition.prefix(), at);
        Optional<String> wanted = member(annotation, condition.value(), at);
        boolean unread = (isWritten(annotation, condition.value()) && wanted.isEmpty())
                || (isWritten(annotation, condition.prefix()) && prefix.isEmpty());
        List<Configuration> shipped = configurations(at);
        if (unread || shipped.isEmpty()) {
            return State.ON;
        }
        boolean missing = member(annotation, condition.missing(), at)
                .filter("true"::equals)
                .isPresent();
        String before =
                prefix.map(p -> p.endsWith(".") || p.isEmpty() ? p : p + ".").orElse("");
        Wanted value = new Wanted(wanted.orElse(""), missing, condition.as().startsWith("other"));
        boolean elsewhere = names.stream()
                .allMatch(name -> variables.getOrDefault(plain(before + name), Set.of()).stream()
                        .anyMatch(v -> v.isEmpty() || v.startsWith("$") || value.isMet(v)));
        if (elsewhere) {
            return State.ON;
        }
        return shipped.stream()
                .map(c -> names.stream()
                        .map(name -> value.in(c.lookup(before + name)))
                        .reduce(State.ON, State.WORST))
                .reduce(State.BEST)
                .orElse(State.ON);
    }

    /** A value that a key has to have, or must not have. */
    private record Wanted(String text, boolean missing, boolean negated) {
        State in(Optional<Setting> setting) {
            if (setting.isEmpty()) {
                return missing || negated ? State.ON : State.LEFT_OUT;
            }
            Optional<String> known = setting.get().known();
            if (known.isEmpty()) {
                return State.ON;
            }
            return isMet(known.get().strip()) ? State.ON : State.OFF;
        }

        boolean isMet(String value) {
            boolean has = text.isEmpty() ? !value.equalsIgnoreCase("false") : value.equalsIgnoreCase(text);
            return has != negated;
        }
    }

    private static boolean isWritten(Annotation annotation, @Nullable String member) {
        return member != null && annotation.member(member).isPresent();
    }

    private static Optional<String> member(Annotation annotation, @Nullable String member, ProjectType at) {
        return member == null
                ? Optional.empty()
                : annotation
                        .member(member)
                        .flatMap(node -> texts(node, at).stream().findFirst())
                        .flatMap(text -> text);
    }

    /** The texts that a member holds; empty ones where a text cannot be told. */
    private static List<Optional<String>> texts(Node node, ProjectType at) {
        if (node instanceof Node.ArrayOf array) {
            return array.elements().stream().flatMap(e -> texts(e, at).stream()).toList();
        }
        return List.of(text(node, at));
    }

    private static Optional<String> text(Node node, ProjectType at) {
        if (node instanceof Node.Literal literal) {
            return Optional.of(literal.text());
        }
        if (node instanceof Node.Operation sum && sum.operator().equals("+")) {
            StringBuilder all = new StringBuilder();
            for (Node operand : sum.operands()) {
                Optional<String> part = text(operand, at);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                all.append(part.get());
            }
            return Optional.of(all.toString());
        }
        if (node instanceof Node.Name name) {
            return constant(at, name.id());
        }
        if (node instanceof Node.Select select && select.target() instanceof Node.Name owner) {
            return at.names()
                    .view()
                    .findProject(at.names().qualified(owner.id()))
                    .flatMap(type -> constant(type, select.name()));
        }
        return Optional.empty();
    }

    private static Optional<String> constant(ProjectType type, String name) {
        return type.decl().fields().stream()
                .filter(f -> f.name().equals(name))
                .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                .filter(Node.Literal.class::isInstance)
                .map(value -> ((Node.Literal) value).text())
                .findFirst();
    }

    /** Every way in which the services that have a type are configured; empty where one of them has no configuration to be seen. */
    private List<Configuration> configurations(ProjectType at) {
        List<Configuration> all = new ArrayList<>();
        for (Service service : system.landscape().services().running(at.module())) {
            List<Configuration> own = byService.computeIfAbsent(service.id(), id -> of(service));
            if (own.isEmpty()) {
                return List.of();
            }
            all.addAll(own);
        }
        return all;
    }

    private List<Configuration> of(Service service) {
        List<Configuration> all = new ArrayList<>();
        if (service.modules().isEmpty()) {
            return all;
        }
        all.add(system.configuration(service.modules().get(0)));
        system.subjects(DeployedContainer.class).stream()
                .filter(c -> c.services().contains(service.id()))
                .forEach(c -> all.add(c.configuration()));
        Set<String> profiles = new TreeSet<>();
        service.modules().forEach(directory -> profiles.addAll(system.profiles(directory)));
        profiles.forEach(p ->
                all.add(system.configuration(service, Launch.UNKNOWN, Optional.of(Environment.of(p, List.of())))));
        return all.stream().allMatch(c -> c.keys().isEmpty()) ? List.of() : all;
    }
}
