package io.loadline.system;

import io.loadline.evidence.Problem;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that is known of the audited system: facts joined, and every whole-program question answered once. */
public final class SystemModel {

    private final Code code;
    private final Modules modules;
    private final ModuleServices services;
    private final Map<Class<?>, SubjectSource<?>> sources = new java.util.HashMap<>();
    private final IdentityHashMap<Query<?>, Object> answers = new IdentityHashMap<>();
    private final Map<Class<?>, List<?>> subjects = new java.util.HashMap<>();

    /** @param sources where the subjects of each kind come from */
    SystemModel(Code code, Modules modules, ModuleServices services, List<SubjectSource<?>> sources) {
        this.code = code;
        this.modules = modules;
        this.services = services;
        sources.forEach(s -> this.sources.put(s.kind(), s));
    }

    /** The linked code. */
    public Code code() {
        return code;
    }

    /** The modules as their build files describe them. */
    public Modules modules() {
        return modules;
    }

    /** Ids of all services, sorted. */
    public List<String> serviceIds() {
        return services.ids();
    }

    /** What could not be linked. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(modules.problems());
        all.addAll(code.problems());
        return List.copyOf(all);
    }

    /** Ids of the services that run a method, sorted. */
    public List<String> servicesOf(Method method) {
        return services.of(method.owner().module());
    }

    /** The answer to a whole-program question. */
    public synchronized <T> T ask(Query<T> query) {
        Object known = answers.get(query);
        if (known == null) {
            known = Objects.requireNonNull(query.compute(this));
            answers.put(query, known);
        }
        @SuppressWarnings("unchecked") // a query's answer is stored only under the query itself
        T answer = (T) known;
        return answer;
    }

    /**
     * Every subject of a kind, sorted by place.
     *
     * @throws IllegalArgumentException when nothing tells where subjects of that kind come from
     */
    public synchronized <S extends Subject> List<S> subjects(Class<S> kind) {
        List<?> known = subjects.get(kind);
        if (known == null) {
            SubjectSource<?> source = sources.get(kind);
            if (source == null) {
                throw new IllegalArgumentException("no source of subjects of kind " + kind.getSimpleName());
            }
            List<Subject> all = new ArrayList<>(source.find(this));
            all.sort(java.util.Comparator.comparing(Subject::at).thenComparing(Subject::key));
            known = List.copyOf(all);
            subjects.put(kind, known);
        }
        @SuppressWarnings("unchecked") // a source gives subjects of its own kind only
        List<S> found = (List<S>) known;
        return found;
    }
}
