package io.loadline.system.landscape;

import io.loadline.deploy.Container;
import io.loadline.deploy.ImageBuild;
import io.loadline.evidence.Location;
import io.loadline.system.Subject;
import io.loadline.system.configuration.Configuration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The container in which a service's own process runs.
 *
 * @param image how its image is built, where the tree says so
 * @param configuration what holds for the process as this container starts it
 * @param options what the Java virtual machine is told
 */
public record DeployedContainer(
        DeployedWorkload in,
        Container container,
        @Nullable ImageBuild image,
        Configuration configuration,
        JvmOptions options)
        implements Subject {

    /** How its image is built, where the tree says so. */
    public Optional<ImageBuild> imageBuild() {
        return Optional.ofNullable(image);
    }

    /** For people: the workload and, where the names differ, the container. */
    public String title() {
        return container.name().equals(in.workload().id().name()) ? in.title() : in.title() + " " + container.name();
    }

    @Override
    public String key() {
        return in.key() + " " + container.name();
    }

    @Override
    public Location at() {
        return container.at();
    }

    @Override
    public List<Location> alsoAt() {
        return in.alike().stream()
                .flatMap(workload -> workload.containers().stream())
                .filter(other -> other.name().equals(container.name()))
                .map(Container::at)
                .toList();
    }

    @Override
    public Optional<String> doubt() {
        return in.doubt();
    }

    @Override
    public List<String> services() {
        return in.services();
    }
}
