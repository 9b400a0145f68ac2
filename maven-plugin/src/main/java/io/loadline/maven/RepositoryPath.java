package io.loadline.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a folder lies in its repository: CI systems show findings by such paths, and a build may run below the repository's root. */
final class RepositoryPath {

    private RepositoryPath() {}

    /** What leads from the repository's root to the folder, such as {@code services/}; empty at the root or outside of a repository. */
    static String of(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        for (@Nullable Path here = start; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".git"))) {
                String way = here.relativize(start).toString().replace('\\', '/');
                return way.isEmpty() ? "" : way + "/";
            }
        }
        return "";
    }
}
