package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.system.ClassPath;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;
import java.util.List;
import java.util.Optional;

/** How a server stops: what its configuration says, or else the default of the framework's version. */
public final class Shutdown {

    private static final String KEY = "server.shutdown";

    private Shutdown() {}

    /** {@code graceful}, {@code immediate}, or why it cannot be told. */
    public static Setting of(DeployedContainer container, SystemModel system) {
        Optional<Setting> stated = container.configuration().lookup(KEY);
        if (stated.isPresent()) {
            return stated.get();
        }
        ClassPath path = ClassPath.of(container.in().service(), system);
        if (!path.has("spring-boot")) {
            return new Setting.Unresolved("how the server of %s stops".formatted(container.title()), List.of());
        }
        Optional<Default> byVersion =
                system.code().catalog().property(KEY).flatMap(p -> Catalog.defaultOf(p, path::version));
        return byVersion
                .<Setting>map(d -> new Setting.Defaulted(d.value(), "the framework's version", List.of()))
                .orElseGet(() -> new Setting.Unresolved("the framework's version", List.of()));
    }
}
