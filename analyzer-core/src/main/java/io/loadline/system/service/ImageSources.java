package io.loadline.system.service;

import io.loadline.deploy.Container.BuildFrom;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Word;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.build.Modules;
import io.loadline.system.build.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module's archive goes into an image. */
final class ImageSources {

    private static final Pattern BUILT_MODULE = Pattern.compile(
            "(?:-pl|--projects)[ =]:?([\\w./-]+)|(?:^|\\s):?([\\w:-]+):(?:bootJar|build|installDist|assemble|jar)\\b");

    private static final Pattern IMAGE_FOLDER =
            Pattern.compile("src/.*|(docker|container|image|build|deploy|deployment|k8s|dist)s?");

    private final Modules modules;
    private final List<Candidate> candidates;
    private final List<ImageBuild> images;

    /** A candidate and why an image holds it. */
    record Match(Candidate candidate, Proof proof) {}

    ImageSources(Modules modules, List<Candidate> candidates, List<ImageBuild> images) {
        this.modules = modules;
        this.candidates = candidates;
        this.images = images;
    }

    /** What is built where a manifest says so. */
    Optional<Match> of(BuildFrom build) {
        Optional<ImageBuild> image = images.stream()
                .filter(each -> each.path().equals(build.dockerfile()))
                .findFirst();
        return image.flatMap(each -> of(each, build.context()))
                .or(() -> inFolder(build.context(), Location.of(build.dockerfile()), Confidence.HIGH))
                .map(match -> new Match(
                        match.candidate(),
                        Proof.of(build.at(), "built from " + shown(build.context()))
                                .and(match.proof())));
    }

    /** What a Dockerfile builds when nothing says from which folder: from the root, or from its own. */
    Optional<Match> of(ImageBuild image) {
        String own = Paths.folder(image.path());
        return copied(image, own)
                .or(() -> copied(image, ""))
                .or(() -> built(image))
                .or(() -> inFolder(own, Location.of(image.path()), Confidence.HIGH));
    }

    private Optional<Match> of(ImageBuild image, String context) {
        return copied(image, context)
                .or(() -> built(image))
                .or(() -> inFolder(Paths.folder(image.path()), Location.of(image.path()), Confidence.HIGH));
    }

    private Optional<Match> copied(ImageBuild image, String context) {
        for (ImageBuild.Copy copy : image.copies()) {
            for (String source : copy.sources()) {
                Optional<Candidate> taken = byArchive(Paths.name(source))
                        .or(() -> copy.from().isEmpty() ? byFolder(context, source) : byStagePath(source));
                if (taken.isPresent()) {
                    return Optional.of(new Match(taken.get(), Proof.of(copy.at(), "takes in " + source)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> byFolder(String context, String source) {
        return Paths.folder(source).isEmpty()
                ? Optional.empty()
                : Paths.resolve(context, source).flatMap(modules::owning).flatMap(module -> at(module.directory()));
    }

    /** Inside a stage that builds, modules lie in their own folders below one that is not known. */
    private Optional<Candidate> byStagePath(String source) {
        return candidates.stream()
                .filter(candidate -> !candidate.module().directory().isEmpty()
                        && ("/" + source).contains("/" + candidate.module().directory() + "/"))
                .max(Comparator.comparingInt(
                        candidate -> candidate.module().directory().length()));
    }

    private Optional<Candidate> byArchive(String file) {
        if (!file.matches(".*\\.[jw]ar")) {
            return Optional.empty();
        }
        String bare = file.substring(0, file.length() - 4).replaceAll("-?\\*$", "");
        List<Candidate> named = candidates.stream()
                .filter(c ->
                        c.module().finalName().equals(bare) || c.module().name().equals(bare))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Optional<Match> built(ImageBuild image) {
        for (Word run : image.runs()) {
            Matcher matcher = BUILT_MODULE.matcher(run.text());
            while (matcher.find()) {
                String written = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                String name = written.substring(Math.max(written.lastIndexOf(':'), written.lastIndexOf('/')) + 1);
                List<Candidate> named = candidates.stream()
                        .filter(c -> c.module().name().equals(name)
                                || c.module().directory().equals(written.replace(':', '/')))
                        .toList();
                if (named.size() == 1) {
                    return Optional.of(new Match(named.get(0), Proof.of(run.at(), "builds " + name)));
                }
            }
        }
        return Optional.empty();
    }

    /** The module that a folder belongs to, or the only service below it, or the one that the folder is named after. */
    private Optional<Match> inFolder(String folder, Location at, Confidence confidence) {
        Optional<Candidate> owner = modules.owning(folder)
                .flatMap(module -> at(module.directory()))
                .filter(candidate -> isForItself(candidate.module().directory(), folder));
        if (owner.isPresent()) {
            return Optional.of(new Match(
                    owner.get(),
                    Proof.of(at, "lies in " + shown(owner.get().module().directory()))
                            .atMost(confidence)));
        }
        List<Candidate> below = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.isStarted()
                    && (folder.isEmpty() || candidate.module().directory().startsWith(folder + "/"))) {
                below.add(candidate);
            }
        }
        if (below.size() == 1) {
            return Optional.of(new Match(
                    below.get(0),
                    Proof.of(at, "the only service below " + shown(folder)).atMost(Confidence.MEDIUM)));
        }
        String name = Names.normal(Paths.name(folder));
        List<Candidate> named = candidates.stream().filter(c -> c.isNamed(name)).toList();
        return named.size() == 1
                ? Optional.of(new Match(
                        named.get(0),
                        Proof.of(at, "lies in a folder of that name").atMost(Confidence.MEDIUM)))
                : Optional.empty();
    }

    /** Other folders inside a module hold images of what stands beside it. */
    private static boolean isForItself(String module, String folder) {
        String below = module.isEmpty() ? folder : folder.substring(Math.min(folder.length(), module.length() + 1));
        return below.isEmpty() || IMAGE_FOLDER.matcher(below).matches();
    }

    private Optional<Candidate> at(String directory) {
        return candidates.stream()
                .filter(candidate -> candidate.module().directory().equals(directory))
                .findFirst();
    }

    private static String shown(String folder) {
        return folder.isEmpty() ? "the root" : folder;
    }
}
