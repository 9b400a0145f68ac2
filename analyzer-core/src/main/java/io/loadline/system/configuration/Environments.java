package io.loadline.system.configuration;

import io.loadline.deploy.Manifest;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.build.Module;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environments that the files of a system tell apart. */
public final class Environments {

    private static final int SHOWN = 3;

    private Environments() {}

    /**
     * The environments of a system, production-like ones first, then by name; never empty. What runs in clusters for long decides where there
     * is any, or else what Compose files start, or else the profiles of configuration files.
     */
    public static List<Environment> of(ConfigurationFiles files, Collection<? extends Manifest> manifests) {
        Map<String, List<Evidence>> found = new TreeMap<>();
        workloads(manifests, false, found);
        if (found.isEmpty()) {
            workloads(manifests, true, found);
        }
        if (found.isEmpty()) {
            profiles(files, found);
        }
        if (found.isEmpty()) {
            evidence(found, Environment.DEFAULT);
        }
        return sorted(found);
    }

    /**
     * Those of the environments that are asked for, in the order in which they are asked for; a profile that names a place counts too,
     * even where manifests tell no such environment apart. Names that mean nothing here are left out.
     */
    public static List<Environment> chosen(List<String> asked, List<Environment> found, ConfigurationFiles files) {
        Map<String, List<Evidence>> byProfile = new TreeMap<>();
        profiles(files, byProfile);
        List<Environment> known = new ArrayList<>(found);
        known.addAll(sorted(byProfile));
        return asked.stream()
                .flatMap(name -> known.stream().filter(e -> e.isMeantBy(name)).limit(1))
                .distinct()
                .toList();
    }

    private static List<Environment> sorted(Map<String, List<Evidence>> found) {
        return found.entrySet().stream()
                .map(e -> Environment.of(e.getKey(), shown(e.getValue())))
                .sorted(Comparator.comparing((Environment e) -> !e.isProductionLike())
                        .thenComparing(Environment::name))
                .toList();
    }

    private static void workloads(
            Collection<? extends Manifest> manifests, boolean compose, Map<String, List<Evidence>> found) {
        for (Manifest manifest : manifests) {
            if (manifest instanceof Workload workload
                    && workload.kind().isLongRunning()
                    && (workload.kind() == WorkloadKind.COMPOSE_SERVICE) == compose) {
                evidence(found, nameOf(workload))
                        .add(new Evidence(workload.at(), workload.id().toString()));
            }
        }
    }

    /** The name of the environment that a workload is written for. */
    public static String nameOf(Workload workload) {
        String environment = workload.id().environment();
        return environment.isEmpty() ? Environment.DEFAULT : environment;
    }

    private static void profiles(ConfigurationFiles files, Map<String, List<Evidence>> found) {
        for (Module module : files.modules().all()) {
            for (String profile : files.profiles(module.directory())) {
                if (Environment.isNamedBy(profile)) {
                    files.sourcesOf(profile)
                            .forEach(source -> evidence(found, profile)
                                    .add(new Evidence(Location.of(source.path()), "profile " + profile)));
                }
            }
        }
    }

    private static List<Evidence> evidence(Map<String, List<Evidence>> found, String name) {
        return found.computeIfAbsent(name, n -> new ArrayList<>());
    }

    private static List<Evidence> shown(List<Evidence> evidence) {
        return evidence.stream()
                .distinct()
                .sorted(Comparator.comparing(Evidence::at))
                .limit(SHOWN)
                .toList();
    }
}
