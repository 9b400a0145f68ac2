package io.loadline.system.service;

import io.loadline.config.LoadlineConfig;
import io.loadline.config.LoadlineConfig.ServiceParts;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Proof;
import io.loadline.system.build.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The services that people state, with the modules and workloads that belong to them. */
final class StatedServices {

    private final LoadlineConfig stated;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    StatedServices(LoadlineConfig stated) {
        this.stated = stated;
    }

    /** The candidates with those of one stated service as one, under its name. */
    List<Candidate> named(List<Candidate> found) {
        List<Candidate> candidates = new ArrayList<>(found);
        stated.services().forEach((id, parts) -> {
            List<Candidate> own = new ArrayList<>();
            for (String written : parts.modules()) {
                String directory = Paths.resolve("", written).orElse("..");
                Optional<Candidate> candidate = candidates.stream()
                        .filter(c -> c.module().directory().equals(directory))
                        .findFirst();
                candidate.ifPresentOrElse(own::add, () -> problem(id, "no module with source lies in " + written));
            }
            if (!own.isEmpty()) {
                int at = candidates.indexOf(own.get(0));
                candidates.set(at, joined(id, own));
                candidates.removeAll(own);
            }
        });
        return candidates;
    }

    private static Candidate joined(String id, List<Candidate> own) {
        Candidate first = own.get(0);
        Set<String> names = new TreeSet<>(List.of(Names.normal(id)));
        List<String> directories = new ArrayList<>();
        own.forEach(candidate -> {
            names.addAll(candidate.names());
            directories.addAll(candidate.directories());
        });
        MainClass main = own.stream()
                .map(Candidate::main)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Candidate(id, first.module(), main, names, first.application(), true, directories);
    }

    /** The service that a workload is said to run. */
    Optional<String> of(Workload workload) {
        for (Map.Entry<String, ServiceParts> service : stated.services().entrySet()) {
            for (String written : service.getValue().workloads()) {
                String own = workload.id().toString();
                String placed = workload.id().environment() + "/" + own;
                if (written.equals(own) || written.equals(placed)) {
                    used.add(service.getKey() + " " + written);
                    return Optional.of(service.getKey());
                }
            }
        }
        return Optional.empty();
    }

    Proof proof(Workload workload) {
        return Proof.of(workload.at(), stated.file() + " says so").atMost(Confidence.HIGH);
    }

    /** What is stated of modules and workloads that are not there; asked after everything else. */
    List<Problem> problems() {
        stated.services()
                .forEach((id, parts) -> parts.workloads().stream()
                        .filter(written -> !used.contains(id + " " + written))
                        .forEach(written -> problem(id, "no manifest describes " + written)));
        return List.copyOf(problems);
    }

    private void problem(String id, String what) {
        problems.add(new Problem(Location.of(stated.file()), "link", "services.%s: %s".formatted(id, what)));
    }
}
