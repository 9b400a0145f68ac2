package io.loadline.system.service;

import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.build.Module;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A module that may turn out to be a service.
 *
 * @param names by which manifests may know it, in normal form
 * @param isStarted whether the module itself says that it runs
 */
record Candidate(String id, Module module, @Nullable MainClass main, Set<String> names, boolean isStarted) {

    Location at() {
        return main == null ? module.at() : main.at();
    }

    /** Why it is a service, as far as its source says. */
    Proof proof() {
        Proof proof = Proof.of(module.at(), "module " + module.name());
        return main == null ? proof : proof.and(main.at(), main.how() + " in " + simpleName(main.qualifiedName()));
    }

    /** Whether a normal name is one of its own, whatever stands between the words. */
    boolean isNamed(String normal) {
        return names.stream().anyMatch(name -> name.replace("-", "").equals(normal.replace("-", "")));
    }

    List<String> directories() {
        List<String> used = module.projectDependencies();
        return Stream.concat(Stream.of(module.directory()), used.stream())
                .distinct()
                .toList();
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
