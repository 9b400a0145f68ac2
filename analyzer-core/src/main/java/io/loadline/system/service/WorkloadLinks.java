package io.loadline.system.service;

import io.loadline.deploy.Container;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.service.ImageSources.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which candidate a workload runs. */
final class WorkloadLinks {

    private static final List<String> NAME_LABELS =
            List.of("app.kubernetes.io/name", "app", "k8s-app", "io.kompose.service");

    private final List<Candidate> candidates;
    private final ImageSources sources;
    private final Map<String, Match> builtImages = new TreeMap<>();

    WorkloadLinks(List<Candidate> candidates, ImageSources sources, List<? extends Manifest> manifests) {
        this.candidates = candidates;
        this.sources = sources;
        for (Manifest manifest : manifests) {
            if (manifest instanceof Workload workload) {
                workload.containers().forEach(this::rememberBuild);
            }
        }
    }

    private void rememberBuild(Container container) {
        String image = untagged(container.image().text());
        Optional<Match> match = container.build().flatMap(sources::of);
        if (!image.isEmpty() && match.isPresent()) {
            builtImages.putIfAbsent(image, match.get());
        }
    }

    /** The candidate of the surest link; among equals, that of the first container. */
    Optional<Match> of(Workload workload) {
        Optional<Match> best = Optional.empty();
        for (Container container : workload.containers()) {
            Optional<Match> match = container.sidecar() ? Optional.empty() : of(workload, container);
            if (match.isPresent() && (best.isEmpty() || isSurer(match.get(), best.get()))) {
                best = match;
            }
        }
        return best;
    }

    private static boolean isSurer(Match match, Match other) {
        return match.proof().confidence().compareTo(other.proof().confidence()) > 0;
    }

    private Optional<Match> of(Workload workload, Container container) {
        if (container.build().isPresent()) {
            return container.build().flatMap(sources::of);
        }
        String image = container.image().text();
        Match built = builtImages.get(untagged(image));
        if (built != null) {
            return Optional.of(new Match(
                    built.candidate(),
                    Proof.of(container.image().at(), "image " + untagged(image)).and(built.proof())));
        }
        String imageName = Names.normal(Names.ofImage(image));
        boolean isTemplate = image.isEmpty() || image.contains("{{") || image.contains("$");
        boolean isLibrary = !isTemplate && !image.contains("/");
        return equal(isTemplate ? "" : imageName, container.image().at(), "image " + untagged(image))
                .or(() -> isLibrary ? Optional.empty() : byWorkloadName(workload))
                .or(() -> alike(isTemplate ? "" : imageName, container.image().at(), "image " + untagged(image)))
                .or(() -> isLibrary
                        ? Optional.empty()
                        : alike(
                                Names.normal(workload.id().name()),
                                workload.at(),
                                workload.id().toString()));
    }

    private Optional<Match> byWorkloadName(Workload workload) {
        Optional<Match> named = equal(
                Names.normal(workload.id().name()), workload.at(), workload.id().toString());
        if (named.isPresent()) {
            return named;
        }
        for (String label : NAME_LABELS) {
            String value = workload.podLabels().value(label).orElse("");
            Optional<Match> labelled = equal(Names.normal(value), workload.at(), "label " + label + "=" + value);
            if (labelled.isPresent()) {
                return labelled;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> equal(String name, Location at, String label) {
        return only(candidate -> candidate.isNamed(name))
                .filter(candidate -> !name.isEmpty())
                .map(candidate -> new Match(
                        candidate,
                        Proof.of(at, label + " is named like the module").atMost(Confidence.MEDIUM)));
    }

    private Optional<Match> alike(String name, Location at, String label) {
        String bare = Names.bare(name);
        return only(candidate -> candidate.isStarted()
                        && candidate.names().stream().anyMatch(other -> Names.areAlike(Names.bare(other), bare)))
                .filter(candidate -> !name.isEmpty())
                .map(candidate -> new Match(
                        candidate,
                        Proof.of(at, label + " is named much like the module").atMost(Confidence.LOW)));
    }

    /** The only candidate that fits, those that run by themselves going first. */
    private Optional<Candidate> only(Predicate<Candidate> fits) {
        List<Candidate> fitting = candidates.stream().filter(fits).toList();
        List<Candidate> started = fitting.stream().filter(Candidate::isStarted).toList();
        List<Candidate> chosen = started.isEmpty() ? fitting : started;
        return chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
    }

    private static String untagged(String image) {
        String plain = image.replaceFirst("@sha256:.*$", "");
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
    }
}
