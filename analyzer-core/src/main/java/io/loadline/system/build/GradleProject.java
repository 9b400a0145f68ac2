package io.loadline.system.build;

import io.loadline.evidence.Location;
import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One project of a Gradle build: every statement that concerns it, and what those say together. */
final class GradleProject {

    private static final Pattern FROM = Pattern.compile("apply\\s*\\(?\\s*from\\s*[:=]\\s*(.+?)\\)?", Pattern.DOTALL);
    private static final Pattern ROOT_FOLDER =
            Pattern.compile("^\\$\\{?(?:rootDir|rootProject\\.(?:projectDir|rootDir))}?/");
    private static final int LIMIT_FILES = 64;

    final GradleSettings settings;
    final String directory;
    final String path;
    final GradleVariables variables = new GradleVariables();
    final GradleDependencies dependencies;
    final Map<String, String> plugins = new TreeMap<>();
    final List<Statement> statements = new ArrayList<>();

    private final GradleFiles files;
    private final Set<String> taken = new HashSet<>();

    GradleProject(GradleFiles files, GradleSettings settings, String directory, Map<String, VersionCatalog> catalogs) {
        this.files = files;
        this.settings = settings;
        this.directory = directory;
        this.path = settings.pathOf(directory).orElseGet(() -> relativePath(settings.folder(), directory));
        this.dependencies = new GradleDependencies(variables, catalogs);
        files.properties(settings.folder()).ifPresent(variables::define);
        files.properties(directory).ifPresent(variables::define);
        catalogs.forEach(variables::define);
        Map<String, String> versions = new TreeMap<>(settings.pluginVersions());
        gather();
        readPlugins(catalogs, versions);
        statements.forEach(dependencies::read);
    }

    private static String relativePath(String root, String directory) {
        String relative = root.isEmpty() ? directory : directory.substring(Math.min(directory.length(), root.length()));
        String joined = relative.replace('/', ':');
        return joined.startsWith(":") ? joined : ":" + joined;
    }

    /** The last part of the project's path; the root project has its own name. */
    String name() {
        String last = path.substring(path.lastIndexOf(':') + 1);
        return last.isEmpty() ? settings.rootName() : last;
    }

    private void gather() {
        for (String ancestor : ancestors()) {
            script(ancestor).ifPresent(script -> {
                variables.define(script.statements());
                script.statements().forEach(statement -> takeShared(statement, !ancestor.equals(directory)));
            });
        }
        script(directory)
                .ifPresent(script -> script.statements().stream()
                        .filter(statement -> !isForOthers(statement))
                        .forEach(this::take));
    }

    private static boolean isForOthers(Statement statement) {
        return !statement.blocks().isEmpty()
                && statement.blocks().get(0).matches("(?s)(allprojects|subprojects|(project|configure)\\s*\\().*");
    }

    /** Folders of the projects above, from the root project down to this one. */
    private List<String> ancestors() {
        List<String> ancestors = new ArrayList<>();
        String folder = directory;
        while (!folder.equals(settings.folder()) && !folder.isEmpty()) {
            ancestors.add(0, folder);
            folder = Paths.folder(folder);
        }
        ancestors.add(0, settings.folder());
        return ancestors;
    }

    private Optional<Input.Gradle> script(String folder) {
        return files.script(folder, "build")
                .or(() -> folder.equals(directory) ? files.script(folder, Paths.name(folder)) : Optional.empty());
    }

    private void takeShared(Statement statement, boolean below) {
        if (statement.blocks().isEmpty()) {
            return;
        }
        String block = statement.blocks().get(0);
        String target = GradleText.argumentsOf("project", block)
                .or(() -> GradleText.argumentsOf("configure", block))
                .map(argument -> GradleText.literal(argument).orElse(argument))
                .orElse(block);
        boolean all = target.startsWith("allprojects");
        boolean under = below && target.startsWith("subprojects");
        if (all || under || target.equals(path) || target.equals("project(\"" + path + "\")")) {
            take(new Statement(
                    statement.blocks().subList(1, statement.blocks().size()), statement.text(), statement.span()));
        }
    }

    private void take(Statement statement) {
        statements.add(statement);
        Matcher from = FROM.matcher(statement.text());
        Optional<Input.Gradle> file = Optional.empty();
        if (from.matches()) {
            file = applied(from.group(1));
        } else {
            Optional<GradlePlugin> plugin = GradlePlugin.read(statement, variables, Map.of());
            file = plugin.flatMap(p -> files.convention(p.id()));
        }
        if (file.isPresent()
                && taken.size() < LIMIT_FILES
                && taken.add(file.get().path())) {
            variables.define(file.get().statements());
            file.get().statements().forEach(this::take);
        }
    }

    private Optional<Input.Gradle> applied(String expression) {
        String argument = GradleText.argumentsOf("rootProject.file", expression)
                .or(() -> GradleText.argumentsOf("file", expression))
                .orElse(expression);
        String written = GradleText.template(argument);
        String relative = ROOT_FOLDER.matcher(written).replaceFirst("");
        return Paths.resolve(directory, relative)
                .flatMap(files::at)
                .or(() -> Paths.resolve(settings.folder(), relative).flatMap(files::at));
    }

    private void readPlugins(Map<String, VersionCatalog> catalogs, Map<String, String> versions) {
        for (String ancestor : ancestors()) {
            script(ancestor)
                    .ifPresent(script -> script.statements()
                            .forEach(statement -> GradlePlugin.read(statement, variables, catalogs)
                                    .filter(plugin -> !plugin.version().isEmpty())
                                    .ifPresent(plugin -> versions.put(plugin.id(), plugin.version()))));
            if (!ancestor.equals(directory)) {
                script(ancestor)
                        .ifPresent(script -> script.statements().stream()
                                .filter(statement -> statement.blocks().contains("buildscript"))
                                .forEach(dependencies::read));
            }
        }
        for (Statement statement : statements) {
            GradlePlugin.read(statement, variables, catalogs)
                    .filter(plugin -> !statement.text().matches("(?s).*\\bapply\\W+false\\b.*"))
                    .ifPresent(plugin -> plugins.put(
                            plugin.id(),
                            plugin.version().isEmpty() ? versions.getOrDefault(plugin.id(), "") : plugin.version()));
        }
    }

    /** Where a reviewer would point for the project as a whole. */
    Location at() {
        Optional<Location> own = script(directory).map(script -> Location.of(script.path()));
        return own.orElseGet(() -> files.script(settings.folder(), "settings")
                .map(file -> Optional.ofNullable(settings.places().get(directory))
                        .map(place -> Location.of(file.path(), place.span()))
                        .orElse(Location.of(file.path())))
                .orElse(Location.of(directory)));
    }
}
