package io.loadline.system.code;

import io.loadline.catalog.Catalog;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import io.loadline.evidence.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The linked code of the whole system: its types, its methods and every call in them. */
public final class Code {

    private final Catalog catalog;
    private final List<ProjectType> types;
    private final Map<Method, List<CallSite>> sites;
    private final Map<ProjectType, List<ProjectType>> subtypes = new HashMap<>();
    private final List<Problem> problems;
    private final CodeIndex index;

    private Code(
            Catalog catalog,
            CodeIndex index,
            List<ProjectType> types,
            Map<Method, List<CallSite>> sites,
            List<Problem> problems) {
        this.catalog = catalog;
        this.index = index;
        this.types = List.copyOf(types);
        this.sites = sites;
        this.problems = List.copyOf(problems);
        for (ProjectType type : types) {
            for (TypeRef parent : type.supertypes()) {
                type.names()
                        .view()
                        .findProject(parent.name())
                        .ifPresent(above -> subtypes.computeIfAbsent(above, t -> new ArrayList<>())
                                .add(type));
            }
        }
    }

    /**
     * Links units.
     *
     * @param units in the order of their paths
     * @param moduleOf the directory of the module that owns a path
     * @param usedBy directories of the modules that a module uses
     * @param workers how to run independent work
     */
    public static Code link(
            List<Unit> units,
            Catalog catalog,
            Function<String, String> moduleOf,
            Function<String, List<String>> usedBy,
            Workers workers) {
        ProjectTypes project = new ProjectTypes(usedBy);
        Libraries libraries = new Libraries(catalog);
        CodeIndex index = new CodeIndex(catalog);
        Map<String, TypeView> views = new HashMap<>();
        List<ProjectType> types = new ArrayList<>();
        List<ProjectType> outer = new ArrayList<>();
        for (Unit unit : units) {
            String module = moduleOf.apply(unit.path());
            TypeView view = views.computeIfAbsent(module, m -> new TypeView(m, project, libraries));
            Names names = Names.of(unit, view);
            unit.types().forEach(t -> declare(t, unit.path(), module, null, names, types, outer, false));
        }
        types.forEach(project::add);
        types.forEach(index::add);
        GeneratedMembers generated = new GeneratedMembers(catalog);
        types.forEach(t -> t.link(generated));
        List<Walked> walked = workers.map(outer, type -> Walked.of(index, type));
        Map<Method, List<CallSite>> sites = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        walked.forEach(w -> {
            sites.putAll(w.sites());
            problems.addAll(w.problems());
        });
        return new Code(catalog, index, types, sites, problems);
    }

    private static void declare(
            TypeDecl decl,
            String path,
            String module,
            @org.jspecify.annotations.Nullable ProjectType around,
            Names names,
            List<ProjectType> types,
            List<ProjectType> outer,
            boolean inBody) {
        ProjectType type = new ProjectType(decl, path, module, around, names);
        types.add(type);
        if (!inBody) {
            outer.add(type);
        }
        decl.members().forEach(m -> declare(m, path, module, type, names, types, outer, inBody));
        for (int i = type.methods().size() - 1; i >= 0; i--) {
            for (TypeDecl inside : type.methods().get(i).survey().types()) {
                declare(inside, path, module, type, names, types, outer, true);
            }
        }
    }

    /** Every type of the project, in the order of files. */
    public List<ProjectType> types() {
        return types;
    }

    /** The catalog by which it was linked. */
    public Catalog catalog() {
        return catalog;
    }

    /** The calls in a method, in order of evaluation. */
    public List<CallSite> sites(Method method) {
        return sites.getOrDefault(method, List.of());
    }

    /** Direct subtypes within the project. */
    public List<ProjectType> subtypes(ProjectType type) {
        return Collections.unmodifiableList(subtypes.getOrDefault(type, List.of()));
    }

    /** Places that could not be linked. */
    public List<Problem> problems() {
        return problems;
    }

    CodeIndex index() {
        return index;
    }

    /** Share of calls whose declaring type is known, 0 to 1; 1 when there are none. */
    public double resolvedShare() {
        long all = 0;
        long resolved = 0;
        for (List<CallSite> each : sites.values()) {
            for (CallSite site : each) {
                all++;
                resolved += site.target().isResolved() ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double) resolved / all;
    }

    /** Calls by the method in which they stand, of one outermost type. */
    private record Walked(Map<Method, List<CallSite>> sites, List<Problem> problems) {

        static Walked of(CodeIndex index, ProjectType type) {
            Map<Method, List<CallSite>> sites = new LinkedHashMap<>();
            List<Problem> problems = new ArrayList<>();
            for (Method method : type.methods()) {
                try {
                    BodyWalk.walk(index, method, (caller, node, target, frame) -> {
                        List<CallSite> own = sites.computeIfAbsent(caller, c -> new ArrayList<>());
                        own.add(new CallSite(caller, node, target, frame, own.size()));
                    });
                } catch (StackOverflowError tooDeep) {
                    problems.add(new Problem(
                            method.at(),
                            "link",
                            "The body of %s is nested too deeply to be linked; its calls are not judged."
                                    .formatted(method.title())));
                }
            }
            sites.replaceAll((method, own) -> List.copyOf(own));
            return new Walked(sites, problems);
        }
    }
}
