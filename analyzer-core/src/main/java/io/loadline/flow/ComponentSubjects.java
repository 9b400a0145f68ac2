package io.loadline.flow;

import io.loadline.catalog.Role;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Subject;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<S> all = new ArrayList<>();
        for (Role role : roles) {
            for (ComponentSite site : components.of(role)) {
                Optional<Method> method = site.within();
                Reach reach = method.map(entries::reachOf).orElse(Reach.UNKNOWN);
                List<String> services = method.map(system::servicesOf).orElse(List.of());
                all.add(maker.of(site, isPerRequest(site, reach, system), reach, services));
            }
        }
        return all;
    }

    /** Made in a method that serves work from outside, not once for an object that the framework makes once. */
    private static boolean isPerRequest(ComponentSite site, Reach reach, SystemModel system) {
        boolean served = reach.heat() == Heat.REQUEST || reach.heat() == Heat.LISTENER;
        if (!served || site.made().isEmpty() || site.within().isEmpty()) {
            return false;
        }
        Method method = site.within().get();
        boolean once = method.name().startsWith("<") && !(method.decl().isConstructor() && isMadePerRequest(method));
        boolean kept = site.made().get().frame().chain().stream()
                .anyMatch(f -> f.kind() == Frame.Kind.LAMBDA
                        && f.taker().filter(t -> t.name().startsWith("compute")).isPresent());
        return !once && !kept && !system.ask(Beans.QUERY).makesBean(method) && !assignsField(site, method);
    }

    private static boolean isMadePerRequest(Method constructor) {
        return constructor.owner().decl().modifiers().isEmpty()
                && constructor.owner().enclosing().isPresent();
    }

    /** A thing that is put into a field of its object is meant to be kept. */
    private static boolean assignsField(ComponentSite site, Method method) {
        return method.owner().decl().fields().stream().anyMatch(f -> f.name().equals(site.name()));
    }

    static String title(ComponentSite site) {
        String type = site.component().type();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        boolean named = !site.name().isEmpty()
                && !site.name().startsWith("<")
                && !site.name().equals(simple);
        return named ? simple + " " + site.name().replaceFirst("/\\d+$", "") : simple;
    }

    static String key(ComponentSite site) {
        String owner = site.within().map(Method::key).orElse("");
        return owner + " " + title(site);
    }
}
