package io.loadline.system.landscape;

import io.loadline.catalog.Marker;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Workload;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.configuration.Launch;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the subjects come from that stand in manifests. */
public final class LandscapeSubjects {

    private LandscapeSubjects() {}

    /** One source for each kind of subject. */
    public static List<SubjectSource<?>> sources() {
        return List.of(new Services(), new Workloads(), new Containers());
    }

    private static final class Services implements SubjectSource<Service> {
        @Override
        public Class<Service> kind() {
            return Service.class;
        }

        @Override
        public List<Service> find(SystemModel system) {
            return system.services();
        }
    }

    private static final class Workloads implements SubjectSource<DeployedWorkload> {
        @Override
        public Class<DeployedWorkload> kind() {
            return DeployedWorkload.class;
        }

        @Override
        public List<DeployedWorkload> find(SystemModel system) {
            List<DeployedWorkload> all = new ArrayList<>();
            for (Service service : system.services()) {
                all.addAll(of(service, system.landscape()));
            }
            for (Service service : system.landscape().services().untold()) {
                all.addAll(of(service, system.landscape()));
            }
            return all;
        }
    }

    /** One subject for each way in which a service runs: environments in which it runs alike are judged once. */
    private static List<DeployedWorkload> of(Service service, Landscape landscape) {
        Map<Likeness, List<Workload>> ways = new LinkedHashMap<>();
        List<Workload> judged = landscape.judged(service);
        for (Workload workload : landscape.compared(service)) {
            Likeness likeness =
                    Likeness.of(workload, landscape.autoscaler(workload).orElse(null));
            List<Workload> way = ways.computeIfAbsent(likeness, l -> new ArrayList<>());
            if (judged.contains(workload)) {
                way.add(workload);
            }
        }
        List<DeployedWorkload> all = new ArrayList<>();
        ways.forEach((likeness, workloads) -> {
            if (workloads.isEmpty()) {
                return;
            }
            boolean alike = ways.keySet().stream()
                            .filter(other -> other.name().equals(likeness.name()))
                            .count()
                    == 1;
            Workload first = workloads.get(0);
            String environment = first.id().environment();
            all.add(new DeployedWorkload(
                    service,
                    first,
                    landscape.autoscaler(first).orElse(null),
                    landscape.exposedBy(first).orElse(null),
                    workloads.subList(1, workloads.size()),
                    alike || environment.isEmpty() ? null : environment));
        });
        return all;
    }

    private static final class Containers implements SubjectSource<DeployedContainer> {

        /** A bare virtual machine that adds no options of its own. */
        private static final String PLAIN = "jvm-image";

        /** Sizes the heap by the limit of the container whenever the process starts. */
        private static final String CALCULATOR = "memory-calculator";

        @Override
        public Class<DeployedContainer> kind() {
            return DeployedContainer.class;
        }

        @Override
        public List<DeployedContainer> find(SystemModel system) {
            Launches launches = new Launches(system.landscape().all(ConfigData.class));
            List<DeployedContainer> all = new ArrayList<>();
            for (DeployedWorkload workload : system.subjects(DeployedWorkload.class)) {
                own(workload).ifPresent(container -> all.add(of(workload, container, launches, system)));
            }
            return all;
        }

        /** The container of the service's own name, or else the first that is no sidecar. */
        private static Optional<Container> own(DeployedWorkload workload) {
            List<Container> containers = workload.workload().containers().stream()
                    .filter(c -> !c.sidecar())
                    .toList();
            return containers.stream()
                    .filter(c -> c.name().equals(workload.workload().id().name())
                            || c.name().equals(workload.service().id()))
                    .findFirst()
                    .or(() -> containers.stream().findFirst());
        }

        private static DeployedContainer of(
                DeployedWorkload workload, Container container, Launches launches, SystemModel system) {
            Optional<ImageBuild> image = imageOf(workload.service(), container, system);
            Launch launch = launches.of(workload.workload(), container, image.orElse(null));
            boolean known = image.isPresent() && isBasedOn(image.get(), PLAIN, system);
            return new DeployedContainer(
                    workload,
                    container,
                    image.orElse(null),
                    system.configuration(workload.service(), launch, system.environmentOf(workload.workload())),
                    JvmOptions.of(launch, known)
                            .calculated(image.filter(i -> isBasedOn(i, CALCULATOR, system))
                                    .map(i -> i.stages().get(0).at())));
        }

        /** The image that the container names, or else the only one that a Dockerfile or the build file makes. */
        private static Optional<ImageBuild> imageOf(Service service, Container container, SystemModel system) {
            List<ImageBuild> own = system.landscape().services().imagesOf(service);
            Optional<ImageBuild> named = own.stream()
                    .filter(i -> !i.name().isEmpty()
                            && untagged(i.name())
                                    .equals(untagged(container.image().text())))
                    .findFirst();
            List<ImageBuild> files =
                    own.stream().filter(i -> !i.isOfBuildFile()).toList();
            List<ImageBuild> rest = files.isEmpty() ? own : files;
            return named.isPresent() || rest.size() != 1 ? named : Optional.of(rest.get(0));
        }

        private static String untagged(String image) {
            return image.replaceFirst("@.*$", "").replaceFirst(":[^/]*$", "");
        }

        /** Whether the base image is one that the catalog knows by that word. */
        private static boolean isBasedOn(ImageBuild image, String word, SystemModel system) {
            String base = untagged(image.baseImage());
            return system.code().catalog().markers(word).stream()
                    .map(Marker::images)
                    .flatMap(List::stream)
                    .anyMatch(known -> base.equals(known) || base.endsWith("/" + known));
        }
    }
}
