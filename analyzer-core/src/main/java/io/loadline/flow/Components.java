package io.loadline.flow;

import io.loadline.catalog.Role;
import io.loadline.flow.component.KeptMaps;
import io.loadline.flow.component.Limits;
import io.loadline.flow.component.Making;
import io.loadline.flow.component.Makings;
import io.loadline.flow.component.RetryLoops;
import io.loadline.flow.component.Unserved;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every client, executor, cache, pool and retry that the code makes or declares, with its effective limits. */
public final class Components {

    /** Finds the components of a system. */
    public static final Query<Components> QUERY = new Query<>("components") {
        @Override
        protected Components compute(SystemModel system) {
            return new Components(system);
        }
    };

    private final Makings makings;
    private final List<ComponentSite> all = new ArrayList<>();
    private final Map<Making, ComponentSite> byMaking = new HashMap<>();
    private final Set<ComponentSite> unserved = Collections.newSetFromMap(new IdentityHashMap<>());

    private Components(SystemModel system) {
        Limits limits = system.ask(Limits.QUERY);
        this.makings = system.ask(Makings.QUERY);
        Unserved nobody = system.ask(Unserved.QUERY);
        makings.all().forEach(making -> add(making, limits, nobody));
        system.ask(RetryLoops.QUERY).all().forEach(loop -> add(loop.making(), loop.limits(), nobody));
        system.ask(KeptMaps.QUERY).all().forEach(map -> add(map, KeptMaps.limits(map), nobody));
    }

    private void add(Making making, Limits limits, Unserved nobody) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        limits.names(making).forEach(name -> settings.put(name, limits.limit(making, name)));
        byMaking.put(making, add(making, settings, nobody));
    }

    private ComponentSite add(Making making, Map<String, Setting> limits, Unserved nobody) {
        ComponentSite site = site(making, limits);
        all.add(site);
        if (nobody.is(making)) {
            unserved.add(site);
        }
        return site;
    }

    private ComponentSite site(Making making, Map<String, Setting> limits) {
        return new ComponentSite(
                making.match(),
                making.creation().orElse(null),
                making.method().orElse(null),
                making.name(),
                making.at(),
                limits,
                makings.transports(making),
                making.type());
    }

    /** All of a role, in the order of files. */
    public List<ComponentSite> of(Role role) {
        return all.stream().filter(c -> c.component().role() == role).toList();
    }

    /** All of a role that some service may run, in the order of files. */
    public List<ComponentSite> served(Role role) {
        return of(role).stream().filter(c -> !unserved.contains(c)).toList();
    }

    Optional<ComponentSite> of(Making making) {
        return Optional.ofNullable(byMaking.get(making));
    }
}
