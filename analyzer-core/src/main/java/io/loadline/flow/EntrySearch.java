package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogFile;
import io.loadline.code.Annotation;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.flow.StatedEntries.Stated;
import io.loadline.system.SystemModel;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Recognises ways in by what the catalog states and by the JVM's own {@code main}. */
final class EntrySearch {

    /** The kind that stands for an event within the process. */
    private static final String EVENT = "event";

    private final Catalog catalog;
    private final Modules modules;
    private final StatedEntries stated;
    private final Functions functions;
    private final Predicate<Method> live;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();

    /**
     * A method that takes events.
     *
     * @param events qualified types of which it takes one
     */
    record Listener(Method method, List<String> events) {}

    /** @param live whether a service may run a method */
    EntrySearch(SystemModel system, Predicate<Method> live) {
        this.catalog = system.code().catalog();
        this.modules = system.modules();
        this.live = live;
        this.stated = new StatedEntries(catalog.entries());
        this.functions = new Functions(system.code(), stated);
        for (ProjectType type : system.code().types()) {
            List<ProjectType> lineage = type.lineage();
            for (Method method : type.methods()) {
                if (method.decl().body() != null) {
                    search(method, lineage);
                    functions.in(method).stream().filter(this::isMet).forEach(f -> add(f.kind(), f.id(), f));
                }
            }
        }
    }

    /** All ways in, in the order of files. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** All methods that take events, in the order of files. */
    List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    private void add(String kind, String id, Functions.Found found) {
        entries.add(new Entry(id, kind, found.method(), found.function(), live.test(found.method())));
    }

    private boolean isMet(Functions.Found found) {
        return isMet(found.stated(), found.method());
    }

    private boolean isMet(CatalogFile.Entry entry, Method method) {
        return entry.requires().isEmpty()
                || modules.at(method.owner().module())
                        .filter(m -> entry.requires().stream().anyMatch(m::uses))
                        .isPresent();
    }

    private void search(Method method, List<ProjectType> lineage) {
        List<Method> carriers = carriers(method, lineage);
        Set<String> annotations = new HashSet<>();
        for (Method carrier : carriers) {
            carrier.decl().annotations().forEach(a -> annotations.add(a.simpleName()));
        }
        for (Stated possible : stated.possible(method.name(), annotations)) {
            CatalogFile.Entry entry = possible.entry();
            boolean found = isMet(entry, method)
                    && (entry.annotation() != null
                            ? annotated(entry, method, carriers, lineage)
                            : entry.method() != null
                                    ? overriding(possible, method)
                                    : typed(entry, method, carriers, lineage));
            if (found) {
                return;
            }
        }
        if (isMain(method)) {
            add("main", method, method.title());
        }
    }

    private boolean add(String kind, Method method, String id) {
        entries.add(new Entry(id, kind, method, null, live.test(method)));
        return true;
    }

    private static boolean isMain(Method method) {
        return method.name().equals("main")
                && method.decl().modifiers().contains(Modifier.STATIC)
                && method.decl().parameters().size() == 1
                && method.decl().parameters().get(0).type().simpleName().equals("String");
    }

    /** The method itself and, for a public one, those of interfaces that it implements. */
    private static List<Method> carriers(Method method, List<ProjectType> lineage) {
        if (lineage.size() <= 1 || !method.decl().modifiers().contains(Modifier.PUBLIC)) {
            return List.of(method);
        }
        List<Method> all = new ArrayList<>();
        all.add(method);
        for (ProjectType type : lineage) {
            if (type != method.owner() && type.decl().kind() == TypeDecl.Kind.INTERFACE) {
                for (Method same : type.methods(method.name())) {
                    if (same.decl().parameters().size()
                            == method.decl().parameters().size()) {
                        all.add(same);
                    }
                }
            }
        }
        return all;
    }

    private boolean annotated(
            CatalogFile.Entry entry, Method method, List<Method> carriers, List<ProjectType> lineage) {
        String name = String.valueOf(entry.annotation());
        Optional<Method> carrier =
                carriers.stream().filter(m -> m.annotation(name).isPresent()).findFirst();
        if (carrier.isEmpty()
                || !isMarked(entry, lineage)
                || method.owner().decl().kind() == TypeDecl.Kind.ANNOTATION) {
            return false;
        }
        Annotation annotation = carrier.get().annotation(name).orElseThrow();
        List<String> taken = taken(method, Optional.of(annotation));
        if (!entry.taking().isEmpty() && taken.stream().noneMatch(entry.taking()::contains)) {
            return false;
        }
        return entry.kind().equals(EVENT)
                ? listens(method, taken)
                : add(entry.kind(), method, EntryNames.of(entry, annotation, carrier.get(), method));
    }

    private static boolean isMarked(CatalogFile.Entry entry, List<ProjectType> lineage) {
        String sought = entry.typeAnnotation();
        return sought == null
                || lineage.stream().anyMatch(t -> t.annotation(sought).isPresent());
    }

    private boolean overriding(Stated possible, Method method) {
        CatalogFile.Entry entry = possible.entry();
        String own = method.owner().name();
        List<String> taken = taken(method, Optional.empty());
        boolean overrides = !own.equals(possible.owner())
                && (entry.taking().isEmpty() || taken.stream().anyMatch(entry.taking()::contains))
                && (!entry.beansOnly() || isBean(method.owner()))
                && method.owner().names().view().isA(own, possible.owner());
        if (!overrides) {
            return false;
        }
        return entry.kind().equals(EVENT) ? listens(method, taken) : add(entry.kind(), method, method.title());
    }

    private boolean isBean(ProjectType type) {
        return type.annotationNames().stream()
                .anyMatch(name -> catalog.injections(name).contains("bean-type"));
    }

    /** What an event listener takes: the classes that its annotation names, or else its first parameter. */
    private static List<String> taken(Method method, Optional<Annotation> annotation) {
        List<String> named = annotation.stream()
                .flatMap(a -> a.members().stream())
                .flatMap(m -> m.value() instanceof Node.ArrayOf array
                        ? array.elements().stream()
                        : java.util.stream.Stream.of(m.value()))
                .filter(Node.TypeLiteral.class::isInstance)
                .map(node -> method.owner()
                        .names()
                        .resolve(((Node.TypeLiteral) node).type())
                        .name())
                .toList();
        return !named.isEmpty()
                ? named
                : method.decl().parameters().stream()
                        .limit(1)
                        .map(p -> method.owner().names().resolve(p.type()).name())
                        .toList();
    }

    private boolean listens(Method method, List<String> events) {
        if (live.test(method)) {
            listeners.add(new Listener(method, events));
        }
        return true;
    }

    /** A public method of a type that is served as a whole, or whose base a generator wrote. */
    private boolean typed(CatalogFile.Entry entry, Method method, List<Method> carriers, List<ProjectType> lineage) {
        Set<Modifier> modifiers = method.decl().modifiers();
        if (!modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.STATIC)
                || method.name().startsWith("<")
                || !isMarked(entry, lineage)) {
            return false;
        }
        boolean declared =
                carriers.size() > 1 || method.decl().annotation("Override").isPresent();
        return (entry.base() == null ? declared : isBased(entry, method)) && add(entry.kind(), method, method.title());
    }

    private static boolean isBased(CatalogFile.Entry entry, Method method) {
        ProjectType owner = method.owner();
        return method.decl().parameters().stream()
                        .map(p -> owner.names().resolve(p.type()).name())
                        .anyMatch(entry.taking()::contains)
                && owner.names().view().lineage(owner.name()).stream()
                        .skip(1)
                        .anyMatch(above -> above.endsWith(String.valueOf(entry.base())));
    }
}
