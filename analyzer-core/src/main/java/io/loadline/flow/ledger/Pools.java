package io.loadline.flow.ledger;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.CatalogFile.Requirement;
import io.loadline.catalog.Role;
import io.loadline.flow.ComponentSite;
import io.loadline.flow.Components;
import io.loadline.system.ClassPath;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.landscape.DeployedContainer;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the pools that frameworks make from configuration. Of several for one key, the catalog names first what the framework takes itself. */
final class Pools {

    private static final String ADDRESS = "address";
    private static final String SIZE = "max-connections";
    private static final String NAME = "{name}";

    private final SystemModel system;
    private final List<ComponentMatch> known;

    Pools(SystemModel system) {
        this.system = system;
        this.known = system.code().catalog().components(Role.POOL).stream()
                .filter(m -> m.component().carriers().isEmpty() && configured(m, ADDRESS) && configured(m, SIZE))
                .toList();
    }

    private static boolean configured(ComponentMatch match, String name) {
        Limit limit = match.component().limits().get(name);
        return limit != null && !limit.properties().isEmpty();
    }

    List<Pool> of(DeployedContainer container) {
        ClassPath libraries = ClassPath.of(container.in().service(), system);
        Map<String, Candidate> byKey = new LinkedHashMap<>();
        for (ComponentMatch match : known) {
            for (PropertyKey property : limit(match, ADDRESS).properties()) {
                for (Candidate found : candidates(match, property.key(), container.configuration())) {
                    byKey.merge(
                            found.key(),
                            found,
                            (first, next) -> isThere(next, libraries) && !isThere(first, libraries) ? next : first);
                }
            }
        }
        List<Pool> pools = new ArrayList<>();
        byKey.forEach((key, found) -> container
                .configuration()
                .lookup(key)
                .ifPresent(address -> pools.add(new Pool(key, address, size(found, container, libraries)))));
        return pools;
    }

    private record Candidate(ComponentMatch match, String key, String name) {}

    private static List<Candidate> candidates(ComponentMatch match, String pattern, Configuration configuration) {
        int at = pattern.indexOf(NAME);
        if (at < 0) {
            return configuration.lookup(pattern).isPresent() ? List.of(new Candidate(match, pattern, "")) : List.of();
        }
        String before = pattern.substring(0, at);
        String after = pattern.substring(at + NAME.length());
        return configuration.keysUnder(before.substring(0, before.length() - 1)).stream()
                .filter(key -> key.startsWith(before)
                        && key.endsWith(after)
                        && key.length() > before.length() + after.length())
                .map(key -> new Candidate(match, key, key.substring(before.length(), key.length() - after.length())))
                .filter(found -> found.name().indexOf('.') < 0)
                .toList();
    }

    private static boolean isThere(Candidate candidate, ClassPath libraries) {
        List<Requirement> required = candidate.match().component().requires();
        return !required.isEmpty() && required.stream().allMatch(r -> libraries.uses(r.artifact()));
    }

    private Setting size(Candidate found, DeployedContainer container, ClassPath libraries) {
        Limit limit = limit(found.match(), SIZE);
        return limit.properties().stream()
                .map(PropertyKey::key)
                .filter(key -> key.contains(NAME) == !found.name().isEmpty())
                .map(key -> container.configuration().lookup(key.replace(NAME, found.name())))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> inCode(container.in().service()))
                .or(() -> Catalog.defaultOf(limit, libraries::version)
                        .map(d -> new Setting.Defaulted(
                                d.value(), found.match().file().library(), List.of())))
                .orElseGet(() -> new Setting.Unresolved("the pool size of " + container.title(), List.of()));
    }

    /** What the service's own code says, where it makes one pool. */
    private Optional<Setting> inCode(Service service) {
        List<ComponentSite> made = system.ask(Components.QUERY).of(Role.POOL).stream()
                .filter(site -> service.modules().contains(site.type().module()))
                .filter(site -> site.limit(SIZE)
                        .filter(Setting.Stated.class::isInstance)
                        .isPresent())
                .toList();
        return made.size() == 1 ? made.get(0).limit(SIZE) : Optional.empty();
    }

    private static Limit limit(ComponentMatch match, String name) {
        return Objects.requireNonNull(match.component().limits().get(name));
    }
}
