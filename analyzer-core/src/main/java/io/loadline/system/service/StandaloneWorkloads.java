package io.loadline.system.service;

import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Workloads that are services although their source is not in the tree: those that people name, and those that show that they run Java. */
final class StandaloneWorkloads {

    private final Map<String, List<Workload>> workloads = new TreeMap<>();
    private final Map<String, Proof> proofs = new TreeMap<>();
    private final Map<String, List<Workload>> untold = new TreeMap<>();
    private final Set<Workload> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    void state(String id, Workload workload, Proof proof) {
        add(id, workload, proof);
    }

    /**
     * Finds those among the workloads that no module fits.
     *
     * @param areAll whether the tree has no source, so that the rest is worth a doubt too
     */
    void find(Collection<Workload> foreign, JvmSigns signs, boolean areAll) {
        for (Workload workload : foreign) {
            boolean isCluster = workload.kind() != WorkloadKind.COMPOSE_SERVICE && workload.kind() != WorkloadKind.POD;
            if (!areAll || !isCluster || signs.isInfrastructure(workload)) {
                continue;
            }
            Optional<Evidence> sign = signs.of(workload);
            String id = workload.id().name();
            if (sign.isPresent()) {
                add(id, workload, Proof.of(sign.get().at(), sign.get().label()).atMost(Confidence.MEDIUM));
            } else {
                untold.computeIfAbsent(id, i -> new ArrayList<>()).add(workload);
            }
        }
    }

    private void add(String id, Workload workload, Proof proof) {
        workloads.computeIfAbsent(id, i -> new ArrayList<>()).add(workload);
        proofs.putIfAbsent(id, proof);
        taken.add(workload);
    }

    /** The services that they make, beside those that modules make; of the same name they are told apart by their kind. */
    List<Service> services(Collection<Service> others) {
        List<Service> services = new ArrayList<>();
        workloads.forEach((id, own) -> {
            boolean isTaken = others.stream().anyMatch(other -> other.id().equals(id));
            services.add(service(isTaken ? own.get(0).id().toString() : id, Service.Kind.DEPLOYABLE, own));
        });
        return services;
    }

    /** The workloads of which nothing tells what they run. */
    List<Service> untold() {
        List<Service> services = new ArrayList<>();
        untold.forEach((id, own) -> {
            if (!workloads.containsKey(id)) {
                services.add(service(id, Service.Kind.UNTOLD, own));
            }
        });
        return services;
    }

    /** The rest of the workloads. */
    List<Workload> foreign(Collection<Workload> all) {
        return all.stream().filter(workload -> !taken.contains(workload)).toList();
    }

    private Service service(String id, Service.Kind kind, List<Workload> own) {
        List<Workload> sorted =
                own.stream().sorted(Comparator.comparing(Workload::at)).toList();
        Workload first = sorted.get(0);
        Proof proof = proofs.getOrDefault(
                first.id().name(), Proof.of(first.at(), first.id().toString()));
        return new Service(id, kind, null, List.of(), null, sorted, proof, first.at());
    }
}
