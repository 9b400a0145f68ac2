package io.loadline.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * Tells build output from a folder that merely bears the name. A folder counts as output when a build file beside it puts output
 * there or when it holds what builds put out; never when it has a build file of its own or lies below a source root.
 */
final class BuildOutput {

    private static final Set<String> NAMES = Set.of("target", "build", "out", "bin", "dist");
    private static final Set<String> BUILD_FILES =
            Set.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", "package.json", "BUILD.bazel");
    private static final Set<String> GRADLE =
            Set.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "package.json");
    private static final Set<String> TRACES = Set.of(
            "classes",
            "test-classes",
            "generated-sources",
            "generated-test-sources",
            "maven-status",
            "maven-archiver",
            "surefire-reports",
            "tmp",
            "production");
    private static final int LOOKED_AT = 200;
    private static final int DEPTH = 4;

    private BuildOutput() {}

    /**
     * Whether a folder is build output.
     *
     * @param path relative to the root, with {@code /}
     * @param siblings names of the files beside the folder
     */
    static boolean is(Path folder, String path, Set<String> siblings) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!NAMES.contains(name) || isBelowSources(path) || hasAny(folder, BUILD_FILES)) {
            return false;
        }
        return isDeclared(name, siblings) || hasAny(folder, TRACES) || holdsClasses(folder, DEPTH);
    }

    private static boolean isDeclared(String name, Set<String> siblings) {
        return switch (name) {
            case "target" -> siblings.contains("pom.xml") || siblings.contains("build.sbt");
            case "build" -> siblings.stream().anyMatch(GRADLE::contains);
            case "dist" -> siblings.contains("package.json");
            case "bin" -> siblings.contains(".classpath");
            default -> siblings.stream().anyMatch(s -> s.endsWith(".iml"));
        };
    }

    private static boolean isBelowSources(String path) {
        return path.startsWith("src/") || path.contains("/src/");
    }

    private static boolean hasAny(Path folder, Set<String> names) {
        return names.stream().anyMatch(n -> Files.exists(folder.resolve(n)));
    }

    private static boolean holdsClasses(Path folder, int depth) {
        int seen = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (seen++ > LOOKED_AT) {
                    return false;
                }
                boolean below = depth > 0
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && holdsClasses(entry, depth - 1);
                if (below || entry.toString().endsWith(".class")) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }
}
