package io.loadline.fact;

import io.loadline.code.Unit;
import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.DormantAutoscaler;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.evidence.Problem;
import io.loadline.fact.deploy.ImageObserver;
import io.loadline.fact.deploy.ManifestObserver;
import io.loadline.fact.deploy.Observed;
import io.loadline.fact.helm.Charts;
import io.loadline.fact.kustomize.Kustomizations;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * What all files state, sorted by path and by what it is about.
 *
 * @param units Java source
 * @param javaLines lines of Java source
 * @param settings everything that is not Java: builds, configuration, images and manifests
 * @param manifests objects of the deployment, those of charts rendered with their own values, those of kustomizations as their overlays make them
 * @param manifestDocuments how many documents were manifests of any kind
 * @param images what Dockerfiles build
 * @param problems what of charts and kustomizations could not be put together
 */
public record Facts(
        List<Unit> units,
        long javaLines,
        List<Input> settings,
        List<Manifest> manifests,
        int manifestDocuments,
        List<ImageBuild> images,
        List<Problem> problems) {

    public Facts {
        units = List.copyOf(units);
        settings = List.copyOf(settings);
        manifests = List.copyOf(manifests);
        images = List.copyOf(images);
        problems = List.copyOf(problems);
    }

    /** Takes the facts off the inputs of all files. */
    public static Facts observe(List<Input> inputs) {
        List<Unit> units = new ArrayList<>();
        List<Input> settings = new ArrayList<>();
        List<Observed> observed = new ArrayList<>();
        List<ImageBuild> images = new ArrayList<>();
        long lines = 0;
        Kustomizations kustomizations = Kustomizations.of(inputs);
        for (Input input : inputs) {
            if (input instanceof Input.Java java) {
                units.add(java.unit());
                lines += java.lines();
                continue;
            }
            settings.add(input);
            if (input instanceof Input.Documents documents) {
                Observed found = ManifestObserver.observe(documents);
                boolean taken = kustomizations.taken().contains(input.path());
                observed.add(taken ? found.without() : found);
            } else if (input instanceof Input.Dockerfile dockerfile) {
                ImageObserver.observe(dockerfile).ifPresent(images::add);
            }
        }
        Charts charts = Charts.of(settings);
        kustomizations
                .documents()
                .forEach(d -> observed.add(ManifestObserver.observe(d.path(), d.tree(), d.origin(), d.environment())
                        .uncounted()));
        charts.documents()
                .forEach(d -> observed.add(ManifestObserver.observe(d.path(), d.tree(), d.origin(), d.environment())));
        List<Manifest> manifests = new ArrayList<>();
        observed.forEach(o -> manifests.addAll(o.manifests()));
        charts.dormant().forEach(d -> manifests.addAll(dormant(d)));
        int documents = observed.stream().mapToInt(Observed::documents).sum();
        List<Problem> problems = new ArrayList<>(charts.problems());
        problems.addAll(kustomizations.problems());
        return new Facts(units, lines, settings, manifests, documents, images, problems);
    }

    private static List<DormantAutoscaler> dormant(Charts.Dormant off) {
        Charts.Document d = off.document();
        return ManifestObserver.observe(d.path(), d.tree(), d.origin(), d.environment()).manifests().stream()
                .filter(Autoscaler.class::isInstance)
                .map(found -> new DormantAutoscaler((Autoscaler) found, off.key(), off.at()))
                .toList();
    }
}
