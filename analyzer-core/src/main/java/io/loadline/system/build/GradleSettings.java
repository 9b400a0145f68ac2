package io.loadline.system.build;

import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Gradle settings file says.
 *
 * @param folder of the settings file, which is that of the root project
 * @param projects directories by project path such as {@code :orders:api}
 * @param places where each project is included, by directory
 * @param pluginVersions by plugin id
 * @param isOpen whether it includes projects that it does not spell out
 * @param builds directories of builds of their own that it takes in
 */
record GradleSettings(
        String folder,
        String rootName,
        Map<String, String> projects,
        Map<String, Statement> places,
        Map<String, String> pluginVersions,
        boolean isOpen,
        List<String> builds) {

    private static final Pattern INCLUDE = Pattern.compile("include\\b\\s*\\(?(.+?)\\)?", Pattern.DOTALL);
    private static final Pattern BUILD = Pattern.compile("includeBuild\\s*\\(?\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern MOVED =
            Pattern.compile("project\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)\\.projectDir\\s*=\\s*.*?['\"]([^'\"]+)['\"].*");
    private static final Pattern NAME = Pattern.compile("rootProject\\.name\\s*=\\s*['\"]([^'\"]+)['\"]");

    private static final Pattern EACH_CHILD = Pattern.compile("(?s).*\\bchildren\\b.*");
    private static final Pattern RENAMED = Pattern.compile("(?:\\w+\\s*->\\s*)?(\\w+)\\.name\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern ONE_RENAMED =
            Pattern.compile("project\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)\\.name\\s*=\\s*['\"]([^'\"$]+)['\"]");

    /** Reads a settings file; with no file, the root stands alone. */
    static GradleSettings read(String folder, Input.Gradle file, GradleVariables variables) {
        Map<String, String> projects = new TreeMap<>(Map.of(":", folder));
        Map<String, Statement> places = new TreeMap<>();
        Map<String, String> plugins = new TreeMap<>();
        String name = folder.isEmpty() ? "root" : Paths.name(folder);
        boolean open = false;
        List<String> builds = new ArrayList<>();
        for (Statement statement : file.statements()) {
            Matcher named = NAME.matcher(statement.text());
            Matcher moved = MOVED.matcher(statement.text());
            Matcher include = INCLUDE.matcher(statement.text());
            Matcher build = BUILD.matcher(statement.text());
            Matcher renamed = RENAMED.matcher(statement.text());
            Matcher one = ONE_RENAMED.matcher(statement.text());
            if (named.matches()) {
                name = named.group(1);
            } else if (moved.matches()) {
                move(folder, projectPath(moved.group(1)), moved.group(2), projects, places);
            } else if (one.matches()) {
                rename(projectPath(one.group(1)), one.group(2), projects);
            } else if (renamed.matches()
                    && statement.blocks().stream()
                            .anyMatch(header -> EACH_CHILD.matcher(header).matches())) {
                renameChildren(renamed.group(2), renamed.group(1), name, projects);
            } else if (build.lookingAt()) {
                Paths.resolve(folder, build.group(1)).ifPresent(builds::add);
            } else if (include.matches()) {
                open |= !include(folder, include.group(1), statement, projects, places);
            } else if (statement.blocks().contains("plugins")) {
                GradlePlugin.read(statement, variables, Map.of()).ifPresent(p -> plugins.put(p.id(), p.version()));
            }
        }
        return new GradleSettings(folder, name, projects, places, plugins, open, builds);
    }

    /** Takes in what is spelled out; whether that is all. */
    private static boolean include(
            String folder,
            String arguments,
            Statement statement,
            Map<String, String> projects,
            Map<String, Statement> places) {
        boolean all = true;
        for (String argument : GradleText.split(arguments, ',')) {
            Optional<String> literal = GradleText.literal(argument);
            if (literal.isPresent()) {
                String path = projectPath(literal.get());
                Paths.resolve(folder, path.replace(':', '/')).ifPresent(directory -> {
                    projects.put(path, directory);
                    places.put(directory, statement);
                });
            }
            all &= literal.isPresent();
        }
        return all;
    }

    private static void move(
            String folder, String path, String target, Map<String, String> projects, Map<String, Statement> places) {
        String relative = target.replaceFirst("^\\$\\{?(rootDir|rootProject\\.projectDir|settingsDir)}?/", "");
        Optional<String> directory = Paths.resolve(folder, relative);
        String before = projects.get(path);
        if (directory.isPresent() && before != null) {
            projects.put(path, directory.get());
            Statement place = places.remove(before);
            if (place != null) {
                places.put(directory.get(), place);
            }
        }
    }

    /** Gives every project below the root a new name, made of its old one: {@code children.each { it.name = "shop-${it.name}" }}. */
    private static void renameChildren(String pattern, String variable, String root, Map<String, String> projects) {
        for (String path : List.copyOf(projects.keySet())) {
            if (path.length() > 1 && path.indexOf(':', 1) < 0) {
                String name = pattern.replaceAll("\\$\\{?" + variable + "\\.name}?", path.substring(1))
                        .replaceAll("\\$\\{?rootProject\\.name}?", Matcher.quoteReplacement(root));
                if (name.indexOf('$') < 0) {
                    rename(path, name, projects);
                }
            }
        }
    }

    private static void rename(String path, String name, Map<String, String> projects) {
        String directory = projects.remove(path);
        if (directory != null) {
            projects.put(path.substring(0, path.lastIndexOf(':') + 1) + name, directory);
        }
    }

    private static String projectPath(String written) {
        String path = written.replace('/', ':');
        return path.startsWith(":") ? path : ":" + path;
    }

    /** The path of the project in a directory. */
    Optional<String> pathOf(String directory) {
        return projects.entrySet().stream()
                .filter(e -> e.getValue().equals(directory))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The project that another names, absolutely or from where it is. */
    Optional<String> directoryOf(String project, List<String> from) {
        String path = projectPath(project);
        return Optional.ofNullable(projects.get(path))
                .or(() -> from.stream()
                        .map(base -> projects.get(base + path))
                        .filter(Objects::nonNull)
                        .findFirst());
    }
}
