package io.loadline.system;

import io.loadline.catalog.Marker;
import io.loadline.system.build.Module;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.Optional;

/**
 * The libraries that a service runs with, as its build files tell.
 *
 * @param modules its own module and those that it uses
 */
public record ClassPath(List<Module> modules, SystemModel system) {

    /** The libraries of a service. */
    public static ClassPath of(Service service, SystemModel system) {
        List<Module> modules = service.modules().stream()
                .map(directory -> system.modules().at(directory))
                .flatMap(Optional::stream)
                .toList();
        return new ClassPath(modules, system);
    }

    /**
     * Whether one of the artifacts that the catalog knows by that word is among them. Its own module has all that the others bring along,
     * without what it leaves out of them.
     */
    public boolean has(String word) {
        return system.code().catalog().markers(word).stream()
                .map(Marker::artifacts)
                .flatMap(List::stream)
                .anyMatch(artifact -> modules.stream().limit(1).anyMatch(m -> m.uses(artifact)));
    }

    /** Whether a {@code group:artifact} is among them. */
    public boolean uses(String artifact) {
        return modules.stream().anyMatch(m -> m.uses(artifact));
    }

    /** The version of an artifact, where one of the modules tells it. */
    public Optional<String> version(String artifact) {
        return modules.stream()
                .map(m -> m.versionOf(artifact))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
