package io.loadline.system.service;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services of the system and the workloads that run them. */
public final class Services {

    private final List<Service> all;
    private final List<Service> untold;
    private final List<Workload> foreign;
    private final List<Workload> batch;
    private final Map<String, List<ImageBuild>> builds;
    private final IdentityHashMap<Workload, ServedBy> byWorkload;
    private final Set<String> leftOut;
    private final List<Problem> problems;

    /** Which service a workload runs, and why that is believed. */
    record ServedBy(Service service, Proof proof) {}

    Services(
            List<Service> all,
            List<Service> untold,
            List<Workload> foreign,
            List<Workload> batch,
            Map<String, List<ImageBuild>> builds,
            IdentityHashMap<Workload, ServedBy> byWorkload,
            Set<String> leftOut,
            List<Problem> problems) {
        this.all = all.stream().sorted(Comparator.comparing(Service::id)).toList();
        this.untold = List.copyOf(untold);
        this.foreign = List.copyOf(foreign);
        this.batch = List.copyOf(batch);
        this.builds = Map.copyOf(builds);
        this.byWorkload = byWorkload;
        this.leftOut = Set.copyOf(leftOut);
        this.problems = List.copyOf(problems);
    }

    /** Every service, sorted by id. */
    public List<Service> all() {
        return all;
    }

    /** Workloads of which nothing tells whether they run Java, where manifests are all there is. */
    public List<Service> untold() {
        return untold;
    }

    /** Whether the module in that directory is no part of the system: nothing builds, uses or runs it. */
    public boolean leaveOut(String directory) {
        return leftOut.contains(directory);
    }

    /** Modules that are left out, and workloads that cannot be told to run one module rather than another. */
    public List<Problem> problems() {
        return problems;
    }

    /** The service of that id. */
    public Optional<Service> named(String id) {
        return all.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** Long-running workloads whose source is not in the tree, such as databases and brokers, in the order of their manifests. */
    public List<Workload> foreignWorkloads() {
        return foreign;
    }

    /** Jobs, in the order of their manifests. They run no service, whatever their image is. */
    public List<Workload> batchWorkloads() {
        return batch;
    }

    /** The ways in which an image of a service is built: by its build file, then by Dockerfiles in the order of their paths. */
    public List<ImageBuild> imagesOf(Service service) {
        return builds.getOrDefault(service.id(), List.of());
    }

    /** The service that a workload runs. */
    public Optional<Service> of(Workload workload) {
        return Optional.ofNullable(byWorkload.get(workload)).map(ServedBy::service);
    }

    /** Why a workload is believed to run its service. */
    public Optional<Proof> proof(Workload workload) {
        return Optional.ofNullable(byWorkload.get(workload)).map(ServedBy::proof);
    }

    /** Services that run a module, sorted by id. */
    public List<Service> running(String directory) {
        List<Service> running = new ArrayList<>();
        all.stream().filter(service -> service.modules().contains(directory)).forEach(running::add);
        return List.copyOf(running);
    }
}
