package io.loadline.system.service;

import io.loadline.deploy.Container;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Proof;
import io.loadline.system.service.ImageSources.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which candidate a workload runs. */
final class WorkloadLinks {

    private static final List<String> NAME_LABELS =
            List.of("app.kubernetes.io/name", "app", "k8s-app", "io.kompose.service");

    private final List<Candidate> candidates;
    private final ImageSources sources;
    private final Map<String, Match> builtImages = new TreeMap<>();

    /** Those that build files make, by their last name: a build names the image, and whoever pushes it names the owner. */
    private final Map<String, Match> ownImages = new TreeMap<>();

    private final List<Problem> problems = new ArrayList<>();

    WorkloadLinks(List<Candidate> candidates, ImageSources sources, Clues clues) {
        this.candidates = candidates;
        this.sources = sources;
        clues.builtImages().forEach(this::rememberBuild);
        for (Manifest manifest : clues.manifests()) {
            if (manifest instanceof Workload workload) {
                workload.containers().forEach(this::rememberBuild);
            }
        }
    }

    private void rememberBuild(String directory, ImageBuild image) {
        String name = untagged(image.name());
        Optional<Candidate> maker = candidates.stream()
                .filter(candidate -> candidate.module().directory().equals(directory))
                .findFirst();
        if (maker.isPresent() && !name.isEmpty() && !name.contains("$")) {
            Proof proof = Proof.of(image.stages().get(0).at(), "its build makes the image " + name);
            builtImages.putIfAbsent(name, new Match(maker.get(), proof));
            ownImages.merge(
                    Names.ofImage(name),
                    new Match(maker.get(), proof.atMost(Confidence.MEDIUM)),
                    (one, other) -> one.candidate().isStarted() ? one : other);
        }
    }

    private void rememberBuild(Container container) {
        String image = untagged(container.image().text());
        Optional<Match> match = container.build().flatMap(sources::of);
        if (!image.isEmpty() && match.isPresent()) {
            builtImages.putIfAbsent(image, match.get());
        }
    }

    /** Workloads for which two candidates fit equally well. */
    List<Problem> problems() {
        return List.copyOf(problems);
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
        if (best.isEmpty()) {
            namesakes(workload).ifPresent(problems::add);
        }
        return best;
    }

    private Optional<Problem> namesakes(Workload workload) {
        List<String> names = Stream.concat(
                        Stream.of(workload.id().name()),
                        workload.containers().stream()
                                .filter(c -> !c.sidecar())
                                .map(c -> Names.ofImage(c.image().text())))
                .map(Names::normal)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream()
                .map(name -> ranked(workload.at().path(), name, candidate -> candidate.isNamed(name)))
                .filter(fitting -> fitting.size() > 1)
                .findFirst()
                .map(fitting -> new Problem(
                        workload.at(),
                        "link",
                        "%s is not judged: it may run any of %s, which have the same name"
                                .formatted(
                                        workload.id(),
                                        String.join(
                                                ", ",
                                                fitting.stream()
                                                        .map(Candidate::id)
                                                        .toList()))));
    }

    private static boolean isSurer(Match match, Match other) {
        return match.proof().confidence().compareTo(other.proof().confidence()) > 0;
    }

    private Optional<Match> of(Workload workload, Container container) {
        if (container.build().isPresent()) {
            return container.build().flatMap(sources::of);
        }
        String image = container.image().text();
        Match built = builtImages.getOrDefault(untagged(image), ownImages.get(Names.ofImage(image)));
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
        return only(at.path(), name, candidate -> candidate.isNamed(name))
                .map(candidate -> new Match(
                        candidate,
                        Proof.of(at, label + " is named like the module").atMost(Confidence.MEDIUM)));
    }

    private Optional<Match> alike(String name, Location at, String label) {
        String bare = Names.bare(name);
        return only(
                        at.path(),
                        name,
                        candidate -> candidate.isStarted()
                                && candidate.allNames().anyMatch(other -> Names.areAlike(Names.bare(other), bare)))
                .map(candidate -> new Match(
                        candidate,
                        Proof.of(at, label + " is named much like the module").atMost(Confidence.LOW)));
    }

    private Optional<Candidate> only(String path, String name, Predicate<Candidate> fits) {
        List<Candidate> best = name.isEmpty() ? List.of() : ranked(path, name, fits);
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /**
     * The candidates that fit best: those that run by themselves, those whose module has the name rather than the application in it, those
     * in whose folder the manifest lies.
     */
    private List<Candidate> ranked(String path, String name, Predicate<Candidate> fits) {
        List<Predicate<Candidate>> preferences = List.of(
                Candidate::isStarted,
                candidate -> candidate.isNamedByBuild(name),
                candidate -> path.startsWith(candidate.module().directory() + "/"));
        List<Candidate> best = candidates.stream().filter(fits).toList();
        for (Predicate<Candidate> preference : preferences) {
            List<Candidate> preferred = best.stream().filter(preference).toList();
            best = preferred.isEmpty() ? best : preferred;
        }
        return best;
    }

    private static String untagged(String image) {
        String plain = image.replaceFirst("@sha256:.*$", "");
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
    }
}
