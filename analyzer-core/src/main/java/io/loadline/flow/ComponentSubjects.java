package io.loadline.flow;

import io.loadline.catalog.Role;
import io.loadline.code.Node;
import io.loadline.flow.component.Lifetime;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.List;

/** Components of one role as subjects. */
final class ComponentSubjects<S extends Subject> implements SubjectSource<S> {

    /** Makes a subject. */
    interface Maker<S> {
        S of(ComponentSite site, boolean perRequest, Reach reach, List<String> services);
    }

    private final Class<S> kind;
    private final List<Role> roles;
    private final Maker<S> maker;

    ComponentSubjects(Class<S> kind, List<Role> roles, Maker<S> maker) {
        this.kind = kind;
        this.roles = roles;
        this.maker = maker;
    }

    @Override
    public Class<S> kind() {
        return kind;
    }

    @Override
    public List<S> find(SystemModel system) {
        Components components = system.ask(Components.QUERY);
        EntryPoints entries = system.ask(EntryPoints.QUERY);
        Lifetime lifetime = system.ask(Lifetime.QUERY);
        List<S> all = new ArrayList<>();
        for (Role role : roles) {
            for (ComponentSite site : components.served(role)) {
                Reach reach = site.within().map(entries::reachOf).orElse(Reach.UNKNOWN);
                boolean perRequest = site.made().filter(lifetime::isPerRequest).isPresent();
                all.add(maker.of(site, perRequest, reach, system.servicesOf(site.type())));
            }
        }
        return all;
    }

    static String title(ComponentSite site) {
        String simple = madeType(site);
        boolean named = !site.name().isEmpty()
                && !site.name().startsWith("<")
                && !site.name().equals(simple);
        return named ? simple + " " + site.name().replaceFirst("/\\d+$", "") : simple;
    }

    /** The type that is written where it is made, otherwise the catalog's. */
    private static String madeType(ComponentSite site) {
        String type = site.component().type();
        String known = type.substring(type.lastIndexOf('.') + 1);
        return site.made()
                .map(CallSite::node)
                .filter(Node.New.class::isInstance)
                .map(node -> ((Node.New) node).type().simpleName())
                .filter(written -> !written.endsWith("Builder"))
                .orElse(known);
    }

    static String key(ComponentSite site) {
        String owner = site.within().map(Method::key).orElse("");
        return site.type().name() + " " + owner + " " + title(site);
    }
}
