package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogFile;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Methods that make beans, by the type they return, and whether customizer beans change what the framework builds. */
final class Beans {

    static final Query<Beans> QUERY = new Query<>("bean methods") {
        @Override
        protected Beans compute(SystemModel system) {
            return new Beans(system);
        }
    };

    private final Catalog catalog;
    private final Map<String, List<Method>> byType = new HashMap<>();
    private final List<ProjectType> customizers = new ArrayList<>();

    private Beans(SystemModel system) {
        this.catalog = system.code().catalog();
        List<String> customizing = catalog.markers("customizer").stream()
                .map(CatalogFile.Marker::types)
                .flatMap(List::stream)
                .toList();
        for (ProjectType type : system.code().types()) {
            if (customizing.stream().anyMatch(c -> type.names().view().isA(type.name(), c))) {
                customizers.add(type);
            }
            for (Method method : type.methods()) {
                if (makesBean(method)) {
                    String returns =
                            type.names().qualified(method.decl().returns().name());
                    byType.computeIfAbsent(returns, t -> new ArrayList<>()).add(method);
                    if (customizing.contains(returns)) {
                        customizers.add(type);
                    }
                }
            }
        }
    }

    /** Whether a method makes a bean. */
    boolean makesBean(Method method) {
        return method.annotationNames().stream()
                .anyMatch(n -> catalog.injections(n).contains("bean-method"));
    }

    /** Whether a type is made once by the framework. */
    boolean isBean(ProjectType type) {
        return type.annotationNames().stream()
                .anyMatch(n -> catalog.injections(n).contains("bean-type"));
    }

    /** The bean methods that a type's code can be given an instance of that type from: those of its own module where it has some. */
    List<Method> making(String type, ProjectType user) {
        List<Method> all = byType.getOrDefault(type, List.of());
        List<Method> near = all.stream()
                .filter(m -> m.owner().module().equals(user.module()))
                .toList();
        return near.isEmpty() ? List.copyOf(all) : near;
    }

    /** Whether a bean near a type may change what the framework builds for it. */
    boolean customizes(ProjectType user) {
        return customizers.stream().anyMatch(c -> c.module().equals(user.module()));
    }
}
