package io.loadline.system.build;

import io.loadline.evidence.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The modules of the audited system. */
public final class Modules {

    /** No module at all. */
    public static final Modules NONE = new Modules(List.of(), List.of());

    private final List<Module> all;
    private final List<Problem> problems;
    private final Map<String, Module> byDirectory = new TreeMap<>();

    /** Modules, one a directory, and what went wrong when they were read. */
    public Modules(Collection<Module> modules, Collection<Problem> problems) {
        all = modules.stream().sorted(Comparator.comparing(Module::directory)).toList();
        all.forEach(module -> byDirectory.putIfAbsent(module.directory(), module));
        this.problems = problems.stream().sorted().toList();
    }

    /** Every module, sorted by directory. */
    public List<Module> all() {
        return all;
    }

    /** Build files that could not be read, sorted. */
    public List<Problem> problems() {
        return problems;
    }

    /** The module of that directory. */
    public Optional<Module> at(String directory) {
        return Optional.ofNullable(byDirectory.get(directory));
    }

    /** The module that a file or folder belongs to: the deepest one whose directory holds it. */
    public Optional<Module> owning(String path) {
        String directory = path;
        while (!directory.isEmpty()) {
            Optional<Module> found = at(directory);
            if (found.isPresent()) {
                return found;
            }
            directory = Paths.folder(directory);
        }
        return at("");
    }
}
