package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.Catalog.LimitMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.MethodName;
import io.loadline.catalog.Trait;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Target;
import io.loadline.system.code.TypeView;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalog says of the calls of a project: which make components and which set limits. */
final class Matches {

    private static final String CUSTOMIZER = "customizer";

    private final Catalog catalog;
    private final Map<String, List<ComponentMatch>> created = new HashMap<>();
    private final Map<String, List<LimitMatch>> set = new HashMap<>();
    private final Map<String, Boolean> operations = new HashMap<>();
    private final Set<String> keyed = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private final Set<String> packages;
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> carriers = new LinkedHashSet<>();

    Matches(Catalog catalog) {
        this.catalog = catalog;
        this.packages = catalog.packages();
        for (Component component : catalog.components()) {
            types.add(component.type());
            carriers.addAll(component.carriers());
            component.createdBy().forEach(this::own);
            component.limits().values().forEach(l -> {
                keyed.addAll(l.keys());
                l.setBy().forEach(this::own);
                l.keySetters().forEach(this::own);
            });
        }
    }

    private void own(String method) {
        owners.add(MethodName.parse(method).type());
    }

    /** The components of a type, without arguments, as the catalog knows them. */
    List<Component> ofType(String type) {
        return catalog.componentsOfType(type).stream()
                .map(ComponentMatch::component)
                .toList();
    }

    /** The components that a call makes, by what the receiver's type or one above it says. */
    List<ComponentMatch> created(CallSite site) {
        if (!site.target().receiver().isKnown()) {
            return List.of();
        }
        return created.computeIfAbsent(key(site), k -> {
            for (String owner : lineage(site)) {
                List<ComponentMatch> found = catalog.createdBy(owner, name(site), arguments(site));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        });
    }

    /** The limits of a name that a call sets. */
    List<LimitMatch> limits(CallSite site, String limit) {
        if (!site.target().receiver().isKnown()) {
            return List.of();
        }
        List<LimitMatch> all = set.computeIfAbsent(key(site), k -> setters(site));
        return all.stream().filter(m -> m.limitName().equals(limit)).toList();
    }

    private List<LimitMatch> setters(CallSite site) {
        Optional<String> settingKey = settingKey(site);
        for (String owner : lineage(site)) {
            List<LimitMatch> found = catalog.limitsSetBy(owner, name(site), arguments(site));
            if (found.isEmpty() && settingKey.isPresent()) {
                found = catalog.limitsSetBy(owner, name(site), arguments(site), settingKey.get());
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The constant or text that comes first among the arguments, where the catalog knows it as a key. */
    private Optional<String> settingKey(CallSite site) {
        if (!(site.node() instanceof Node.Call call) || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Node first = call.arguments().get(0);
        String word = first instanceof Node.Select select
                ? select.name()
                : first instanceof Node.Name name ? name.id() : first instanceof Node.Literal text ? text.text() : "";
        return Optional.of(word).filter(keyed::contains);
    }

    /** Whether a call makes something that shares the resources of what it is called on. */
    boolean derives(CallSite site) {
        return created(site).stream().anyMatch(m -> m.component().traits().contains(Trait.SHARED));
    }

    /** Whether a call does work rather than configure. */
    boolean isOperation(CallSite site) {
        return site.target().receiver().isKnown()
                && operations.computeIfAbsent(
                        key(site),
                        k -> lineage(site).stream()
                                .anyMatch(owner -> catalog.operation(owner, name(site), arguments(site))
                                        .isPresent()));
    }

    /** Whether a type is one that the catalog lists as a component, or stands above or below one. */
    boolean isComponent(TypeView view, String type) {
        return view.lineage(type).stream().anyMatch(types::contains)
                || types.stream().anyMatch(t -> view.isA(t, type) && isTelling(type));
    }

    /** Whether other components may be built on one of a type without being told to. */
    boolean isCarrier(String type) {
        return carriers.contains(type);
    }

    /** Whether the catalog says anything of a call. */
    boolean isKnown(CallSite site) {
        return isOperation(site)
                || !created(site).isEmpty()
                || !setters(site).isEmpty()
                || isNamed(site.target().receiver().name());
    }

    /** Whether the catalog describes a type, or a call on it, in any way. */
    boolean isNamed(String type) {
        return owners.contains(type) || catalog.shape(type).isPresent() || packages.contains(packageOf(type));
    }

    /** The package of a qualified name, by the custom that only types begin with a capital. */
    private static String packageOf(String type) {
        int end = 0;
        while (end < type.length() && Character.isLowerCase(type.charAt(end)) && type.indexOf('.', end) > 0) {
            end = type.indexOf('.', end) + 1;
        }
        return type.substring(0, Math.max(0, end - 1));
    }

    /** The types whose beans change what the framework makes of a type. */
    List<String> customizersOf(String made) {
        return catalog.markers(CUSTOMIZER).stream()
                .flatMap(m -> m.types().stream())
                .filter(type -> concerns(type, made))
                .toList();
    }

    /** A customizer named after another component leaves this one alone. */
    private boolean concerns(String customizer, String made) {
        String simple = customizer.substring(customizer.lastIndexOf('.') + 1);
        return types.stream()
                .map(t -> t.substring(t.lastIndexOf('.') + 1))
                .filter(t -> simple.equals(t + "Customizer"))
                .allMatch(made::contains);
    }

    /** Types above everything tell nothing. */
    static boolean isTelling(String type) {
        return !type.startsWith("java.lang.")
                && !type.startsWith("java.io.")
                && !(type.startsWith("java.util.") && !type.startsWith("java.util.concurrent."));
    }

    static String name(CallSite site) {
        return site.target().name().equals(MethodDecl.CONSTRUCTOR)
                ? "new"
                : site.target().name();
    }

    private static int arguments(CallSite site) {
        return site.target().arguments();
    }

    private static List<String> lineage(CallSite site) {
        return site.caller()
                .owner()
                .names()
                .view()
                .lineage(site.target().receiver().name());
    }

    private String key(CallSite site) {
        Target target = site.target();
        return site.caller().owner().module() + "|" + target.receiver().name() + "#" + target.name() + "/"
                + target.arguments() + settingKey(site).map(k -> "|" + k).orElse("");
    }
}
