package io.loadline.system;

import io.loadline.catalog.Catalog;
import io.loadline.code.Modifier;
import io.loadline.code.Unit;
import io.loadline.deploy.ImageBuild;
import io.loadline.fact.Facts;
import io.loadline.fact.sql.Schema;
import io.loadline.system.build.BuildImages;
import io.loadline.system.build.BuildReading;
import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Workers;
import io.loadline.system.configuration.ClassMentions;
import io.loadline.system.configuration.ConfigurationFiles;
import io.loadline.system.configuration.Environment;
import io.loadline.system.configuration.Environments;
import io.loadline.system.configuration.StatedStems;
import io.loadline.system.landscape.Landscape;
import io.loadline.system.service.Clues;
import io.loadline.system.service.MainClass;
import io.loadline.system.service.ServiceLinking;
import io.loadline.system.service.Services;
import io.loadline.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Joins the facts of all files into one model. */
public final class Linker {

    private Linker() {}

    /**
     * Links facts.
     *
     * @param files the production files, whether or not they could be read
     * @param background what is known from outside the tree
     * @param sources where subjects come from
     * @param threads how many to link with, at least one
     */
    public static SystemModel link(
            Facts facts,
            List<SourceFile> files,
            Background background,
            Catalog catalog,
            List<SubjectSource<?>> sources,
            int threads) {
        Modules modules =
                BuildReading.read(files.stream().map(SourceFile::path).toList(), facts.settings(), background.poms());
        Code code = Code.link(
                facts.units(),
                catalog,
                path -> modules.owning(path).map(Module::directory).orElse(""),
                directory ->
                        modules.at(directory).map(Module::projectDependencies).orElse(List.of()),
                new Workers(threads));
        StatedStems stems = StatedStems.of(
                facts.units(),
                path -> modules.owning(path).map(Module::directory).orElse(""));
        ConfigurationFiles configuration = ConfigurationFiles.of(facts.settings(), modules, stems);
        SortedMap<String, ImageBuild> built = BuildImages.of(modules, facts.settings());
        List<ImageBuild> images = new ArrayList<>(facts.images());
        images.addAll(built.values());
        Services services = ServiceLinking.link(new Clues(
                modules,
                configuration,
                facts.units().stream().map(Unit::path).toList(),
                mainClasses(code),
                facts.images(),
                built,
                facts.manifests(),
                catalog,
                background.stated()));
        List<Environment> found = Environments.of(configuration, facts.manifests());
        List<Environment> chosen = Environments.chosen(background.stated().environments(), found, configuration);
        Landscape landscape = new Landscape(services, facts.manifests(), images, found, false);
        return new SystemModel(
                code,
                modules,
                chosen.isEmpty() ? landscape : landscape.only(chosen),
                configuration,
                background.stated(),
                ClassMentions.of(facts.settings()),
                Schema.observe(facts.settings()),
                sources);
    }

    private static List<MainClass> mainClasses(Code code) {
        List<MainClass> all = new ArrayList<>();
        for (ProjectType type : code.types()) {
            boolean starts = type.methods("main").stream()
                    .anyMatch(m -> m.decl().modifiers().contains(Modifier.STATIC)
                            && m.decl().parameters().size() == 1);
            if (starts) {
                String how = type.decl().annotations().stream()
                        .map(a -> "@" + a.simpleName())
                        .findFirst()
                        .orElse("main method");
                all.add(new MainClass(type.name(), type.path(), type.at(), how));
            }
        }
        return all;
    }
}
