package io.loadline.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What a container asks for and may use. CPU in cores, memory in bytes.
 *
 * @param others resources besides CPU and memory, such as {@code ephemeral-storage} or devices, in written order
 */
public record Resources(
        Amount cpuRequest, Amount cpuLimit, Amount memoryRequest, Amount memoryLimit, List<Other> others) {

    public Resources {
        others = List.copyOf(others);
    }

    /** A resource besides CPU and memory. */
    public record Other(String name, Amount request, Amount limit) {}

    /** The resource of that name. */
    public Optional<Other> other(String name) {
        return others.stream().filter(o -> o.name().equals(name)).findFirst();
    }
}
