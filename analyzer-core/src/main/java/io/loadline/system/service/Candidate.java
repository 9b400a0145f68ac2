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
 * @param names by which manifests may know it, in normal form: those of the module, its directory and its archive
 * @param application the name under which it runs, in normal form; empty when it has none. Two modules may share it.
 * @param isStarted whether the module itself says that it runs
 * @param directories of the module and of those that it uses, its own first
 */
record Candidate(
        String id,
        Module module,
        @Nullable MainClass main,
        Set<String> names,
        String application,
        boolean isStarted,
        List<String> directories) {

    Candidate {
        directories = directories.stream().distinct().toList();
    }

    Candidate(
            String id,
            Module module,
            @Nullable MainClass main,
            Set<String> names,
            String application,
            boolean isStarted) {
        this(
                id,
                module,
                main,
                names,
                application,
                isStarted,
                Stream.concat(Stream.of(module.directory()), module.projectDependencies().stream())
                        .toList());
    }

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
        return isNamedByBuild(normal) || (!application.isEmpty() && same(application, normal));
    }

    /** Whether a normal name is that of the module, its directory or its archive. */
    boolean isNamedByBuild(String normal) {
        return names.stream().anyMatch(name -> same(name, normal));
    }

    private static boolean same(String name, String other) {
        return name.replace("-", "").equals(other.replace("-", ""));
    }

    /** Every name by which manifests may know it. */
    Stream<String> allNames() {
        return application.isEmpty() ? names.stream() : Stream.concat(names.stream(), Stream.of(application));
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
