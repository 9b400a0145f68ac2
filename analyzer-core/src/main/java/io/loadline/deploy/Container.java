package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One container of a workload.
 *
 * @param at where its name stands
 * @param image as written; empty when none is written
 * @param pullPolicy as written; empty when not stated
 * @param command replaces the image's entry point; empty when not stated
 * @param args replace the image's command; empty when not stated
 * @param sidecar whether it is an init container that keeps running beside the others
 * @param imageBuild how the image is built, where the manifest says so
 * @param beforeStop what runs before the container is told to stop
 */
public record Container(
        String name,
        Location at,
        Word image,
        String pullPolicy,
        List<Word> command,
        List<Word> args,
        List<EnvVar> env,
        List<EnvFrom> envFrom,
        List<Port> ports,
        Resources resources,
        List<Probe> probes,
        List<Mount> mounts,
        boolean sidecar,
        @Nullable BuildFrom imageBuild,
        @Nullable PreStop beforeStop) {

    public Container {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
        envFrom = List.copyOf(envFrom);
        ports = List.copyOf(ports);
        probes = List.copyOf(probes);
        mounts = List.copyOf(mounts);
    }

    /** The probe of that role. */
    public Optional<Probe> probe(Probe.Role role) {
        return probes.stream().filter(p -> p.role() == role).findFirst();
    }

    /** How the image is built, where the manifest says so. */
    public Optional<BuildFrom> build() {
        return Optional.ofNullable(imageBuild);
    }

    /** What runs before the container is told to stop. */
    public Optional<PreStop> preStop() {
        return Optional.ofNullable(beforeStop);
    }

    /** The variable of that name; the last one wins. */
    public Optional<EnvVar> variable(String variable) {
        return env.stream().filter(e -> e.name().equals(variable)).reduce((first, second) -> second);
    }

    /** A volume made visible inside the container. */
    public record Mount(String volume, String path, String subPath, boolean readOnly, Location at) {}

    /**
     * A port of the container.
     *
     * @param name empty when it has none
     * @param host port taken on the node; absent when none is taken
     */
    public record Port(String name, Amount number, String protocol, Amount host) {}

    /**
     * How the image is built.
     *
     * @param context folder relative to the audited root, with {@code /}; empty for the root itself
     * @param dockerfile path relative to the audited root
     * @param target stage that is built; empty for the last
     */
    public record BuildFrom(String context, String dockerfile, String target, Labels arguments, Location at) {}
}
