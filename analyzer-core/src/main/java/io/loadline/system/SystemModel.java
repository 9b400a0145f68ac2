package io.loadline.system;

import io.loadline.evidence.Problem;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.configuration.ConfigurationFiles;
import io.loadline.system.configuration.Launch;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is known of the audited system: facts joined, and every whole-program question answered once. */
public final class SystemModel {

    private final Code code;
    private final Modules modules;
    private final ModuleServices services;
    private final ConfigurationFiles configuration;
    private final Map<String, Configuration> configurations = new java.util.HashMap<>();
    private final Map<Class<?>, SubjectSource<?>> sources = new java.util.HashMap<>();
    private final IdentityHashMap<Query<?>, Object> answers = new IdentityHashMap<>();
    private final Map<Class<?>, List<?>> subjects = new java.util.HashMap<>();

    /** @param sources where the subjects of each kind come from */
    SystemModel(
            Code code,
            Modules modules,
            ModuleServices services,
            ConfigurationFiles configuration,
            List<SubjectSource<?>> sources) {
        this.code = code;
        this.modules = modules;
        this.services = services;
        this.configuration = configuration;
        sources.forEach(s -> this.sources.put(s.kind(), s));
    }

    /** The linked code. */
    public Code code() {
        return code;
    }

    /** The modules as their build files describe them. */
    public Modules modules() {
        return modules;
    }

    /** Ids of all services, sorted. */
    public List<String> serviceIds() {
        return services.ids();
    }

    /** What could not be linked. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(modules.problems());
        all.addAll(code.problems());
        return List.copyOf(all);
    }

    /** Ids of the services that use a type, sorted. */
    public List<String> servicesOf(ProjectType type) {
        return services.of(type.module());
    }

    /** Ids of the services that run a method, sorted. */
    public List<String> servicesOf(Method method) {
        return services.of(method.owner().module());
    }

    /** The configured value of a key for the services that run a method, or for its own module; empty when none sets it. */
    public Optional<Setting> configured(Method method, String key) {
        return configured(method.owner().module(), key);
    }

    /** The configured value of a key for a module's directory, or for the services that it is part of; empty when none sets it. */
    public Optional<Setting> configured(String module, String key) {
        return Stream.concat(Stream.of(module), services.startedWith(module).stream())
                .map(directory -> configuration(directory).lookup(key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The configuration of the service that a module starts. */
    public synchronized Configuration configuration(String directory) {
        return configurations.computeIfAbsent(directory, d -> {
            List<String> directories = new ArrayList<>(List.of(d));
            modules.at(d).ifPresent(module -> directories.addAll(module.projectDependencies()));
            List<String> names =
                    modules.at(d).map(module -> List.of(module.name())).orElse(List.of());
            return Configuration.of(
                    configuration,
                    new Configuration.Circumstances(directories, names, List.of(), List.of(), Launch.UNKNOWN));
        });
    }

    /** The answer to a whole-program question. */
    public synchronized <T> T ask(Query<T> query) {
        Object known = answers.get(query);
        if (known == null) {
            known = Objects.requireNonNull(query.compute(this));
            answers.put(query, known);
        }
        @SuppressWarnings("unchecked") // a query's answer is stored only under the query itself
        T answer = (T) known;
        return answer;
    }

    /**
     * Every subject of a kind, sorted by place.
     *
     * @throws IllegalArgumentException when nothing tells where subjects of that kind come from
     */
    public synchronized <S extends Subject> List<S> subjects(Class<S> kind) {
        List<?> known = subjects.get(kind);
        if (known == null) {
            SubjectSource<?> source = sources.get(kind);
            if (source == null) {
                throw new IllegalArgumentException("no source of subjects of kind " + kind.getSimpleName());
            }
            List<Subject> all = new ArrayList<>(source.find(this));
            all.sort(java.util.Comparator.comparing(Subject::at).thenComparing(Subject::key));
            known = List.copyOf(all);
            subjects.put(kind, known);
        }
        @SuppressWarnings("unchecked") // a source gives subjects of its own kind only
        List<S> found = (List<S>) known;
        return found;
    }
}
