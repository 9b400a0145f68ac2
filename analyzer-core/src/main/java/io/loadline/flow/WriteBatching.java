package io.loadline.flow;

import io.loadline.system.SystemModel;
import java.util.stream.Stream;

/** Whether writes that a session has noted are sent many at a time. */
public final class WriteBatching {

    private WriteBatching() {}

    /** Whether the configuration behind a query asks for it. */
    public static boolean isOn(QueryCall query, SystemModel system) {
        Stream<String> modules = system.services().stream()
                .filter(service -> query.services().contains(service.id()))
                .flatMap(service -> service.modules().stream().limit(1));
        return Stream.concat(Stream.of(query.site().caller().owner().module()), modules)
                .map(system::configuration)
                .anyMatch(configuration -> system.code().catalog().markers("write-batching").stream()
                        .anyMatch(marker -> !marker.keysThatHold(key -> configuration
                                        .lookup(key)
                                        .flatMap(setting -> setting.known())
                                        .filter(value -> !value.strip().matches("0|1")))
                                .isEmpty()));
    }
}
