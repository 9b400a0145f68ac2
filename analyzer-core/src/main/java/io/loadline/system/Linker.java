package io.loadline.system;

import io.loadline.catalog.Catalog;
import io.loadline.fact.Facts;
import io.loadline.system.build.BuildReading;
import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.build.PomSource;
import io.loadline.system.code.Code;
import io.loadline.system.code.Workers;
import io.loadline.system.configuration.ConfigurationFiles;
import io.loadline.workspace.SourceFile;
import java.util.List;

/** Joins the facts of all files into one model. */
public final class Linker {

    private Linker() {}

    /**
     * Links facts.
     *
     * @param files the production files, whether or not they could be read
     * @param sources where subjects come from
     * @param threads how many to link with, at least one
     */
    public static SystemModel link(
            Facts facts, List<SourceFile> files, Catalog catalog, List<SubjectSource<?>> sources, int threads) {
        Modules modules =
                BuildReading.read(files.stream().map(SourceFile::path).toList(), facts.settings(), PomSource.NONE);
        Code code = Code.link(
                facts.units(),
                catalog,
                path -> modules.owning(path).map(Module::directory).orElse(""),
                directory ->
                        modules.at(directory).map(Module::projectDependencies).orElse(List.of()),
                new Workers(threads));
        return new SystemModel(
                code,
                modules,
                ModuleServices.of(code, modules),
                ConfigurationFiles.of(facts.settings(), modules),
                sources);
    }
}
