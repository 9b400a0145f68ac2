package io.loadline.flow;

import io.loadline.catalog.Marker;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.TypeName;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.ProjectType;
import io.loadline.system.service.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Types of the project that show what the catalog has a marker for. */
public final class MarkedTypes {

    /** Looks for marked types in a system. */
    public static final Query<MarkedTypes> QUERY = new Query<>("marked types") {
        @Override
        protected MarkedTypes compute(SystemModel system) {
            return new MarkedTypes(system);
        }
    };

    private final SystemModel system;
    private final Map<String, List<ProjectType>> byWord = new HashMap<>();

    private MarkedTypes(SystemModel system) {
        this.system = system;
    }

    /**
     * Those among the modules of a service that carry an annotation, have a supertype, hold a field or return a result of the marker of
     * that word.
     */
    public List<ProjectType> in(Service service, String word) {
        return all(word).stream()
                .filter(type -> service.modules().contains(type.module()))
                .toList();
    }

    private synchronized List<ProjectType> all(String word) {
        return byWord.computeIfAbsent(word, this::find);
    }

    private List<ProjectType> find(String word) {
        Set<String> annotations = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (Marker marker : system.code().catalog().markers(word)) {
            annotations.addAll(marker.annotations());
            types.addAll(marker.types());
        }
        return system.code().types().stream()
                .filter(type -> type.annotationNames().stream().anyMatch(annotations::contains)
                        || (!types.isEmpty() && (descends(type, types) || holds(type, types))))
                .toList();
    }

    private static boolean descends(ProjectType type, Set<String> from) {
        return type.names().view().lineage(type.name()).stream().anyMatch(from::contains);
    }

    private static boolean holds(ProjectType type, Set<String> wanted) {
        Stream<TypeName> fields = type.decl().fields().stream().map(FieldDecl::type);
        Stream<TypeName> results = type.decl().methods().stream().map(MethodDecl::returns);
        return Stream.concat(fields, results)
                .anyMatch(
                        written -> wanted.contains(type.names().resolve(written).name()));
    }
}
