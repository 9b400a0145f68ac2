package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Batch;
import io.loadline.deploy.Container;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Rollout;
import io.loadline.deploy.Serving;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Kubernetes workloads. */
final class Workloads {

    private static final Map<String, WorkloadKind> KINDS = Map.of(
            "Deployment", WorkloadKind.DEPLOYMENT,
            "ReplicaSet", WorkloadKind.DEPLOYMENT,
            "ReplicationController", WorkloadKind.DEPLOYMENT,
            "StatefulSet", WorkloadKind.STATEFUL_SET,
            "DaemonSet", WorkloadKind.DAEMON_SET,
            "Job", WorkloadKind.JOB,
            "CronJob", WorkloadKind.CRON_JOB,
            "Rollout", WorkloadKind.ROLLOUT,
            "DeploymentConfig", WorkloadKind.DEPLOYMENT_CONFIG,
            "Pod", WorkloadKind.POD);

    private static final String SCALING = "autoscaling.knative.dev/";

    private Workloads() {}

    static Optional<Manifest> observe(Part manifest, String kind) {
        return Optional.ofNullable(KINDS.get(kind)).map(known -> workload(manifest, known, template(manifest, known)));
    }

    /** A service that is scaled by its requests. */
    static Manifest requestDriven(Part manifest) {
        return workload(manifest, WorkloadKind.REQUEST_DRIVEN, manifest.at("spec", "template"));
    }

    private static Part template(Part manifest, WorkloadKind kind) {
        return switch (kind) {
            case POD -> manifest;
            case CRON_JOB -> manifest.at("spec", "jobTemplate", "spec", "template");
            default -> manifest.at("spec", "template");
        };
    }

    private static Workload workload(Part manifest, WorkloadKind kind, Part template) {
        Part spec = manifest.at("spec");
        Part pod = template.at("spec");
        List<Container> all = new ArrayList<>(Containers.of(pod, "containers"));
        List<Container> initial = Containers.of(pod, "initContainers");
        initial.stream().filter(Container::sidecar).forEach(all::add);
        return new Workload(
                Identities.of(manifest),
                kind,
                spec.count("replicas"),
                spec.at("selector", "matchLabels").exists()
                        ? spec.labels("selector", "matchLabels")
                        : spec.labels("selector"),
                template.at("metadata").labels("labels"),
                template.at("metadata").labels("annotations"),
                rollout(spec),
                pod.count("terminationGracePeriodSeconds"),
                spec.count("minReadySeconds"),
                all,
                initial.stream().filter(c -> !c.sidecar()).toList(),
                Volumes.of(pod, spec),
                Placements.of(pod),
                batch(spec, kind),
                serving(template, kind),
                List.of());
    }

    private static Rollout rollout(Part spec) {
        Part strategy = spec.at("strategy").exists() ? spec.at("strategy") : spec.at("updateStrategy");
        Part steps = strategy;
        String type = strategy.text("type");
        for (String name : List.of("rollingUpdate", "rollingParams", "canary", "blueGreen")) {
            if (strategy.at(name).exists()) {
                steps = strategy.at(name);
                type = type.isEmpty() && !name.startsWith("rolling") ? name : type;
            }
        }
        String reference = spec.text("workloadRef", "name");
        return new Rollout(
                type,
                steps.count("maxSurge"),
                steps.count("maxUnavailable"),
                reference.isEmpty() ? "" : spec.text("workloadRef", "kind") + "/" + reference);
    }

    private static Batch batch(Part spec, WorkloadKind kind) {
        Part job = kind == WorkloadKind.CRON_JOB ? spec.at("jobTemplate", "spec") : spec;
        if (kind.isLongRunning()) {
            Amount none = Amount.absent(spec.at());
            return new Batch("", "", none, none, none, none, none);
        }
        return new Batch(
                spec.text("schedule"),
                spec.text("concurrencyPolicy"),
                job.count("parallelism"),
                job.count("completions"),
                job.count("activeDeadlineSeconds"),
                job.count("backoffLimit"),
                job.count("ttlSecondsAfterFinished"));
    }

    private static Serving serving(Part template, WorkloadKind kind) {
        if (kind != WorkloadKind.REQUEST_DRIVEN) {
            Amount none = Amount.absent(template.at());
            return new Serving(none, none, none, none);
        }
        Part annotations = template.at("metadata", "annotations");
        return new Serving(
                scale(annotations, "min-scale", "minScale"),
                scale(annotations, "max-scale", "maxScale"),
                template.count("spec", "containerConcurrency"),
                template.count("spec", "timeoutSeconds"));
    }

    /** The older spelling still counts. */
    private static Amount scale(Part annotations, String name, String older) {
        Amount amount = annotations.count(SCALING + name);
        return amount.isStated() ? amount : annotations.count(SCALING + older);
    }
}
