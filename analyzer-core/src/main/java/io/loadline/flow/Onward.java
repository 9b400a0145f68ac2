package io.loadline.flow;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.flow.EntrySearch.Listener;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where work goes on from a method: by calls, by events that it makes, and by objects that it hands to libraries. */
final class Onward {

    /** What a library calls on any object tells nothing of when it does. */
    private static final Set<String> COMMON = Set.of("toString", "equals", "hashCode", "compareTo", "close");

    private final Code code;
    private final CallGraph graph;
    private final Lateness lateness;
    private final Predicate<Method> live;
    private final Map<Method, List<Entry>> functions;
    private final Map<String, List<Method>> listening = new HashMap<>();
    private final Map<ProjectType, List<Method>> calledBack = new HashMap<>();
    private final Map<Method, Steps> steps = new HashMap<>();
    private final Map<ProjectType, Set<ProjectType>> below = new HashMap<>();
    private final Map<String, List<Method>> open = new HashMap<>();

    /**
     * Where a method leads, each method once.
     *
     * @param now while it runs
     * @param later when it may have ended
     * @param open by calls of which there are so many implementations that a path through one of them says too little
     */
    record Steps(List<Method> now, List<Method> later, List<Method> open) {}

    /** @param functions ways in that stand in the text of a method, which are not its own work */
    Onward(
            SystemModel system,
            Lateness lateness,
            List<Listener> listeners,
            Map<Method, List<Entry>> functions,
            Predicate<Method> live) {
        this.code = system.code();
        this.graph = system.ask(CallGraph.QUERY);
        this.lateness = lateness;
        this.functions = functions;
        this.live = live;
        for (Listener listener : listeners) {
            for (String event : listener.events()) {
                listening.computeIfAbsent(event, e -> new ArrayList<>()).add(listener.method());
            }
        }
    }

    /** Where a method leads. */
    Steps from(Method method) {
        Steps known = steps.get(method);
        if (known == null) {
            known = search(code.sites(method).stream().filter(this::isOwn).toList());
            steps.put(method, known);
        }
        return known;
    }

    /** Where a way in begins: its method, or what its function leads to. */
    List<Method> from(Entry entry) {
        if (entry.function() == null) {
            return List.of(entry.method());
        }
        Steps within = search(code.sites(entry.method()).stream()
                .filter(site -> isWithin(site, entry))
                .toList());
        return Stream.of(within.now(), within.later(), within.open())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Whether a call stands in the function that is a way in. */
    static boolean isWithin(CallSite site, Entry entry) {
        return site.frame().chain().stream()
                .anyMatch(f -> f.node().filter(n -> n == entry.function()).isPresent());
    }

    private boolean isOwn(CallSite site) {
        return functions.getOrDefault(site.caller(), List.of()).stream().noneMatch(entry -> isWithin(site, entry));
    }

    private Steps search(List<CallSite> sites) {
        Set<Method> now = new LinkedHashSet<>();
        Set<Method> later = new LinkedHashSet<>();
        Set<Method> wide = new LinkedHashSet<>();
        for (CallSite site : sites) {
            CallGraph.Dispatch dispatch = graph.from(site);
            boolean late = lateness.of(site);
            (late ? later : now).addAll(dispatch.methods());
            (late ? later : now).addAll(heard(site));
            later.addAll(calledBack(site));
            if (dispatch.cut()) {
                wide.addAll(implementing(site));
            }
        }
        return new Steps(List.copyOf(now), List.copyOf(later), List.copyOf(wide));
    }

    /** Who hears of the event that a call makes. */
    private List<Method> heard(CallSite site) {
        String made = made(site);
        if (listening.isEmpty() || made.isEmpty()) {
            return List.of();
        }
        return site.caller().owner().names().view().lineage(made).stream()
                .flatMap(type -> listening.getOrDefault(type, List.of()).stream())
                .toList();
    }

    /** The type of which a call makes an object, by its constructor or a builder that is generated. */
    static String made(CallSite site) {
        boolean constructs = site.target().name().equals(MethodDecl.CONSTRUCTOR);
        boolean builds = site.target().name().equals("builder")
                && site.target().declared().isEmpty();
        boolean delegates = constructs && site.node() instanceof Node.Call;
        return (constructs && !delegates) || builds ? site.target().receiver().name() : "";
    }

    /** What a library may call on the object that a call makes. */
    private List<Method> calledBack(CallSite site) {
        if (!(site.node() instanceof Node.New)) {
            return List.of();
        }
        return site.caller()
                .owner()
                .names()
                .view()
                .findProject(site.target().receiver().name())
                .map(type -> calledBack.computeIfAbsent(type, this::overriding))
                .orElse(List.of());
    }

    /** The methods of a type that implement something that the project does not declare. */
    List<Method> overriding(ProjectType type) {
        List<ProjectType> above = type.lineage();
        return type.methods().stream()
                .filter(m -> m.decl().body() != null
                        && m.decl().annotation("Override").isPresent()
                        && !COMMON.contains(m.name()))
                .filter(m -> above.stream()
                        .skip(1)
                        .noneMatch(t -> t.methods(m.name()).stream()
                                .anyMatch(same -> same.decl().parameters().size()
                                        == m.decl().parameters().size())))
                .toList();
    }

    private List<Method> implementing(CallSite site) {
        Method declared = site.target().declared().orElseThrow();
        ProjectType receiver = site.caller()
                .owner()
                .names()
                .view()
                .findProject(site.target().receiver().name())
                .orElse(declared.owner());
        return open.computeIfAbsent(
                receiver.path() + " " + receiver.name() + "#" + declared.key(),
                k -> below(receiver).stream()
                        .flatMap(type -> type.methods(declared.name()).stream())
                        .filter(m -> m.decl().body() != null && m.key().equals(declared.key()) && live.test(m))
                        .toList());
    }

    private Set<ProjectType> below(ProjectType type) {
        Set<ProjectType> known = below.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            List<ProjectType> next = new ArrayList<>(List.of(type));
            while (!next.isEmpty()) {
                ProjectType here = next.remove(next.size() - 1);
                if (known.add(here)) {
                    next.addAll(code.subtypes(here));
                }
            }
            below.put(type, known);
        }
        return known;
    }
}
