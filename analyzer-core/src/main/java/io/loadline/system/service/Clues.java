package io.loadline.system.service;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.system.build.Modules;
import io.loadline.system.configuration.ConfigurationFiles;
import java.util.List;

/**
 * What services are told by.
 *
 * @param sources paths of Java source files
 */
public record Clues(
        Modules modules,
        ConfigurationFiles configuration,
        List<String> sources,
        List<MainClass> mainClasses,
        List<ImageBuild> images,
        List<? extends Manifest> manifests) {

    public Clues {
        sources = List.copyOf(sources);
        mainClasses = List.copyOf(mainClasses);
        images = List.copyOf(images);
        manifests = List.copyOf(manifests);
    }
}
