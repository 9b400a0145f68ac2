package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Batch;
import io.loadline.deploy.Identity;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Placement;
import io.loadline.deploy.Rollout;
import io.loadline.deploy.Serving;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads Compose files: every service is a workload with one container. */
final class ComposeObserver {

    private ComposeObserver() {}

    /** A mapping of services, at least one of which is started from an image or a build. */
    static boolean isCompose(Part root) {
        String file = root.path().substring(root.path().lastIndexOf('/') + 1);
        boolean named = file.toLowerCase(Locale.ROOT).contains("compose");
        return root.at("services").isMapping()
                && root.fields("services").stream()
                        .map(Part.Field::value)
                        .anyMatch(s -> s.isMapping()
                                && (named
                                        || s.at("image").exists()
                                        || s.at("build").exists()));
    }

    static Observed observe(Part root) {
        List<Manifest> services = new ArrayList<>();
        for (Part.Field field : root.fields("services")) {
            if (field.value().isMapping()) {
                services.add(workload(field.key(), field.value(), root.text("name")));
            }
        }
        return new Observed(services, 1, 0);
    }

    private static Workload workload(String name, Part service, String project) {
        Part deploy = service.at("deploy");
        Amount none = Amount.absent(service.at());
        Labels labels = ComposeContainer.pairs(service.at("labels"));
        return new Workload(
                new Identity("service", name, project, service.environment(), labels, Labels.NONE, service.at()),
                WorkloadKind.COMPOSE_SERVICE,
                replicas(service),
                Labels.NONE,
                labels,
                Labels.NONE,
                rollout(deploy.at("update_config"), none),
                service.duration("stop_grace_period"),
                none,
                List.of(ComposeContainer.of(name, service)),
                List.of(),
                ComposeVolumes.of(service),
                new Placement(
                        Labels.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        service.text("network_mode").equals("host"),
                        none),
                new Batch("", "", none, none, none, none, none),
                new Serving(none, none, none, none),
                dependencies(service.at("depends_on")));
    }

    private static Amount replicas(Part service) {
        Amount deployed = ComposeContainer.withDefault(service.at("deploy", "replicas"), Amounts::count);
        return deployed.isStated() ? deployed : ComposeContainer.withDefault(service.at("scale"), Amounts::count);
    }

    /** New containers are started before old ones end only where the order says so. */
    private static Rollout rollout(Part update, Amount none) {
        Amount parallel = update.count("parallelism");
        boolean startFirst = update.text("order").equals("start-first");
        return new Rollout(update.text("order"), startFirst ? parallel : none, startFirst ? none : parallel, "");
    }

    private static List<String> dependencies(Part part) {
        return part.isList()
                ? part.words().stream().map(w -> w.text()).toList()
                : part.fields().stream().map(Part.Field::key).toList();
    }
}
