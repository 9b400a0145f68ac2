package io.loadline.system.build;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads modules off the build files of a tree. */
public final class BuildReading {

    private final Map<String, Input> inputs = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Module> modules = new TreeMap<>();

    private BuildReading(Collection<? extends Input> inputs) {
        inputs.forEach(input -> this.inputs.put(input.path(), input));
    }

    /**
     * The modules of a tree. A build file that cannot be read still makes its directory a module; source that no build file covers
     * is a module by its source root.
     *
     * @param paths of all production files, whether or not they could be read
     * @param inputs what could be read
     * @param repository where POMs of third-party artifacts lie
     */
    public static Modules read(Collection<String> paths, Collection<? extends Input> inputs, PomSource repository) {
        BuildReading reading = new BuildReading(inputs);
        List<String> sorted = paths.stream().sorted().distinct().toList();
        EffectivePoms poms = new EffectivePoms(reading.poms(sorted), repository);
        new MavenModules(poms).all().forEach(reading::add);
        GradleModules gradle = new GradleModules(new GradleFiles(sorted, inputs), poms);
        gradle.all().forEach(reading::add);
        Aggregation aggregation = new Aggregation();
        poms.tree().all().forEach(aggregation::take);
        gradle.builds().forEach(aggregation::take);
        reading.unreadScripts(sorted);
        reading.orphans(sorted);
        return new Modules(reading.modules.values(), reading.problems, aggregation.leftOut(reading.modules.keySet()));
    }

    private void add(Module module) {
        modules.putIfAbsent(module.directory(), module);
    }

    private List<Pom> poms(List<String> paths) {
        List<Pom> poms = new ArrayList<>();
        for (String path : paths) {
            if (Paths.name(path).equals("pom.xml") && !isResource(path)) {
                if (inputs.get(path) instanceof Input.Xml xml && isProject(xml.root())) {
                    poms.add(Pom.read(path, xml.root()));
                } else {
                    unread(path);
                }
            }
        }
        return poms;
    }

    private void unreadScripts(List<String> paths) {
        paths.stream()
                .filter(path -> Paths.name(path).equals("build.gradle")
                        || Paths.name(path).equals("build.gradle.kts"))
                .filter(path -> !isResource(path) && !(inputs.get(path) instanceof Input.Gradle))
                .forEach(this::unread);
    }

    private static boolean isProject(Input.Element root) {
        return root.name().equals("project") && root.childText("artifactId").isPresent();
    }

    /** Templates of build files lie among resources. */
    private static boolean isResource(String path) {
        return ("/" + path).contains("/src/main/resources/");
    }

    private void unread(String path) {
        Location at = Location.of(path);
        problems.add(
                new Problem(at, "link", "the build file could not be read; its module is known by its directory only"));
        bare(Paths.folder(path), at);
    }

    private void orphans(List<String> paths) {
        Modules known = new Modules(modules.values(), List.of(), List.of());
        for (String path : paths) {
            if (path.endsWith(".java") && known.owning(path).isEmpty()) {
                String root = sourceRoot(path);
                bare(root, Location.of(root));
            }
        }
    }

    private static String sourceRoot(String path) {
        String rooted = "/" + path;
        int conventional = rooted.indexOf("/src/main/java/");
        int source = conventional >= 0 ? conventional : rooted.indexOf("/src/");
        return source <= 0 ? "" : rooted.substring(1, source);
    }

    private void bare(String directory, Location at) {
        String name = directory.isEmpty() ? "root" : Paths.name(directory);
        modules.putIfAbsent(
                directory,
                new Module(
                        directory,
                        ":" + name,
                        "",
                        "jar",
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        name,
                        at));
    }
}
