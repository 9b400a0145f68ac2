package io.loadline.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What part a file plays, told by its path alone. Only {@link #MAIN} files are judged. */
public enum FileRole {
    /** Production source, configuration or deployment. */
    MAIN,
    /** Test source or test resource: read for nothing but counting. */
    TEST,
    /** Generated or copied third-party source. */
    GENERATED;

    private static final Set<String> GENERATED_FOLDERS =
            Set.of("generated-sources", "generated-test-sources", "generated", "src-gen", "gen-src", "src_gen");
    private static final Set<String> GENERATED_SETS = Set.of("gen", "generated");
    private static final Set<String> COPIED = Set.of("third_party", "third-party", "thirdparty", "3rdparty");
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "groovy", "scala", "resources");
    private static final Set<String> TEST_FOLDERS = Set.of(
            "test", "tests", "it", "its", "e2e", "androidtest", "testfixtures", "test-fixtures", "src-test", "testsrc");
    private static final List<String> TEST_ENDINGS = List.of(
            "-test",
            "-tests",
            "-testing",
            "-test-support",
            "-test-utils",
            "-test-fixtures",
            "-testkit",
            "-it",
            "-its",
            "-e2e");

    private static final Pattern TEST_SET =
            Pattern.compile("tests?|its?|e2e|jmh|test[A-Z-].*|.*([a-z](Test|Tests|IT)|-tests?)");

    /**
     * The role of a file by its relative path with {@code /}. Inside a source root only {@code generated} folders and further source sets
     * count. What stands below {@code src} is a source set when a language follows, or when nothing below has sources of its own.
     */
    public static FileRole of(String path) {
        String[] parts = path.split("/");
        FileRole role = MAIN;
        boolean inSources = false;
        for (int i = 0; i < parts.length - 1; i++) {
            String folder = parts[i].toLowerCase(Locale.ROOT);
            if (GENERATED_FOLDERS.contains(folder)) {
                return GENERATED;
            }
            boolean belowSources = i > 0 && parts[i - 1].equals("src");
            boolean withLanguage = belowSources && isLanguage(parts, i + 1);
            if (inSources && !withLanguage) {
                continue;
            }
            boolean sourceSet = withLanguage || (belowSources && !hasSources(parts, i + 1));
            if (COPIED.contains(folder) || (sourceSet && GENERATED_SETS.contains(folder))) {
                return GENERATED;
            }
            boolean test = sourceSet ? TEST_SET.matcher(parts[i]).matches() : isTestFolder(folder);
            role = test ? TEST : role;
            inSources = sourceSet || LANGUAGES.contains(folder);
        }
        return role;
    }

    private static boolean isLanguage(String[] parts, int at) {
        return at < parts.length - 1 && LANGUAGES.contains(parts[at].toLowerCase(Locale.ROOT));
    }

    private static boolean hasSources(String[] parts, int from) {
        return List.of(parts).subList(from, parts.length - 1).contains("src");
    }

    private static boolean isTestFolder(String folder) {
        return TEST_FOLDERS.contains(folder) || TEST_ENDINGS.stream().anyMatch(folder::endsWith);
    }
}
