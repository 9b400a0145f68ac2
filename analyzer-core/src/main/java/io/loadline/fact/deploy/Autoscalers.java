package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads autoscalers of all versions. */
final class Autoscalers {

    private Autoscalers() {}

    static Manifest replicas(Part manifest) {
        Part spec = manifest.at("spec");
        List<Autoscaler.Metric> metrics = new ArrayList<>();
        Amount cpu = spec.count("targetCPUUtilizationPercentage");
        if (cpu.isStated()) {
            metrics.add(new Autoscaler.Metric("Resource", "cpu", "Utilization", cpu, "", Labels.NONE, cpu.at()));
        }
        spec.items("metrics").forEach(m -> metrics.add(metric(m)));
        Amount none = Amount.absent(manifest.at());
        return new Autoscaler(
                Identities.of(manifest),
                Autoscaler.Kind.REPLICAS,
                spec.text("scaleTargetRef", "kind"),
                spec.text("scaleTargetRef", "name"),
                spec.count("minReplicas"),
                spec.count("maxReplicas"),
                metrics,
                behavior(spec.at("behavior")),
                none,
                none,
                none,
                none,
                "");
    }

    /** The metric's own block bears its type in lower camel case; the name and the target moved between versions. */
    private static Autoscaler.Metric metric(Part part) {
        String type = part.text("type");
        String block = type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        Part own = part.at(block);
        String name = firstText(own, List.of("name", "metricName")) + own.text("metric", "name");
        Part target = own.at("target");
        if (target.exists() && target.isMapping() && !target.at("kind").exists()) {
            String targetType = target.text("type");
            Amount amount = firstAmount(target, List.of("averageUtilization", "averageValue", "value"));
            return new Autoscaler.Metric(type, name, targetType, amount, own.text("container"), Labels.NONE, part.at());
        }
        Amount amount = firstAmount(own, List.of("targetAverageUtilization", "targetAverageValue", "targetValue"));
        String targetType = own.at("targetAverageUtilization").exists()
                ? "Utilization"
                : own.at("targetAverageValue").exists() ? "AverageValue" : "Value";
        return new Autoscaler.Metric(type, name, targetType, amount, own.text("container"), Labels.NONE, part.at());
    }

    private static String firstText(Part part, List<String> keys) {
        return keys.stream()
                .map(part::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Amount firstAmount(Part part, List<String> keys) {
        return keys.stream()
                .map(part::quantity)
                .filter(Amount::isStated)
                .findFirst()
                .orElseGet(() -> Amount.absent(part.at()));
    }

    private static Autoscaler.Behavior behavior(Part part) {
        Part up = part.at("scaleUp");
        Part down = part.at("scaleDown");
        return new Autoscaler.Behavior(
                up.count("stabilizationWindowSeconds"),
                down.count("stabilizationWindowSeconds"),
                up.items("policies").size(),
                down.items("policies").size(),
                up.text("selectPolicy").equals("Disabled"),
                down.text("selectPolicy").equals("Disabled"));
    }

    static Manifest events(Part manifest) {
        return triggered(manifest, Autoscaler.Kind.EVENTS);
    }

    static Manifest jobs(Part manifest) {
        return triggered(manifest, Autoscaler.Kind.JOBS);
    }

    private static Manifest triggered(Part manifest, Autoscaler.Kind kind) {
        Part spec = manifest.at("spec");
        String targetKind = spec.text("scaleTargetRef", "kind");
        return new Autoscaler(
                Identities.of(manifest),
                kind,
                targetKind.isEmpty() && kind == Autoscaler.Kind.EVENTS ? "Deployment" : targetKind,
                spec.text("scaleTargetRef", "name"),
                spec.count("minReplicaCount"),
                spec.count("maxReplicaCount"),
                spec.items("triggers").stream().map(Autoscalers::trigger).toList(),
                behavior(spec.at("advanced", "horizontalPodAutoscalerConfig", "behavior")),
                spec.count("idleReplicaCount"),
                spec.count("fallback", "replicas"),
                spec.count("cooldownPeriod"),
                spec.count("pollingInterval"),
                "");
    }

    private static Autoscaler.Metric trigger(Part part) {
        Labels parameters = part.labels("metadata");
        Amount value = parameters
                .entry("value")
                .map(Autoscalers::amount)
                .orElseGet(() -> Amount.absent(part.at("type").at()));
        String type = part.text("type");
        return new Autoscaler.Metric(
                type,
                part.text("name"),
                part.text("metricType"),
                value,
                "",
                parameters,
                part.at("type").at());
    }

    private static Amount amount(Label label) {
        return Amounts.quantity(label.value(), label.at());
    }

    static Manifest size(Part manifest) {
        Part spec = manifest.at("spec");
        Amount none = Amount.absent(manifest.at());
        return new Autoscaler(
                Identities.of(manifest),
                Autoscaler.Kind.SIZE,
                spec.text("targetRef", "kind"),
                spec.text("targetRef", "name"),
                none,
                none,
                List.of(),
                behavior(spec.at("behavior")),
                none,
                none,
                none,
                none,
                spec.text("updatePolicy", "updateMode"));
    }
}
