package io.loadline.flow;

import io.loadline.catalog.Marker;
import io.loadline.evidence.Evidence;
import io.loadline.system.SystemModel;
import io.loadline.system.configuration.Configuration;
import io.loadline.system.landscape.DeployedContainer;
import io.loadline.system.landscape.DeployedWorkload;
import java.util.List;
import java.util.Optional;

/** What a workload keeps in its own process or pod, so that a second replica would hold other data than the first. */
public final class OwnState {

    private OwnState() {}

    /** Where an embedded store or an in-process broker is chosen; empty where none is to be seen. */
    public static Optional<Evidence> of(DeployedWorkload workload, SystemModel system) {
        Optional<Evidence> configured = system.subjects(DeployedContainer.class).stream()
                .filter(container -> container.in().at().equals(workload.at())
                        && container.services().equals(workload.services()))
                .flatMap(container -> stored(container.configuration(), system).stream())
                .findFirst();
        return configured.or(() -> system.ask(MarkedTypes.QUERY).in(workload.service(), "embedded-broker").stream()
                .findFirst()
                .map(type -> new Evidence(type.at(), "an in-process broker in " + type.simpleName())));
    }

    /** Where a configuration chooses an embedded store. */
    static Optional<Evidence> stored(Configuration configuration, SystemModel system) {
        List<String> served = keys("server-store", configuration, system);
        return keys("embedded-store", configuration, system).stream()
                .filter(key -> !served.contains(key))
                .flatMap(key -> configuration.lookup(key).stream())
                .flatMap(setting -> setting.origin().stream())
                .findFirst();
    }

    private static List<String> keys(String word, Configuration configuration, SystemModel system) {
        return system.code().catalog().markers(word).stream()
                .map((Marker marker) ->
                        marker.keysThatHold(key -> configuration.lookup(key).flatMap(setting -> setting.known())))
                .flatMap(List::stream)
                .toList();
    }
}
