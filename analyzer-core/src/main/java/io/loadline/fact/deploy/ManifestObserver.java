package io.loadline.fact.deploy;

import io.loadline.deploy.Manifest;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the objects that YAML or JSON documents describe. Documents that are no manifests are passed over. */
public final class ManifestObserver {

    private static final int MAX_NESTED_LISTS = 5;

    private static final Map<String, Function<Part, Manifest>> KINDS = Map.ofEntries(
            Map.entry("HorizontalPodAutoscaler", Autoscalers::replicas),
            Map.entry("ScaledObject", Autoscalers::events),
            Map.entry("ScaledJob", Autoscalers::jobs),
            Map.entry("VerticalPodAutoscaler", Autoscalers::size),
            Map.entry("Ingress", Routes::ingress),
            Map.entry("HTTPRoute", Routes::gatewayRoute),
            Map.entry("GRPCRoute", Routes::gatewayRoute),
            Map.entry("VirtualService", Routes::meshRoute),
            Map.entry("Route", Routes::platformRoute),
            Map.entry("DestinationRule", Policies::traffic),
            Map.entry("PodDisruptionBudget", Policies::disruption),
            Map.entry("LimitRange", Policies::defaults),
            Map.entry("ResourceQuota", Policies::quota),
            Map.entry("ConfigMap", Policies::configMap),
            Map.entry("Secret", Policies::secret),
            Map.entry("PersistentVolumeClaim", Policies::claim),
            Map.entry("KafkaTopic", Policies::topic));

    private ManifestObserver() {}

    /** Reads all documents of a file. */
    public static Observed observe(Input.Documents input) {
        List<Manifest> manifests = new ArrayList<>();
        int documents = 0;
        int unknown = 0;
        String environment = Environments.of(input.path());
        for (Tree document : input.documents()) {
            Observed found = observe(input.path(), document, Origin.SAME_FILE, environment);
            manifests.addAll(found.manifests());
            documents += found.documents();
            unknown += found.unknown();
        }
        return new Observed(manifests, documents, unknown);
    }

    /**
     * Reads one document.
     *
     * @param path of its file
     * @param origin which files its parts come from
     * @param environment that the document is for; empty when nothing says so
     */
    public static Observed observe(String path, Tree document, Origin origin, String environment) {
        Part root = Part.root(path, document, origin, environment);
        if (root.at("kind").exists() && (root.at("apiVersion").exists() || hasMembers(root))) {
            List<Manifest> manifests = new ArrayList<>();
            int unknown = collect(root, 0, manifests);
            return new Observed(manifests, 1, unknown);
        }
        return ComposeObserver.isCompose(root) ? ComposeObserver.observe(root) : Observed.NOTHING;
    }

    private static boolean hasMembers(Part root) {
        return root.at("items").isList() || root.at("objects").isList();
    }

    /** Collects an object or the members of a list of objects; gives how many are of an unknown kind. */
    private static int collect(Part manifest, int depth, List<Manifest> into) {
        String kind = manifest.text("kind");
        boolean template = kind.equals("Template") && hasMembers(manifest);
        if ((kind.endsWith("List") || template) && depth < MAX_NESTED_LISTS) {
            int unknown = 0;
            for (Part member : manifest.items(template ? "objects" : "items")) {
                unknown += collect(member, depth + 1, into);
            }
            return unknown;
        }
        Optional<Manifest> known = known(manifest, kind);
        known.ifPresent(into::add);
        return known.isPresent() ? 0 : 1;
    }

    private static Optional<Manifest> known(Part manifest, String kind) {
        String group = manifest.text("apiVersion");
        if (kind.equals("Service")) {
            return Optional.of(
                    group.startsWith("serving.knative.dev/")
                            ? Workloads.requestDriven(manifest)
                            : Routes.service(manifest));
        }
        Optional<Manifest> workload = Workloads.observe(manifest, kind);
        return workload.or(() -> Optional.ofNullable(KINDS.get(kind)).map(read -> read.apply(manifest)));
    }
}
