package io.loadline.system;

import io.loadline.config.LoadlineConfig;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Problem;
import io.loadline.fact.sql.Schema;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.configuration.ClassMentions;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.configuration.ConfigurationFiles;
import io.loadline.system.configuration.Environment;
import io.loadline.system.configuration.Environments;
import io.loadline.system.configuration.Launch;
import io.loadline.system.landscape.Landscape;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that is known of the audited system: facts joined, and every whole-program question answered once. */
public final class SystemModel {

    private final Code code;
    private final Modules modules;
    private final Landscape landscape;
    private final ConfigurationFiles configuration;
    private final LoadlineConfig stated;
    private final ClassMentions mentioned;
    private final Schema schema;
    private final Map<String, Configuration> configurations = new java.util.HashMap<>();
    private final Map<Class<?>, SubjectSource<?>> sources = new java.util.HashMap<>();
    private final IdentityHashMap<Query<?>, Object> answers = new IdentityHashMap<>();
    private final Map<Class<?>, List<?>> subjects = new java.util.HashMap<>();

    /** @param sources where the subjects of each kind come from */
    SystemModel(
            Code code,
            Modules modules,
            Landscape landscape,
            ConfigurationFiles configuration,
            LoadlineConfig stated,
            ClassMentions mentioned,
            Schema schema,
            List<SubjectSource<?>> sources) {
        this.code = code;
        this.modules = modules;
        this.landscape = landscape;
        this.configuration = configuration;
        this.stated = stated;
        this.mentioned = mentioned;
        this.schema = schema;
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

    /** Whether a file that is not Java names a class. */
    public boolean mentionsInSettings(String className) {
        return mentioned.contains(className);
    }

    /** Ids of all services, sorted. */
    public List<String> serviceIds() {
        return services().stream().map(Service::id).toList();
    }

    /** What could not be linked. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(modules.problems());
        all.addAll(code.problems());
        all.addAll(landscape.services().problems());
        all.addAll(StatedInVain.problems(stated, landscape));
        return List.copyOf(all);
    }

    /** What people state because no file of the system does. */
    public LoadlineConfig.Facts declared() {
        return stated.facts();
    }

    /** What files beside the code state of tables and queries. */
    public Schema schema() {
        return schema;
    }

    /** Whether people say that a workload has one replica on purpose. */
    public boolean isSingleton(Workload workload) {
        return declared().singletons().contains(workload.id().name())
                || declared().singletons().contains(workload.id().toString());
    }

    /** Everything that is deployed. */
    public Landscape landscape() {
        return landscape;
    }

    /** The services to judge, sorted by id: those that run by themselves, or else the libraries of the tree. */
    public List<Service> services() {
        List<Service> all = landscape.services().all();
        List<Service> deployed = all.stream()
                .filter(service -> service.kind() == Service.Kind.DEPLOYABLE)
                .toList();
        return deployed.isEmpty() ? all : deployed;
    }

    private List<String> running(String directory) {
        List<Service> judged = services();
        return landscape.services().running(directory).stream()
                .filter(judged::contains)
                .map(Service::id)
                .toList();
    }

    /** The configuration of a service as a launch and an environment make it; no environment means that of any. */
    public Configuration configuration(Service service, Launch launch, Optional<Environment> environment) {
        return Configuration.of(
                configuration,
                new Configuration.Circumstances(
                        service.modules(),
                        List.of(service.id()),
                        profiles(service.modules(), environment),
                        List.of(),
                        launch));
    }

    /** The environment that a workload is judged in. */
    public Optional<Environment> environmentOf(Workload workload) {
        return landscape.environments().stream()
                .filter(e -> e.name().equals(Environments.nameOf(workload)))
                .findFirst()
                .or(this::onlyEnvironment);
    }

    /** The one environment that is judged, where people chose one. */
    private Optional<Environment> onlyEnvironment() {
        List<Environment> judged = landscape.environments();
        return landscape.isChosen() && judged.size() == 1 ? Optional.of(judged.get(0)) : Optional.empty();
    }

    private List<String> profiles(List<String> directories, Optional<Environment> environment) {
        return environment.stream()
                .flatMap(e ->
                        directories.stream().limit(1).flatMap(d -> e.profilesAmong(configuration.profiles(d)).stream()))
                .toList();
    }

    /** Profiles that the configuration of a module's directory has files or documents for, sorted. */
    public Set<String> profiles(String directory) {
        return configuration.profiles(directory);
    }

    /** Ids of the services that use a type, sorted. */
    public List<String> servicesOf(ProjectType type) {
        return running(type.module());
    }

    /** Ids of the services that run a method, sorted. */
    public List<String> servicesOf(Method method) {
        return running(method.owner().module());
    }

    /** The configured value of a key for the services that run a method, or for its own module; empty when none sets it. */
    public Optional<Setting> configured(Method method, String key) {
        return configured(method.owner().module(), key);
    }

    /** The configured value of a key for a module's directory, or for the services that it is part of; empty when none sets it. */
    public Optional<Setting> configured(String module, String key) {
        Stream<String> started = landscape.services().running(module).stream()
                .flatMap(service -> service.modules().stream().limit(1));
        return Stream.concat(Stream.of(module), started)
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
                    new Configuration.Circumstances(
                            directories, names, profiles(directories, onlyEnvironment()), List.of(), Launch.UNKNOWN));
        });
    }

    private boolean isLeftOut(String path) {
        return modules.owning(path)
                .filter(module -> landscape.services().leaveOut(module.directory()))
                .isPresent();
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
            all.removeIf(subject -> isLeftOut(subject.at().path()));
            all.sort(java.util.Comparator.comparing(Subject::at).thenComparing(Subject::key));
            known = List.copyOf(all);
            subjects.put(kind, known);
        }
        @SuppressWarnings("unchecked") // a source gives subjects of its own kind only
        List<S> found = (List<S>) known;
        return found;
    }
}
