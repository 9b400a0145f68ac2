package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;

/**
 * How requests reach a workload.
 *
 * @param type of a service as written ({@code ClusterIP}, {@code LoadBalancer} …), or the class of an ingress; empty when not stated
 * @param headless whether clients see every replica instead of one address
 * @param affinity as written ({@code ClientIP}); empty when not stated
 * @param selector pods that it leads to; empty for routes that lead to other routes
 * @param ports of a service
 * @param paths of an ingress or HTTP route
 */
public record Route(
        Identity id,
        Kind kind,
        String type,
        boolean headless,
        String affinity,
        Labels selector,
        List<ServicePort> ports,
        List<Path> paths)
        implements Manifest {

    public Route {
        ports = List.copyOf(ports);
        paths = List.copyOf(paths);
    }

    /** What kind of way it is. */
    public enum Kind {
        SERVICE,
        INGRESS,
        /** A route of the gateway API. */
        GATEWAY_ROUTE,
        /** A route of a platform's own router. */
        PLATFORM_ROUTE,
        /** A route of a service mesh. */
        MESH_ROUTE
    }

    /**
     * A port of a service.
     *
     * @param target number or name of the container port; empty when it is the same number
     */
    public record ServicePort(String name, Amount number, String target, Amount node, String protocol) {}

    /**
     * One way to a backend.
     *
     * @param host empty for every host
     * @param path empty for every path
     * @param service name of the service it leads to
     * @param port number or name; empty when not stated
     * @param timeout seconds for the whole request
     * @param attempts retries besides the first try
     * @param tryTimeout seconds for each try
     * @param retryOn conditions as written; empty when not stated
     */
    public record Path(
            String host,
            String path,
            String service,
            String port,
            Amount timeout,
            Amount attempts,
            Amount tryTimeout,
            String retryOn,
            Location at) {}
}
