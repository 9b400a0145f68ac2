package io.loadline.fact.deploy;

import io.loadline.deploy.ConfigData;
import io.loadline.deploy.ContainerDefaults;
import io.loadline.deploy.DisruptionBudget;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Quota;
import io.loadline.deploy.Topic;
import io.loadline.deploy.TrafficPolicy;
import io.loadline.deploy.VolumeClaim;
import io.loadline.deploy.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands beside workloads: budgets, quotas, defaults, configuration, claims, topics. */
final class Policies {

    private Policies() {}

    static Manifest disruption(Part manifest) {
        Part spec = manifest.at("spec");
        return new DisruptionBudget(
                Identities.of(manifest),
                spec.labels("selector", "matchLabels"),
                spec.count("minAvailable"),
                spec.count("maxUnavailable"));
    }

    /** Only limits of containers set defaults. */
    static Manifest defaults(Part manifest) {
        Part container = manifest.items("spec", "limits").stream()
                .filter(l -> l.text("type").equals("Container"))
                .findFirst()
                .orElseGet(manifest::nothing);
        return new ContainerDefaults(
                Identities.of(manifest), Containers.resources(container.at("defaultRequest"), container.at("default")));
    }

    static Manifest quota(Part manifest) {
        List<Quota.Limit> limits = manifest.fields("spec", "hard").stream()
                .map(f -> new Quota.Limit(f.key(), f.value().quantity()))
                .toList();
        return new Quota(Identities.of(manifest), limits);
    }

    static Manifest configMap(Part manifest) {
        return new ConfigData(Identities.of(manifest), false, manifest.labels("data"));
    }

    /** The values of a secret are left behind right here. */
    static Manifest secret(Part manifest) {
        List<Label> keys = new ArrayList<>();
        for (String block : List.of("data", "stringData")) {
            manifest.fields(block)
                    .forEach(f -> keys.add(new Label(f.key(), "", f.value().at())));
        }
        return new ConfigData(Identities.of(manifest), true, new Labels(keys));
    }

    static Manifest claim(Part manifest) {
        Part spec = manifest.at("spec");
        return new VolumeClaim(
                Identities.of(manifest),
                spec.words("accessModes").stream().map(Word::text).toList(),
                spec.quantity("resources", "requests", "storage"),
                spec.text("storageClassName"));
    }

    static Manifest topic(Part manifest) {
        Part spec = manifest.at("spec");
        return new Topic(Identities.of(manifest), spec.count("partitions"), spec.count("replicas"));
    }

    static Manifest traffic(Part manifest) {
        Part policy = manifest.at("spec", "trafficPolicy");
        Part pool = policy.at("connectionPool");
        return new TrafficPolicy(
                Identities.of(manifest),
                manifest.text("spec", "host"),
                policy.at("outlierDetection").exists(),
                policy.count("outlierDetection", "maxEjectionPercent"),
                pool.count("tcp", "maxConnections"),
                pool.count("http", "http1MaxPendingRequests"),
                pool.count("http", "maxRequestsPerConnection"));
    }
}
