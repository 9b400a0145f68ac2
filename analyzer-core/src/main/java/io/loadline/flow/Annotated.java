package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Role;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What annotations make of the methods that carry them. */
public final class Annotated {

    /** Reads the annotations of a system. */
    public static final Query<Annotated> QUERY = new Query<>("annotated methods") {
        @Override
        protected Annotated compute(SystemModel system) {
            return new Annotated(system.code());
        }
    };

    private final Catalog catalog;
    private final Map<String, Boolean> elsewhere = new HashMap<>();
    private final Map<String, Boolean> cached = new HashMap<>();

    private Annotated(Code code) {
        this.catalog = code.catalog();
    }

    /** Whether calling the method only hands its work to another thread. */
    public boolean runsElsewhere(Method method) {
        return any(method, elsewhere, name -> catalog.injections(name).contains("async"));
    }

    /** How long the method's results are kept: for each argument, or one for all where it has none. */
    public Kept keeps(Method method) {
        boolean kept = any(
                method,
                cached,
                name -> catalog.declaredByAnnotation(name).stream()
                        .anyMatch(c -> c.component().role() == Role.CACHE));
        return !kept ? Kept.NOT : method.decl().parameters().isEmpty() ? Kept.ONCE : Kept.PER_KEY;
    }

    /** Whether the method's results are kept, so that most calls do not run it. */
    public boolean keepsResults(Method method) {
        return keeps(method) != Kept.NOT;
    }

    private static synchronized boolean any(
            Method method, Map<String, Boolean> known, java.util.function.Predicate<String> claim) {
        List<String> names = method.annotationNames();
        return names.stream().anyMatch(n -> known.computeIfAbsent(n, claim::test));
    }
}
