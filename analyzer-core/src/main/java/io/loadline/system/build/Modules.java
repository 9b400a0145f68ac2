package io.loadline.system.build;

import io.loadline.evidence.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The modules of the audited system. */
public final class Modules {

    /** No module at all. */
    public static final Modules NONE = new Modules(List.of(), List.of(), List.of());

    private final List<Module> all;
    private final List<Problem> problems;
    private final Map<String, Module> byDirectory = new TreeMap<>();
    private final Set<String> unbuilt;

    /**
     * Modules, one a directory, and what went wrong when they were read.
     *
     * @param unbuilt directories of modules that no build of the tree takes in, although there is one around them
     */
    public Modules(Collection<Module> modules, Collection<Problem> problems, Collection<String> unbuilt) {
        this.unbuilt = Set.copyOf(unbuilt);
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

    /** Whether a build of the tree takes the module in, or there is none around it that could. */
    public boolean isBuilt(Module module) {
        return !unbuilt.contains(module.directory());
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
