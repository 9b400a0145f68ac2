package io.loadline.flow.component;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Role;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.flow.EntryPoints;
import io.loadline.flow.Reaches;
import io.loadline.flow.rows.Growth;
import io.loadline.system.Query;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plain maps that outlive every request, load what they lack from outside the process, and lose nothing: caches that somebody wrote by hand.
 * A map of which something else is done, or that is handed on, may be emptied there and is left out.
 */
public final class KeptMaps {

    /** Finds the kept maps of a system. */
    public static final Query<KeptMaps> QUERY = new Query<>("kept maps") {
        @Override
        protected KeptMaps compute(SystemModel system) {
            return new KeptMaps(system);
        }
    };

    private static final String TYPE = "java.util.Map";
    private static final List<Effect> LOADING = List.of(Effect.QUERY, Effect.REMOTE, Effect.MODEL);
    /** What neither removes an entry nor looks at how many there are. */
    private static final Set<String> GROWING =
            Set.of("get", "getOrDefault", "containsKey", "put", "putIfAbsent", "computeIfAbsent", "isEmpty");

    private static final Set<String> ENDLESS =
            Set.of("HashMap", "LinkedHashMap", "TreeMap", "Hashtable", "ConcurrentHashMap", "ConcurrentSkipListMap");

    private final SystemModel system;
    private final Program program;
    private final Reaches reaches;
    private final EntryPoints entries;
    private final List<Making> all = new ArrayList<>();

    private KeptMaps(SystemModel system) {
        this.system = system;
        this.program = system.ask(Program.QUERY);
        this.reaches = system.ask(Reaches.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        Set<FieldText> seen = new HashSet<>();
        for (ProjectType type : system.code().types()) {
            for (Method method : type.methods()) {
                for (CallSite site : system.code().sites(method)) {
                    kept(site)
                            .filter(field -> loads(site) && isEndless(field) && seen.add(field))
                            .ifPresent(field -> add(field, site));
                }
            }
        }
    }

    /** All of them, in the order of files. */
    public List<Making> all() {
        return Collections.unmodifiableList(all);
    }

    /** Neither size nor expiry, as far as the text tells; how many keys there can be it does not. */
    public static Map<String, Setting> limits(Making map) {
        Setting none = new Setting.Unbounded(
                "a plain map",
                List.of(new Evidence(map.at(), "loads what is missing, and nothing removes it")),
                Confidence.MEDIUM);
        return Map.of("max-size", none, "expiry", none);
    }

    private void add(FieldText field, CallSite site) {
        Component component = new Component(
                Role.CACHE, TYPE, null, null, List.of(), null, List.of(), List.of(), false, Map.of(), List.of());
        all.add(Making.created(
                new ComponentMatch(component, RetryLoops.CODE),
                site,
                Cone.EMPTY,
                field.decl().name()));
    }

    /** The field of which a call fills in a missing entry, where work from outside comes to it. */
    private Optional<FieldText> kept(CallSite site) {
        if (!site.target().name().equals("computeIfAbsent")
                || !(site.node() instanceof Node.Call call)
                || call.receiver() == null
                || call.arguments().size() != 2
                || isOneOfFew(call.arguments().get(0))) {
            return Optional.empty();
        }
        Optional<FieldText> field = call.receiver() instanceof Node.Name name
                ? program.texts().field(site.caller().owner(), name.id())
                : Accessors.field(program.texts(), site.caller().owner(), call.receiver());
        return field.filter(f ->
                isShared(f) && !hasFewKeys(f) && entries.reachOf(site.caller()).heat() != Heat.STARTUP);
    }

    private boolean loads(CallSite site) {
        Node loader = site.node() instanceof Node.Call call ? call.arguments().get(1) : site.node();
        return system.code().sites(site.caller()).stream()
                .filter(inner -> inner.frame().chain().stream()
                        .anyMatch(frame -> frame.node()
                                .filter(node -> Same.is(node, loader))
                                .isPresent()))
                .anyMatch(inner -> LOADING.stream().anyMatch(effect -> reaches.leads(inner, effect)));
    }

    /** A constant, or what is named after a kind of thing. */
    private static boolean isOneOfFew(Node key) {
        String name = key instanceof Node.Name plain
                ? plain.id()
                : key instanceof Node.Select select
                        ? select.name()
                        : key instanceof Node.Call getter ? getter.name() : "";
        return key instanceof Node.Literal
                || key instanceof Node.TypeLiteral
                || name.matches("[A-Z][A-Z0-9_]*")
                || Growth.namesFew(name);
    }

    /** Whether one object holds it for the whole process. */
    private boolean isShared(FieldText field) {
        ProjectType owner = field.owner();
        return field.decl().modifiers().contains(Modifier.STATIC)
                || (program.beans().isBeanType(owner) && !program.beans().isScoped(owner.annotationNames()));
    }

    /** Keys of which the text lists all: values of an enumeration, classes. */
    private static boolean hasFewKeys(FieldText field) {
        if (field.decl().type().arguments().isEmpty()) {
            return false;
        }
        TypeRef key =
                field.owner().names().resolve(field.decl().type().arguments().get(0));
        return key.name().equals("java.lang.Class")
                || key.name().equals("java.lang.reflect.Method")
                || field.owner()
                        .names()
                        .view()
                        .findProject(key.name())
                        .filter(type -> type.decl().kind() == TypeDecl.Kind.ENUM)
                        .isPresent();
    }

    private static boolean isEndless(FieldText field) {
        List<Expr> values = field.values();
        boolean plain = values.size() == 1
                && values.get(0).node() instanceof Node.New made
                && made.body() == null
                && ENDLESS.contains(made.type().simpleName());
        return plain
                && field.uses().stream()
                        .map(FieldText.Use::variable)
                        .allMatch(use -> use.passed().isEmpty()
                                && use.on().stream()
                                        .filter(call ->
                                                isDirect(call, field.decl().name()))
                                        .allMatch(call ->
                                                GROWING.contains(call.target().name())));
    }

    private static boolean isDirect(CallSite site, String field) {
        Node on = site.node() instanceof Node.Call call ? call.receiver() : null;
        return (on instanceof Node.Name name && name.id().equals(field))
                || (on instanceof Node.Select select && select.name().equals(field));
    }
}
