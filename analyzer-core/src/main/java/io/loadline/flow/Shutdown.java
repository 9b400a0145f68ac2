package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.KeyMatch;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.PropertyDefault;
import io.loadline.catalog.VersionRange;
import io.loadline.system.ClassPath;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;
import java.util.List;
import java.util.Optional;

/**
 * How a server stops.
 *
 * @param setting {@code graceful}, {@code immediate}, or why it cannot be told: what the configuration says, or else the default of the
 *     framework's version
 * @param isSettable false where the framework's version is known and reads no such key, whatever the configuration says
 * @param framework that starts the server
 * @param version of the framework; empty text where it cannot be told
 * @param key of the configuration that decides it
 * @param since the framework's version that first reads the key; empty text where all do
 */
public record Shutdown(
        Setting setting, boolean isSettable, String framework, String version, String key, String since) {

    private static final String WORD = "stop-mode";

    /** How the server in a container stops. */
    public static Shutdown of(DeployedContainer container, SystemModel system) {
        ClassPath path = ClassPath.of(container.in().service(), system);
        Optional<KeyMatch> read = system.code().catalog().key(WORD);
        Optional<PropertyDefault> known = read.map(KeyMatch::property);
        String version =
                known.map(PropertyDefault::artifact).flatMap(path::version).orElse("");
        boolean settable = known.map(VersionRange::of)
                .flatMap(range -> range.includes(path::version))
                .orElse(true);
        String key = known.map(PropertyDefault::key).orElse("");
        String since = known.map(PropertyDefault::from).orElse("");
        Optional<Setting> stated = container.configuration().lookup(key);
        Setting setting = settable && stated.isPresent() ? stated.get() : byDefault(container, path, known);
        return new Shutdown(setting, settable, read.map(KeyMatch::library).orElse(""), version, key, since);
    }

    private static Setting byDefault(DeployedContainer container, ClassPath path, Optional<PropertyDefault> known) {
        if (!path.has("auto-configuration")) {
            return new Setting.Unresolved("how the server of %s stops".formatted(container.title()), List.of());
        }
        Optional<Default> byVersion = known.flatMap(p -> Catalog.defaultOf(p, path::version));
        return byVersion
                .<Setting>map(d -> new Setting.Defaulted(d.value(), "the framework's version", List.of()))
                .orElseGet(() -> new Setting.Unresolved("the framework's version", List.of()));
    }
}
