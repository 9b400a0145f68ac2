package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.code.Annotation;
import io.loadline.code.Modifier;
import io.loadline.code.TypeDecl;
import io.loadline.flow.StatedEntries.Stated;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises ways in by what the catalog states and by the JVM's own {@code main}. */
final class EntrySearch {

    private final StatedEntries stated;

    private EntrySearch(Code code) {
        this.stated = new StatedEntries(code.catalog().entries());
    }

    /** All ways in, in the order of files. */
    static List<Entry> of(Code code) {
        EntrySearch search = new EntrySearch(code);
        List<Entry> all = new ArrayList<>();
        for (ProjectType type : code.types()) {
            List<ProjectType> lineage = EntryPoints.lineage(type);
            for (Method method : type.methods()) {
                if (method.decl().body() != null) {
                    search.entry(method, lineage).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private Optional<Entry> entry(Method method, List<ProjectType> lineage) {
        List<Method> carriers = carriers(method, lineage);
        Set<String> annotations = new HashSet<>();
        for (Method carrier : carriers) {
            carrier.decl().annotations().forEach(a -> annotations.add(a.simpleName()));
        }
        for (Stated possible : stated.possible(method.name(), annotations)) {
            Optional<Entry> found = possible.owner().isEmpty()
                    ? annotated(possible.entry(), method, carriers, lineage)
                    : overriding(possible, method);
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

    private static Optional<Entry> annotated(
            CatalogFile.Entry stated, Method method, List<Method> carriers, List<ProjectType> lineage) {
        String name = String.valueOf(stated.annotation());
        Optional<Method> carrier =
                carriers.stream().filter(m -> m.annotation(name).isPresent()).findFirst();
        boolean marked = stated.typeAnnotation() == null
                || lineage.stream()
                        .anyMatch(t -> t.annotation(stated.typeAnnotation()).isPresent());
        if (carrier.isEmpty() || !marked || method.owner().decl().kind() == TypeDecl.Kind.ANNOTATION) {
            return Optional.empty();
        }
        Annotation annotation = carrier.get().annotation(name).orElseThrow();
        return Optional.of(new Entry(EntryNames.of(stated, annotation, carrier.get(), method), stated.kind(), method));
    }

    private static Optional<Entry> overriding(Stated stated, Method method) {
        String own = method.owner().name();
        boolean overrides = !own.equals(stated.owner())
                && takes(stated.entry(), method)
                && method.owner().names().view().isA(own, stated.owner());
        return overrides ? Optional.of(new Entry(method.title(), stated.entry().kind(), method)) : Optional.empty();
    }

    private static boolean takes(CatalogFile.Entry stated, Method method) {
        return stated.taking().isEmpty()
                || method.decl().parameters().stream()
                        .limit(1)
                        .map(p -> method.owner().names().resolve(p.type()).name())
                        .anyMatch(stated.taking()::contains);
    }
}
