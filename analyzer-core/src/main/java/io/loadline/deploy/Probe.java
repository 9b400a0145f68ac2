package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;

/**
 * A question that the platform asks a container again and again. Times in seconds.
 *
 * @param at where its key stands
 */
public record Probe(
        Role role,
        Handler handler,
        Amount initialDelay,
        Amount period,
        Amount timeout,
        Amount failureThreshold,
        Amount successThreshold,
        Location at) {

    /** What follows from the answer. */
    public enum Role {
        LIVENESS,
        READINESS,
        STARTUP,
        /** A health check that others wait for. */
        HEALTH
    }

    /** How the question is asked. */
    public sealed interface Handler {}

    /** An HTTP request; the port is a number or the name of a container port. */
    public record Http(String path, String port, String scheme, Location at) implements Handler {}

    /** A TCP connection. */
    public record Tcp(String port, Location at) implements Handler {}

    /** The gRPC health service. */
    public record Grpc(String port, String service, Location at) implements Handler {}

    /** A command inside the container. */
    public record Exec(List<Word> command) implements Handler {
        public Exec {
            command = List.copyOf(command);
        }
    }

    /** Written in a way that cannot be read. */
    public record Unreadable() implements Handler {}
}
