package io.loadline.flow;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where a client, executor, cache, pool or retry comes into being, with its effective limits.
 *
 * @param match what it is, by the catalog
 * @param creation the call or constructor that makes it; absent for one that an annotation declares
 * @param method the method in which it is made, or that declares it; absent for a declared type
 * @param name what it is called: a variable, field, bean method or declared type
 * @param limits effective limits by name
 * @param transports under it, as far as they are known
 * @param type the type in which it is made, or which is declared to be one
 */
public record ComponentSite(
        ComponentMatch match,
        @Nullable CallSite creation,
        @Nullable Method method,
        String name,
        Location at,
        Map<String, Setting> limits,
        List<Component> transports,
        ProjectType type) {

    public ComponentSite {
        limits = Map.copyOf(limits);
        transports = List.copyOf(transports);
    }

    /** What it is. */
    public Component component() {
        return match.component();
    }

    /** The limit of that name; empty when the catalog knows of none. */
    public Optional<Setting> limit(String limit) {
        return Optional.ofNullable(limits.get(limit));
    }

    /** The call that makes it. */
    public Optional<CallSite> made() {
        return Optional.ofNullable(creation);
    }

    /** The method in which it is made. */
    public Optional<Method> within() {
        return Optional.ofNullable(method);
    }
}
