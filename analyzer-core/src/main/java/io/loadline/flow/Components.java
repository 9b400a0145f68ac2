package io.loadline.flow;

import io.loadline.catalog.Role;
import io.loadline.flow.component.Limits;
import io.loadline.flow.component.Making;
import io.loadline.flow.component.Makings;
import io.loadline.flow.component.RetryLoops;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every client, executor, cache, pool and retry that the code makes or declares, with its effective limits. */
public final class Components {

    /** Finds the components of a system. */
    public static final Query<Components> QUERY = new Query<>("components") {
        @Override
        protected Components compute(SystemModel system) {
            return new Components(system);
        }
    };

    private final List<ComponentSite> all = new ArrayList<>();
    private final Map<Making, ComponentSite> byMaking = new HashMap<>();

    private Components(SystemModel system) {
        Limits limits = system.ask(Limits.QUERY);
        List<Making> makings = new ArrayList<>(system.ask(Makings.QUERY).all());
        makings.forEach(making -> add(making, limits));
        system.ask(RetryLoops.QUERY).all().forEach(loop -> all.add(site(loop.making(), loop.limits())));
    }

    private void add(Making making, Limits limits) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        limits.names(making).forEach(name -> settings.put(name, limits.limit(making, name)));
        ComponentSite site = site(making, settings);
        all.add(site);
        byMaking.put(making, site);
    }

    private static ComponentSite site(Making making, Map<String, Setting> limits) {
        return new ComponentSite(
                making.match(),
                making.creation().orElse(null),
                making.method().orElse(null),
                making.name(),
                making.at(),
                limits,
                making.type());
    }

    /** All of a role, in the order of files. */
    public List<ComponentSite> of(Role role) {
        return all.stream().filter(c -> c.component().role() == role).toList();
    }

    Optional<ComponentSite> of(Making making) {
        return Optional.ofNullable(byMaking.get(making));
    }
}
