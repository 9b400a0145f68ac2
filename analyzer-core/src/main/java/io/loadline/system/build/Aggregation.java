package io.loadline.system.build;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Which directories the builds of a tree take in. */
final class Aggregation {

    /** Directories whose build file takes others in. */
    private final Set<String> aggregators = new TreeSet<>();

    private final Set<String> taken = new TreeSet<>();

    /** Takes in what a POM aggregates. */
    void take(Pom pom) {
        String folder = Paths.folder(pom.path());
        for (String written : pom.modules()) {
            aggregators.add(folder);
            Paths.resolve(folder, written)
                    .map(target -> target.endsWith(".xml") ? Paths.folder(target) : target)
                    .ifPresent(taken::add);
        }
    }

    /** Takes in what a settings file includes. */
    void take(GradleSettings settings) {
        Set<String> included = new TreeSet<>(settings.projects().values());
        included.addAll(settings.builds());
        included.remove(settings.folder());
        taken.addAll(included);
        if (!included.isEmpty() && !settings.isOpen()) {
            aggregators.add(settings.folder());
        }
    }

    /** Those directories that lie below an aggregator and that none takes in; an aggregator is a build of its own. */
    Set<String> leftOut(Collection<String> directories) {
        Set<String> out = new TreeSet<>(directories);
        out.removeAll(taken);
        out.removeAll(aggregators);
        out.removeIf(directory -> !liesBelowAggregator(directory));
        return out;
    }

    private boolean liesBelowAggregator(String directory) {
        String above = directory;
        while (!above.isEmpty()) {
            above = Paths.folder(above);
            if (aggregators.contains(above)) {
                return true;
            }
        }
        return false;
    }
}
