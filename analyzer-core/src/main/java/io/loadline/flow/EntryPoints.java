package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.code.Annotation;
import io.loadline.code.Modifier;
import io.loadline.code.TypeDecl;
import io.loadline.system.Query;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All ways in, and which of them lead to a given method. */
public final class EntryPoints {

    /** Finds the entry points of a system. */
    public static final Query<EntryPoints> QUERY = new Query<>("entry points") {
        @Override
        protected EntryPoints compute(SystemModel system) {
            return new EntryPoints(system);
        }
    };

    private final List<Entry> entries;
    private final Map<Method, List<Entry>> reaching = new HashMap<>();

    private EntryPoints(SystemModel system) {
        Code code = system.code();
        this.entries = find(code);
        CallGraph graph = system.ask(CallGraph.QUERY);
        for (Entry entry : entries) {
            for (Method method : reachable(entry.method(), code, graph)) {
                reaching.computeIfAbsent(method, m -> new ArrayList<>(2)).add(entry);
            }
        }
    }

    /** All ways in, in the order of files. */
    public List<Entry> all() {
        return entries;
    }

    /** The ways in that lead to a method. */
    public List<Entry> leadingTo(Method method) {
        return List.copyOf(reaching.getOrDefault(method, List.of()));
    }

    /** How a method is reached by work from outside. */
    public Reach reachOf(Method method) {
        List<Entry> leading = reaching.getOrDefault(method, List.of());
        Heat hottest =
                leading.stream().map(Entry::heat).max(Comparator.naturalOrder()).orElse(Heat.UNKNOWN);
        return new Reach(
                hottest, leading.stream().map(Entry::id).distinct().sorted().toList());
    }

    private static Set<Method> reachable(Method from, Code code, CallGraph graph) {
        Set<Method> seen = new HashSet<>();
        Deque<Method> open = new ArrayDeque<>();
        seen.add(from);
        open.add(from);
        while (!open.isEmpty()) {
            for (CallSite site : code.sites(open.remove())) {
                for (Method next : graph.from(site).methods()) {
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return seen;
    }

    private static List<Entry> find(Code code) {
        List<Entry> all = new ArrayList<>();
        for (ProjectType type : code.types()) {
            for (Method method : type.methods()) {
                if (method.decl().body() != null) {
                    entry(code, method).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Entry> entry(Code code, Method method) {
        for (CatalogFile.Entry stated : code.catalog().entries()) {
            String annotation = stated.annotation();
            Optional<Entry> found =
                    annotation != null ? annotated(stated, annotation, method) : overriding(stated, method);
            if (found.isPresent()) {
                return found;
            }
        }
        return isMain(method) ? Optional.of(new Entry(method.title(), "main", method)) : Optional.empty();
    }

    private static boolean isMain(Method method) {
        return method.name().equals("main")
                && method.decl().modifiers().contains(Modifier.STATIC)
                && method.decl().parameters().size() == 1
                && method.decl().parameters().get(0).type().simpleName().equals("String");
    }

    private static Optional<Entry> annotated(CatalogFile.Entry stated, String name, Method method) {
        Optional<Method> carrier = carrier(method, name);
        if (carrier.isEmpty()) {
            return Optional.empty();
        }
        boolean marked = stated.typeAnnotation() == null
                || lineage(method.owner()).stream()
                        .anyMatch(t -> t.annotation(stated.typeAnnotation()).isPresent());
        if (!marked || method.owner().decl().kind() == TypeDecl.Kind.ANNOTATION) {
            return Optional.empty();
        }
        Annotation annotation = carrier.get().annotation(name).orElseThrow();
        return Optional.of(new Entry(EntryNames.of(stated, annotation, carrier.get(), method), stated.kind(), method));
    }

    /** The method itself or one that it implements, whichever carries the annotation. */
    private static Optional<Method> carrier(Method method, String annotation) {
        if (method.annotation(annotation).isPresent()) {
            return Optional.of(method);
        }
        if (!method.decl().modifiers().contains(Modifier.PUBLIC)) {
            return Optional.empty();
        }
        return lineage(method.owner()).stream()
                .filter(t -> t != method.owner() && t.decl().kind() == TypeDecl.Kind.INTERFACE)
                .flatMap(t -> t.methods(method.name()).stream())
                .filter(m -> m.decl().parameters().size()
                        == method.decl().parameters().size())
                .filter(m -> m.annotation(annotation).isPresent())
                .findFirst();
    }

    static List<ProjectType> lineage(ProjectType type) {
        return type.names().view().lineage(type.name()).stream()
                .map(name -> type.names().view().findProject(name))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> overriding(CatalogFile.Entry stated, Method method) {
        if (stated.method() == null) {
            return Optional.empty();
        }
        int hash = stated.method().indexOf('#');
        String owner = stated.method().substring(0, hash);
        String name = stated.method().substring(hash + 1).replaceFirst("/.*", "");
        boolean overrides = method.name().equals(name)
                && !method.owner().name().equals(owner)
                && method.owner().names().view().isA(method.owner().name(), owner);
        return overrides ? Optional.of(new Entry(method.title(), stated.kind(), method)) : Optional.empty();
    }
}
