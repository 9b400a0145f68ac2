package io.loadline.system.build;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.evidence.Location;
import io.loadline.source.Input.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the image that the plugins of a POM make. */
final class MavenImage {

    private static final String LAYERED = "jib-maven-plugin";
    private static final String PACKED = "spring-boot-maven-plugin";

    private final Module module;
    private final List<PomText> line;
    private final Interpolation interpolation;

    /** A POM of the tree. */
    record PomText(String path, Element root) {}

    /** @param line the module's own POM, then those of the folders around it */
    MavenImage(Module module, List<PomText> line) {
        this.module = module;
        this.line = List.copyOf(line);
        this.interpolation = new Interpolation(name -> switch (name) {
            case "project.artifactId", "artifactId" -> Optional.of(module.name());
            case "project.version", "version" -> Optional.of(module.version());
            default -> Optional.ofNullable(module.properties().get(name));
        });
    }

    Optional<ImageBuild> read() {
        return layered().or(this::packed);
    }

    /** Part of a plugin's configuration and the file that it stands in. */
    private record Found(String path, Element element) {
        Location at() {
            return Location.of(path, element.span());
        }
    }

    private Optional<ImageBuild> layered() {
        List<Found> plugins = plugins(LAYERED);
        if (plugins.isEmpty() || !isUsed(plugins, LAYERED)) {
            return Optional.empty();
        }
        ImageText image = new ImageText(line.get(0).path(), plugins.get(0).at());
        first(plugins, "from", "image").ifPresent(base -> image.base(text(base), base.at()));
        first(plugins, "to", "image").ifPresent(name -> image.name(text(name)));
        first(plugins, "container", "mainClass").ifPresent(main -> image.main(text(main)));
        first(plugins, "container", "jvmFlags").ifPresent(flags -> image.flags(texts(flags), flags.at()));
        first(plugins, "container", "entrypoint").ifPresent(entry -> image.entrypoint(texts(entry), entry.at()));
        first(plugins, "container", "environment").ifPresent(variables -> image.variables(labels(variables, "")));
        return Optional.of(image.layered());
    }

    /** Only where the configuration speaks of an image: every module of that framework uses the plugin. */
    private Optional<ImageBuild> packed() {
        List<Found> plugins = plugins(PACKED);
        Optional<Found> stated = first(plugins, "image");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        ImageText image = new ImageText(line.get(0).path(), stated.get().at());
        first(plugins, "image", "builder").ifPresent(base -> image.base(text(base), base.at()));
        first(plugins, "image", "name").ifPresent(name -> image.name(text(name)));
        first(plugins, "image", "env").ifPresent(variables -> image.variables(labels(variables, "BPE_")));
        return Optional.of(image.packed());
    }

    /** Whether the module's own POM speaks of the plugin, or a build around it gives it to every module. */
    private boolean isUsed(List<Found> plugins, String artifact) {
        return plugins.stream().anyMatch(p -> p.path().equals(line.get(0).path()))
                || module.plugins().keySet().stream().anyMatch(key -> key.endsWith(":" + artifact));
    }

    private List<Found> plugins(String artifact) {
        List<Found> found = new ArrayList<>();
        for (PomText pom : line) {
            Stream.concat(Stream.of(pom.root()), children(pom.root(), "profiles"))
                    .flatMap(part -> part.child("build").stream())
                    .flatMap(build -> Stream.concat(
                            children(build, "plugins"),
                            build.child("pluginManagement").stream().flatMap(m -> children(m, "plugins"))))
                    .filter(plugin -> plugin.childText("artifactId")
                            .filter(artifact::equals)
                            .isPresent())
                    .forEach(plugin -> found.add(new Found(pom.path(), plugin)));
        }
        return found;
    }

    private static Stream<Element> children(Element element, String name) {
        return element.child(name).stream().flatMap(e -> e.children().stream());
    }

    /** The nearest place that states it. */
    private static Optional<Found> first(List<Found> plugins, String... names) {
        for (Found plugin : plugins) {
            Optional<Element> here = plugin.element().child("configuration");
            for (String name : names) {
                here = here.flatMap(element -> element.child(name));
            }
            if (here.isPresent()) {
                return Optional.of(new Found(plugin.path(), here.get()));
            }
        }
        return Optional.empty();
    }

    private String text(Found found) {
        return interpolation.of(found.element().text().strip());
    }

    /** The texts of the children, or of the element itself with commas between. */
    private List<String> texts(Found found) {
        List<Element> children = found.element().children();
        return children.isEmpty()
                ? List.of(text(found).split("\\s*,\\s*"))
                : children.stream()
                        .map(child -> interpolation.of(child.text().strip()))
                        .toList();
    }

    private List<Label> labels(Found found, String prefix) {
        return found.element().children().stream()
                .filter(child -> child.name().startsWith(prefix))
                .map(child -> new Label(
                        ImageText.variable(child.name()),
                        interpolation.of(child.text().strip()),
                        Location.of(found.path(), child.span())))
                .toList();
    }
}
