package io.loadline.system.service;

import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.build.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The modules that hold source, as candidates for services. */
final class Candidates {

    private static final Comparator<MainClass> BEST_FIRST = Comparator.comparing((MainClass main) -> !main.isDeclared())
            .thenComparing(main -> main.qualifiedName().length())
            .thenComparing(MainClass::qualifiedName);

    private final Clues clues;
    private final Modules modules;
    private final Set<String> used = new TreeSet<>();
    private final Set<String> withSource = new TreeSet<>();

    private Candidates(Clues clues) {
        this.clues = clues;
        this.modules = clues.modules();
        clues.sources()
                .forEach(path -> modules.owning(path)
                        .filter(module -> !module.packaging().equals("pom"))
                        .ifPresent(module -> withSource.add(module.directory())));
        modules.all().stream()
                .filter(module -> withSource.contains(module.directory()))
                .forEach(module -> used.addAll(module.projectDependencies()));
    }

    static List<Candidate> of(Clues clues) {
        Candidates candidates = new Candidates(clues);
        List<Candidate> found = new ArrayList<>();
        for (Module module : clues.modules().all()) {
            if (candidates.withSource.contains(module.directory())
                    || module.packaging().equals("war")) {
                found.add(candidates.candidate(module));
            }
        }
        return found;
    }

    private Candidate candidate(Module module) {
        Optional<MainClass> main = clues.mainClasses().stream()
                .filter(each ->
                        modules.owning(each.path()).filter(module::equals).isPresent())
                .min(BEST_FIRST);
        String application = Names.normal(clues.configuration().applicationName(module.directory()));
        return new Candidate(
                id(module), module, main.orElse(null), names(module), application, isStarted(module, main));
    }

    private boolean isStarted(Module module, Optional<MainClass> main) {
        if (module.packaging().equals("war")
                || main.filter(MainClass::isDeclared).isPresent()) {
            return true;
        }
        boolean isUsed = used.contains(module.directory());
        boolean isConfigured = clues.configuration().isConfigured(module.directory());
        return main.isPresent() ? isConfigured || !isUsed : isConfigured && !isUsed;
    }

    private String id(Module module) {
        long namesakes = modules.all().stream()
                .filter(other -> other.name().equals(module.name()) && withSource.contains(other.directory()))
                .count();
        return namesakes > 1 && !module.directory().isEmpty() ? module.directory() : module.name();
    }

    private Set<String> names(Module module) {
        Set<String> names = new TreeSet<>();
        names.add(Names.normal(module.name()));
        names.add(Names.normal(module.finalName()));
        names.add(Names.normal(Paths.name(module.directory())));
        names.remove("");
        return names;
    }
}
