package io.loadline.flow.component;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogFile.Requirement;
import io.loadline.catalog.VersionRange;
import io.loadline.system.build.Module;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The libraries that a module is built with, as far as its build tells. */
final class Libraries {

    private final @Nullable Module module;

    Libraries(Optional<Module> module) {
        this.module = module.orElse(null);
    }

    /** Whether anything is known of them. */
    boolean isKnown() {
        return module != null;
    }

    boolean has(String artifact) {
        return module != null && module.uses(artifact);
    }

    /** The version of a {@code group:artifact}; the Java release for {@code jdk}. */
    Optional<String> version(String artifact) {
        if (module == null) {
            return Optional.empty();
        }
        return artifact.equals("jdk") ? module.javaVersion() : module.versionOf(artifact);
    }

    /** Library and version for people, as {@code HikariCP 6.2}. */
    String title(CatalogFile file) {
        String first = file.artifacts().isEmpty() ? "" : file.artifacts().get(0);
        String artifact =
                first.indexOf(':') == first.lastIndexOf(':') ? first : first.substring(0, first.lastIndexOf(':'));
        return version(artifact.equals("jdk") || artifact.startsWith("jdk:") ? "" : artifact)
                .map(v -> file.library() + " " + v)
                .orElse(file.library());
    }

    /** Of several descriptions of one component, the one whose requirements these libraries meet. */
    ComponentMatch choose(List<ComponentMatch> matches) {
        ComponentMatch possible = null;
        for (int i = matches.size() - 1; i >= 0; i--) {
            Optional<Boolean> met = met(matches.get(i).component().requires());
            if (met.orElse(false)) {
                return matches.get(i);
            }
            possible = met.isEmpty() ? matches.get(i) : possible;
        }
        return possible != null ? possible : matches.get(matches.size() - 1);
    }

    /** Whether requirements are met; empty when that cannot be told. Code that names a library has it, whatever the build tells. */
    Optional<Boolean> met(List<Requirement> requirements) {
        boolean sure = true;
        for (Requirement requirement : requirements) {
            Optional<Boolean> inRange = VersionRange.of(requirement).includes(this::version);
            if (inRange.isPresent() && !inRange.get()) {
                return Optional.of(false);
            }
            sure &= inRange.isPresent() && has(requirement.artifact());
        }
        return sure ? Optional.of(true) : Optional.empty();
    }
}
