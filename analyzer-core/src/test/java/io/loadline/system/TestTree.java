package io.loadline.system;

import io.loadline.code.Unit;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.fact.deploy.ImageObserver;
import io.loadline.fact.deploy.ManifestObserver;
import io.loadline.source.Input;
import io.loadline.source.Readers;
import io.loadline.system.build.BuildReading;
import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.build.PomSource;
import io.loadline.system.configuration.ConfigurationFiles;
import io.loadline.system.configuration.StatedStems;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree of files written down in a test, and what the readers make of it. */
public final class TestTree {

    private final Map<String, String> texts = new TreeMap<>();

    /** This tree, with one file more. */
    public TestTree file(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /** This tree, with a module whose build file only names it. */
    public TestTree module(String directory, String name) {
        return file(
                directory.isEmpty() ? "pom.xml" : directory + "/pom.xml",
                "<project><groupId>shop</groupId><artifactId>%s</artifactId><version>1</version></project>"
                        .formatted(name));
    }

    /** Paths of all files. */
    public List<String> paths() {
        return List.copyOf(texts.keySet());
    }

    /** What could be read. */
    public List<Input> inputs() {
        Readers readers = new Readers();
        List<Input> inputs = new ArrayList<>();
        for (SourceFile file : Workspace.of(texts).files()) {
            Input input = readers.read(file).input();
            if (input != null) {
                inputs.add(input);
            }
        }
        return inputs;
    }

    /** Every object of its manifests and Compose files. */
    public List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>();
        for (Input input : inputs()) {
            if (input instanceof Input.Documents documents) {
                manifests.addAll(ManifestObserver.observe(documents).manifests());
            }
        }
        return manifests;
    }

    /** What its Dockerfiles build. */
    public List<ImageBuild> images() {
        List<ImageBuild> images = new ArrayList<>();
        for (Input input : inputs()) {
            if (input instanceof Input.Dockerfile dockerfile) {
                ImageObserver.observe(dockerfile).ifPresent(images::add);
            }
        }
        return images;
    }

    /** Its modules, without any repository. */
    public Modules modules() {
        return BuildReading.read(paths(), inputs(), PomSource.NONE);
    }

    /** Its configuration files. */
    public ConfigurationFiles configuration() {
        Modules modules = modules();
        List<Unit> units = inputs().stream()
                .filter(Input.Java.class::isInstance)
                .map(input -> ((Input.Java) input).unit())
                .toList();
        StatedStems stems = StatedStems.of(
                units, path -> modules.owning(path).map(Module::directory).orElse(""));
        return ConfigurationFiles.of(inputs(), modules, stems);
    }
}
