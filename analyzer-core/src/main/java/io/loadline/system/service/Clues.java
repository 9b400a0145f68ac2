package io.loadline.system.service;

import io.loadline.catalog.Catalog;
import io.loadline.config.LoadlineConfig;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.system.build.Modules;
import io.loadline.system.configuration.ConfigurationFiles;
import java.util.List;
import java.util.SortedMap;

/**
 * What services are told by.
 *
 * @param sources paths of Java source files
 * @param images what Dockerfiles build
 * @param builtImages what build files make without one, by the directory of the module
 * @param catalog which images run what
 * @param stated what people state of services
 */
public record Clues(
        Modules modules,
        ConfigurationFiles configuration,
        List<String> sources,
        List<MainClass> mainClasses,
        List<ImageBuild> images,
        SortedMap<String, ImageBuild> builtImages,
        List<? extends Manifest> manifests,
        Catalog catalog,
        LoadlineConfig stated) {

    public Clues {
        sources = List.copyOf(sources);
        mainClasses = List.copyOf(mainClasses);
        images = List.copyOf(images);
        manifests = List.copyOf(manifests);
    }
}
