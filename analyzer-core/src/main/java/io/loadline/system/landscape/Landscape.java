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
 * @param manifests all objects of the environments that are judged, in the order of files
 * @param images what images are built from
 * @param environments that are judged, production-like ones first
 * @param isChosen whether people chose these environments among those that the files tell apart
 */
public record Landscape(
        Services services,
        List<Manifest> manifests,
        List<ImageBuild> images,
        List<Environment> environments,
        boolean isChosen) {

    public Landscape {
        manifests = List.copyOf(manifests);
        images = List.copyOf(images);
        environments = List.copyOf(environments);
    }

    /** The same with nothing in it that belongs to other environments; what names none belongs to all. */
    public Landscape only(List<Environment> chosen) {
        List<Manifest> kept = manifests.stream()
                .filter(m -> m.id().environment().isEmpty()
                        || chosen.stream().anyMatch(e -> e.name().equals(m.id().environment())))
                .toList();
        return new Landscape(services, kept, images, chosen, true);
    }

    /**
     * The workloads by which a service is judged: those of a cluster, and of them those of the chosen environments, or else the
     * production-like ones where there are any. What a developer starts on one machine says nothing of scaling out.
     */
    public List<Workload> judged(Service service) {
        if (!isChosen) {
            return usual(service);
        }
        List<Workload> own = cluster(service).stream().filter(this::isJudged).toList();
        return own.isEmpty()
                ? cluster(service).stream()
                        .filter(w -> w.id().environment().isEmpty())
                        .toList()
                : own;
    }

    /** The workloads among which those that are judged are told apart: the same, whichever environments are chosen among these. */
    List<Workload> compared(Service service) {
        List<Workload> judged = judged(service);
        List<Workload> usual = usual(service);
        return usual.containsAll(judged) ? usual : judged;
    }

    private List<Workload> usual(Service service) {
        List<Workload> cluster = cluster(service);
        List<Workload> production = cluster.stream()
                .filter(w -> Environment.isProductionLike(Environments.nameOf(w)))
                .toList();
        return production.isEmpty() ? cluster : production;
    }

    private static List<Workload> cluster(Service service) {
        return service.workloads().stream()
                .filter(w -> w.kind() != WorkloadKind.COMPOSE_SERVICE && w.kind() != WorkloadKind.POD)
                .toList();
    }

    private boolean isJudged(Workload workload) {
        return environments.stream().anyMatch(e -> e.name().equals(Environments.nameOf(workload)));
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
    static boolean sameSpace(Manifest one, Workload other) {
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
