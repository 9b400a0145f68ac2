package io.loadline;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogLoader;
import io.loadline.config.LoadlineConfig;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What libraries of one's own do, as the catalog files say that a configuration names. It brings no rules.
 *
 * @param catalog the files, in the order in which they are named
 */
public record HouseCatalog(List<CatalogFile> catalog) implements RulePack {

    /** Nothing is said. */
    public static final HouseCatalog NONE = new HouseCatalog(List.of());

    public HouseCatalog {
        catalog = List.copyOf(catalog);
    }

    /**
     * Reads the files that a configuration names, relative to its folder.
     *
     * @throws IOException when one cannot be read, with a message fit for people
     * @throws io.loadline.catalog.CatalogException when one says something that is not understood
     */
    public static HouseCatalog of(OwnFile configuration, LoadlineConfig config) throws IOException {
        Path beside = configuration.path().toAbsolutePath();
        List<CatalogFile> files = new ArrayList<>();
        for (String name : config.catalog()) {
            files.add(CatalogLoader.read(name, new OwnFile(beside.resolveSibling(name)).text()));
        }
        return new HouseCatalog(files);
    }

    @Override
    public String name() {
        return "house";
    }

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public List<Rule<?>> rules() {
        return List.of();
    }

    @Override
    public Optional<String> page(String ruleId) {
        return Optional.empty();
    }
}
