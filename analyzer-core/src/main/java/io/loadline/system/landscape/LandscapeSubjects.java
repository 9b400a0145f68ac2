package io.loadline.system.landscape;

import io.loadline.catalog.Marker;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Workload;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.configuration.Environment;
import io.loadline.system.configuration.Environments;
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
            return all;
        }
    }

    /** One subject for each way in which a service runs: environments in which it runs alike are judged once. */
    private static List<DeployedWorkload> of(Service service, Landscape landscape) {
        Map<Likeness, List<Workload>> ways = new LinkedHashMap<>();
        for (Workload workload : landscape.judged(service)) {
            Likeness likeness =
                    Likeness.of(workload, landscape.autoscaler(workload).orElse(null));
            ways.computeIfAbsent(likeness, way -> new ArrayList<>()).add(workload);
        }
        List<DeployedWorkload> all = new ArrayList<>();
        ways.forEach((likeness, workloads) -> {
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
            Optional<ImageBuild> image = imageOf(workload.service(), system);
            Launch launch = launches.of(container, image.orElse(null));
            boolean known = image.isPresent() && isPlain(image.get(), system);
            List<String> profiles = system.landscape().environments().stream()
                    .filter(e -> e.name().equals(Environments.nameOf(workload.workload())))
                    .map(Environment::name)
                    .toList();
            return new DeployedContainer(
                    workload,
                    container,
                    image.orElse(null),
                    system.configuration(workload.service(), launch, profiles),
                    JvmOptions.of(launch, known));
        }

        private static Optional<ImageBuild> imageOf(Service service, SystemModel system) {
            List<ImageBuild> own = system.landscape().images().stream()
                    .filter(i -> service.modules().stream()
                            .findFirst()
                            .filter(m -> isBelow(i.path(), m))
                            .isPresent())
                    .toList();
            return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
        }

        private static boolean isBelow(String path, String directory) {
            return !directory.isEmpty() && path.startsWith(directory + "/");
        }

        /** Whether the base image is a bare virtual machine that adds no options of its own. */
        private static boolean isPlain(ImageBuild image, SystemModel system) {
            String base = image.baseImage().replaceFirst("[:@].*", "");
            return system.code().catalog().markers("jvm-image").stream()
                    .map(Marker::images)
                    .flatMap(List::stream)
                    .anyMatch(known -> base.equals(known) || base.endsWith("/" + known));
        }
    }
}
