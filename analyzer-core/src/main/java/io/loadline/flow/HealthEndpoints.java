package io.loadline.flow;

import io.loadline.catalog.Effect;
import io.loadline.catalog.VersionRange;
import io.loadline.evidence.Evidence;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.ClassPath;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an answer to a health probe depends on. */
public final class HealthEndpoints {

    /** Prepares to answer for a system. */
    public static final Query<HealthEndpoints> QUERY = new Query<>("health endpoints") {
        @Override
        protected HealthEndpoints compute(SystemModel system) {
            return new HealthEndpoints(system);
        }
    };

    private static final List<Effect> OUTSIDE = List.of(Effect.QUERY, Effect.REMOTE, Effect.CACHE, Effect.PUBLISH);
    private static final String GROUP = "process-health-members";
    private static final String PROCESS_GROUP = "process-health";
    private static final String INDICATORS = "health-indicators";
    private static final String DATABASE_INDICATOR = "database-indicator";
    private static final String INDICATOR = "health-indicator";
    private static final String DATABASE = "database-health";
    private static final Set<String> OF_THE_PROCESS =
            Set.of("livenessState", "livenessstate", "ping", "diskSpace", "diskspace");

    /** What an answer depends on. */
    public enum Scope {
        PROCESS,
        DEPENDENCIES,
        UNKNOWN
    }

    /**
     * The answer.
     *
     * @param why what it depends on, or what would settle it, as a clause
     */
    public record Answer(Scope scope, String why, List<Evidence> evidence) {
        private static final Answer PROCESS_ONLY = new Answer(Scope.PROCESS, "", List.of());

        private static Answer unknown(String why) {
            return new Answer(Scope.UNKNOWN, why, List.of());
        }
    }

    private final SystemModel system;
    private final Operations operations;
    private final Reaches reaches;
    private final EntryPoints entries;

    private HealthEndpoints(SystemModel system) {
        this.system = system;
        this.operations = system.ask(Operations.QUERY);
        this.reaches = system.ask(Reaches.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
    }

    /** What an answer of a service at a path depends on. */
    public Answer at(String path, Service service, Configuration configuration) {
        String plain = path.replaceFirst("\\?.*", "").replaceFirst("/+$", "");
        Optional<Answer> own = ownHandler(plain, service);
        if (own.isPresent()) {
            return own.get();
        }
        if (!ClassPath.of(service, system).has("health-endpoint")) {
            return Answer.unknown("what answers at " + path);
        }
        if (plain.matches(".*/(liveness|livez|live)")) {
            return group(configuration);
        }
        return plain.endsWith("/health")
                ? aggregate(service, configuration)
                : Answer.unknown("what answers at " + path);
    }

    /** Whether the framework's version in use has a group that asks about the process only; true where the version cannot be told. */
    public static boolean hasProcessGroup(Service service, SystemModel system) {
        ClassPath path = ClassPath.of(service, system);
        return system.code()
                .catalog()
                .key(PROCESS_GROUP)
                .map(known -> VersionRange.of(known.property()))
                .flatMap(range -> range.includes(path::version))
                .orElse(true);
    }

    private Answer group(Configuration configuration) {
        Optional<Setting> included = setting(GROUP, configuration);
        List<String> outside = included.flatMap(Setting::known).stream()
                .flatMap(text -> List.of(text.split("\\s*,\\s*")).stream())
                .filter(name -> !OF_THE_PROCESS.contains(name))
                .toList();
        return outside.isEmpty()
                ? Answer.PROCESS_ONLY
                : new Answer(
                        Scope.DEPENDENCIES,
                        "its group includes " + String.join(", ", outside),
                        included.map(Setting::origin).orElse(List.of()));
    }

    private Answer aggregate(Service service, Configuration configuration) {
        if (isOff(INDICATORS, configuration)) {
            return Answer.PROCESS_ONLY;
        }
        Optional<CallSite> dependency = operations.sites().stream()
                .filter(site -> Set.of(Effect.QUERY, Effect.CACHE, Effect.PUBLISH)
                        .contains(operations.of(site).orElseThrow().does()))
                .filter(site -> system.servicesOf(site.caller()).contains(service.id()))
                .findFirst();
        return dependency
                .map(site -> new Answer(
                        Scope.DEPENDENCIES,
                        "it asks the aggregate of all indicators, and the service uses " + site.title(),
                        List.of(new Evidence(site.at(), "what the service depends on"))))
                .or(() -> ownIndicator(service))
                .or(() -> database(service, configuration))
                .orElseGet(() -> Answer.unknown("which health indicators are on the class path of " + service.id()));
    }

    private Optional<Answer> ownIndicator(Service service) {
        List<String> kinds = types(INDICATOR);
        return system.ask(MarkedTypes.QUERY).in(service, INDICATOR).stream()
                .filter(type ->
                        kinds.stream().anyMatch(kind -> type.names().view().isA(type.name(), kind)))
                .flatMap(type -> type.methods().stream())
                .flatMap(method -> outside(method).stream())
                .findFirst()
                .map(operation -> new Answer(
                        Scope.DEPENDENCIES,
                        "it asks the aggregate of all indicators, and one of them calls " + operation.title(),
                        List.of(new Evidence(operation.at(), operation.title()))));
    }

    private Optional<Setting> setting(String word, Configuration configuration) {
        return system.code().catalog().key(word).flatMap(known -> configuration.lookup(known.key()));
    }

    private boolean isOff(String word, Configuration configuration) {
        return setting(word, configuration).filter(s -> s.is("false")).isPresent();
    }

    private List<String> types(String word) {
        return system.code().catalog().markers(word).stream()
                .flatMap(marker -> marker.types().stream())
                .toList();
    }

    /** Frameworks add an indicator of their own where a database is configured. */
    private Optional<Answer> database(Service service, Configuration configuration) {
        if (isOff(DATABASE_INDICATOR, configuration)
                || !ClassPath.of(service, system).has(DATABASE)
                || OwnState.stored(configuration, system).isPresent()) {
            return Optional.empty();
        }
        return system.code().catalog().markers(DATABASE).stream()
                .flatMap(marker -> marker.properties().stream())
                .flatMap(key -> configuration.lookup(key).stream())
                .findFirst()
                .map(url -> new Answer(
                        Scope.DEPENDENCIES,
                        "it asks the aggregate of all indicators, and one of them asks the database",
                        url.origin()));
    }

    private Optional<Answer> ownHandler(String path, Service service) {
        return entries.all().stream()
                .filter(e -> e.kind().equals("http") && e.id().endsWith(" " + path))
                .filter(e -> system.servicesOf(e.method()).contains(service.id()))
                .findFirst()
                .map(this::reached);
    }

    private Answer reached(Entry entry) {
        Evidence handler = new Evidence(entry.at(), "answers the probe");
        return outside(entry.method())
                .map(operation -> new Answer(
                        Scope.DEPENDENCIES,
                        "its handler calls " + operation.title(),
                        List.of(handler, new Evidence(operation.at(), operation.title()))))
                .orElse(Answer.PROCESS_ONLY);
    }

    private Optional<CallSite> outside(Method method) {
        return OUTSIDE.stream()
                .flatMap(effect -> reaches.from(method, effect).stream())
                .findFirst()
                .map(Way::operation);
    }
}
