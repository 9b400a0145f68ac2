package io.loadline.system.service;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Proof;
import io.loadline.system.build.Module;
import io.loadline.system.service.ImageSources.Match;
import io.loadline.system.service.Services.ServedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins modules, main classes, images and workloads into services. */
public final class ServiceLinking {

    private final Clues clues;
    private final StatedServices stated;
    private final List<Candidate> candidates;
    private final Map<String, Proof> images = new TreeMap<>();
    private final Map<String, List<ImageBuild>> builds = new TreeMap<>();
    private final Map<String, List<Workload>> workloads = new TreeMap<>();
    private final IdentityHashMap<Workload, Match> links = new IdentityHashMap<>();
    private final List<Workload> foreign = new ArrayList<>();
    private final List<Workload> batch = new ArrayList<>();
    private final StandaloneWorkloads standalone = new StandaloneWorkloads();
    private final Set<String> leftOut = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ServiceLinking(Clues clues) {
        this.clues = clues;
        this.stated = new StatedServices(clues.stated());
        this.candidates = new ArrayList<>(stated.named(Candidates.of(clues)));
    }

    /** The services that the clues tell of. */
    public static Services link(Clues clues) {
        ServiceLinking linking = new ServiceLinking(clues);
        ImageSources sources = new ImageSources(clues.modules(), linking.candidates, clues.images());
        linking.linkImages(sources);
        WorkloadLinks workloadLinks = new WorkloadLinks(linking.candidates, sources, clues);
        linking.linkWorkloads(workloadLinks);
        linking.problems.addAll(workloadLinks.problems());
        linking.problems.addAll(linking.stated.problems());
        linking.leaveOutWhatNobodyBuilds();
        return linking.services();
    }

    private void linkImages(ImageSources sources) {
        for (Candidate candidate : candidates) {
            ImageBuild image = clues.builtImages().get(candidate.module().directory());
            if (image != null) {
                builds.computeIfAbsent(candidate.id(), id -> new ArrayList<>()).add(image);
            }
        }
        for (ImageBuild image : clues.images()) {
            sources.of(image).ifPresent(match -> {
                images.putIfAbsent(match.candidate().id(), match.proof());
                builds.computeIfAbsent(match.candidate().id(), id -> new ArrayList<>())
                        .add(image);
            });
        }
    }

    private void linkWorkloads(WorkloadLinks workloadLinks) {
        for (Manifest manifest : clues.manifests()) {
            if (!(manifest instanceof Workload workload)) {
                continue;
            }
            if (!workload.kind().isLongRunning()) {
                batch.add(workload);
                continue;
            }
            Optional<String> service = stated.of(workload);
            if (service.isPresent() && candidates.stream().noneMatch(c -> c.id().equals(service.get()))) {
                standalone.state(service.get(), workload, stated.proof(workload));
                continue;
            }
            Optional<Match> match = service.isPresent()
                    ? candidates.stream()
                            .filter(c -> c.id().equals(service.get()))
                            .findFirst()
                            .map(c -> new Match(c, stated.proof(workload)))
                    : workloadLinks.of(workload);
            if (match.isPresent()) {
                links.put(workload, match.get());
                workloads
                        .computeIfAbsent(match.get().candidate().id(), id -> new ArrayList<>())
                        .add(workload);
            } else {
                foreign.add(workload);
            }
        }
    }

    /** What stands in no build, is used by nothing and runs nowhere is not part of the system. */
    private void leaveOutWhatNobodyBuilds() {
        Set<String> used = new TreeSet<>();
        clues.modules().all().forEach(module -> used.addAll(module.projectDependencies()));
        for (Candidate candidate : List.copyOf(candidates)) {
            Module module = candidate.module();
            if (!clues.modules().isBuilt(module)
                    && !used.contains(module.directory())
                    && !workloads.containsKey(candidate.id())
                    && !images.containsKey(candidate.id())) {
                candidates.remove(candidate);
                leftOut.add(module.directory());
                problems.add(new Problem(
                        module.at(),
                        "link",
                        "the module %s is not judged: no build of this tree takes it in, nothing uses it and nothing runs it"
                                .formatted(module.directory())));
            }
        }
    }

    private Services services() {
        List<Service> services = new ArrayList<>();
        Set<String> run = new TreeSet<>();
        for (Candidate candidate : candidates) {
            if (isDeployable(candidate)) {
                services.add(service(candidate, Service.Kind.DEPLOYABLE));
                run.addAll(candidate.directories());
            }
        }
        Set<String> usedByLibraries = new TreeSet<>();
        candidates.stream()
                .filter(candidate -> !run.contains(candidate.module().directory()))
                .forEach(candidate -> usedByLibraries.addAll(candidate.module().projectDependencies()));
        for (Candidate candidate : candidates) {
            String directory = candidate.module().directory();
            if (!run.contains(directory) && !usedByLibraries.contains(directory)) {
                services.add(service(candidate, Service.Kind.LIBRARY));
            }
        }
        standalone.find(
                foreign,
                new JvmSigns(clues.catalog(), clues.manifests()),
                clues.sources().isEmpty());
        services.addAll(standalone.services(services));
        return new Services(
                services,
                standalone.untold(),
                standalone.foreign(foreign),
                batch,
                builds,
                served(services),
                leftOut,
                problems);
    }

    private IdentityHashMap<Workload, ServedBy> served(List<Service> services) {
        IdentityHashMap<Workload, ServedBy> served = new IdentityHashMap<>();
        for (Service service : services) {
            for (Workload workload : service.workloads()) {
                Match match = links.get(workload);
                if (match != null) {
                    served.put(workload, new ServedBy(service, match.proof()));
                }
            }
        }
        return served;
    }

    private boolean isDeployable(Candidate candidate) {
        return candidate.isStarted() || workloads.containsKey(candidate.id()) || images.containsKey(candidate.id());
    }

    private Service service(Candidate candidate, Service.Kind kind) {
        List<Workload> own = workloads.getOrDefault(candidate.id(), List.of()).stream()
                .sorted(Comparator.comparing(Workload::at))
                .toList();
        return new Service(
                candidate.id(),
                kind,
                candidate.module(),
                candidate.directories(),
                candidate.main() == null ? null : candidate.main().qualifiedName(),
                own,
                proof(candidate, own),
                candidate.at());
    }

    private Proof proof(Candidate candidate, List<Workload> own) {
        Proof proof = candidate.proof();
        Proof surest = images.get(candidate.id());
        for (Workload workload : own) {
            Match match = links.get(workload);
            if (match != null && (surest == null || match.proof().confidence().compareTo(surest.confidence()) >= 0)) {
                surest = match.proof();
            }
        }
        return surest == null ? proof : proof.and(surest);
    }
}
