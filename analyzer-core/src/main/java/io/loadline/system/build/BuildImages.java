package io.loadline.system.build;

import io.loadline.deploy.ImageBuild;
import io.loadline.source.Input;
import io.loadline.system.build.MavenImage.PomText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The images that build files make without a Dockerfile. */
public final class BuildImages {

    private BuildImages() {}

    /** The images by the directory of their module; a module makes one at most. */
    public static SortedMap<String, ImageBuild> of(Modules modules, Collection<? extends Input> settings) {
        Map<String, Input> byPath = new HashMap<>();
        settings.forEach(input -> byPath.put(input.path(), input));
        SortedMap<String, ImageBuild> images = new TreeMap<>();
        for (Module module : modules.all()) {
            List<PomText> line = line(module.directory(), byPath);
            boolean isPom = !line.isEmpty() && line.get(0).path().equals(Paths.child(module.directory(), "pom.xml"));
            if (isPom && !module.packaging().equals("pom")) {
                new MavenImage(module, line).read().ifPresent(image -> images.put(module.directory(), image));
            }
            for (String name : List.of("build.gradle", "build.gradle.kts")) {
                if (byPath.get(Paths.child(module.directory(), name)) instanceof Input.Gradle script) {
                    new GradleImage(module, script)
                            .read()
                            .ifPresent(image -> images.putIfAbsent(module.directory(), image));
                }
            }
        }
        return images;
    }

    /** The POMs of a folder and of those around it, nearest first. */
    private static List<PomText> line(String directory, Map<String, Input> byPath) {
        List<PomText> line = new ArrayList<>();
        String folder = directory;
        while (true) {
            if (byPath.get(Paths.child(folder, "pom.xml")) instanceof Input.Xml pom) {
                line.add(new PomText(pom.path(), pom.root()));
            }
            if (folder.isEmpty()) {
                return line;
            }
            folder = Paths.folder(folder);
        }
    }
}
