package io.loadline.system.landscape;

import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.DormantAutoscaler;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Route;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import io.loadline.system.configuration.Environment;
import io.loadline.system.configuration.Environments;
import io.loadline.system.service.Service;
import io.loadline.system.service.Services;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is deployed.
 *
 * @param manifests all objects, in the order of files
 * @param images what Dockerfiles build
 * @param environments that the files tell apart, production-like ones first
 */
public record Landscape(
        Services services, List<Manifest> manifests, List<ImageBuild> images, List<Environment> environments) {

    public Landscape {
        manifests = List.copyOf(manifests);
        images = List.copyOf(images);
        environments = List.copyOf(environments);
    }

    /**
     * The workloads by which a service is judged: those of a cluster, and of them the production-like ones where there are any. What a
     * developer starts on one machine says nothing of scaling out.
     */
    public List<Workload> judged(Service service) {
        List<Workload> cluster = service.workloads().stream()
                .filter(w -> w.kind() != WorkloadKind.COMPOSE_SERVICE && w.kind() != WorkloadKind.POD)
                .toList();
        List<Workload> production =
                cluster.stream().filter(this::isProductionLike).toList();
        return production.isEmpty() ? cluster : production;
    }

    private boolean isProductionLike(Workload workload) {
        String name = Environments.nameOf(workload);
        return environments.stream().anyMatch(e -> e.name().equals(name) && e.isProductionLike());
    }

    /** What changes the number of a workload's replicas. */
    public Optional<Autoscaler> autoscaler(Workload workload) {
        return all(Autoscaler.class).stream().filter(a -> isFor(workload, a)).findFirst();
    }

    /** What would change the number of a workload's replicas, were it not switched off. */
    public Optional<DormantAutoscaler> dormantAutoscaler(Workload workload) {
        return all(DormantAutoscaler.class).stream()
                .filter(off -> isFor(workload, off.autoscaler()))
                .findFirst();
    }

    private static boolean isFor(Workload workload, Autoscaler autoscaler) {
        boolean ofReplicas =
                autoscaler.kind() == Autoscaler.Kind.REPLICAS || autoscaler.kind() == Autoscaler.Kind.EVENTS;
        return ofReplicas
                && autoscaler.targetName().equals(workload.id().name())
                && (autoscaler.targetKind().isEmpty()
                        || autoscaler.targetKind().equals(workload.id().kind()))
                && sameSpace(autoscaler, workload);
    }

    /** The service object by which requests reach a workload. */
    public Optional<Route> exposedBy(Workload workload) {
        return all(Route.class).stream()
                .filter(r ->
                        r.kind() == Route.Kind.SERVICE && workload.podLabels().satisfy(r.selector()))
                .filter(r -> sameSpace(r, workload))
                .findFirst();
    }

    /** Whether two objects are meant for the same place; one that names neither namespace nor environment is meant for any. */
    private static boolean sameSpace(Manifest one, Workload other) {
        return agree(one.id().namespace(), other.id().namespace())
                && agree(one.id().environment(), other.id().environment());
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** All objects of a kind, in the order of files. */
    public <M extends Manifest> List<M> all(Class<M> kind) {
        return manifests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
