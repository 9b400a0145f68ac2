package io.loadline.system.build;

import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules as Gradle files describe them, as far as that can be told without running them. */
final class GradleModules {

    private static final Pattern JAVA_VERSION = Pattern.compile(
            "(?:.*\\.)?(?:(?:source|target)Compatibility|languageVersion|release)(?:\\.set\\(|\\s*=\\s*|\\s+|\\()(.*?)\\)*");
    private static final Pattern TOOLCHAIN = Pattern.compile("jvmToolchain\\s*\\(?\\s*(\\d+)\\s*\\)?");
    private static final Pattern ARCHIVE = Pattern.compile(
            "(?:(?:bootJar|jar|bootWar|war)\\.)?(archiveFileName|archiveName|archiveBaseName|archivesName|archivesBaseName|baseName)"
                    + "(?:\\.set\\(|\\s*=\\s*|\\s+)(.*?)\\)?");
    private static final Pattern OWN = Pattern.compile("(group|version)\\s*=?\\s*(['\"$\\w].*)");

    private final GradleFiles files;
    private final EffectivePoms poms;
    private final ClassPath classPath;
    private final Map<String, GradleProject> projects = new TreeMap<>();
    private final List<GradleSettings> builds = new ArrayList<>();

    GradleModules(GradleFiles files, EffectivePoms poms) {
        this.files = files;
        this.poms = poms;
        this.classPath = new ClassPath(poms);
    }

    List<Module> all() {
        TreeSet<String> withScript = new TreeSet<>(files.folders("build"));
        for (String root : files.folders("settings")) {
            Input.Gradle file = files.script(root, "settings").orElseThrow();
            GradleVariables variables = new GradleVariables();
            files.properties(root).ifPresent(variables::define);
            variables.define(file.statements());
            GradleSettings settings = GradleSettings.read(root, file, variables);
            builds.add(settings);
            Map<String, VersionCatalog> catalogs = files.catalogs(root);
            for (String directory : new TreeSet<>(settings.projects().values())) {
                withScript.remove(directory);
                if (directory.equals(root) || files.hasFolder(directory)) {
                    projects.put(directory, new GradleProject(files, settings, directory, catalogs));
                }
            }
        }
        for (String directory : withScript) {
            projects.computeIfAbsent(directory, this::alone);
        }
        return projects.values().stream().map(this::module).toList();
    }

    /** The builds that settings files describe, known once all projects are read. */
    List<GradleSettings> builds() {
        return List.copyOf(builds);
    }

    /** A project that no settings file names: a project of the nearest build above, or a build of its own. */
    private GradleProject alone(String directory) {
        String above = directory;
        GradleProject host = null;
        while (host == null && !above.isEmpty()) {
            above = Paths.folder(above);
            host = projects.get(above);
        }
        GradleSettings settings = host != null
                ? host.settings
                : new GradleSettings(
                        directory,
                        directory.isEmpty() ? "root" : Paths.name(directory),
                        Map.of(":", directory),
                        Map.of(),
                        Map.of(),
                        false,
                        List.of());
        return new GradleProject(files, settings, directory, files.catalogs(settings.folder()));
    }

    private Module module(GradleProject project) {
        Map<String, String> own = own(project);
        String version = own.getOrDefault("version", "");
        Map<String, String> plugins = new TreeMap<>(project.plugins);
        project.dependencies.buildPlugins().forEach(plugin -> plugins.putIfAbsent(plugin.key(), plugin.version()));
        return new Module(
                project.directory,
                own.getOrDefault("group", "") + ":" + project.name(),
                version,
                packaging(project),
                classPath(project),
                used(project).keySet().stream().sorted().toList(),
                plugins,
                project.variables.values(),
                javaVersion(project),
                finalName(project, version),
                project.at());
    }

    private Map<String, String> own(GradleProject project) {
        Map<String, String> own = new TreeMap<>();
        for (Statement statement : project.statements) {
            Matcher matcher = OWN.matcher(statement.text());
            if (statement.blocks().isEmpty() && matcher.matches()) {
                String value = project.variables.valueOf(matcher.group(2));
                own.put(matcher.group(1), value.indexOf('$') < 0 ? value : "");
            }
        }
        Map<String, String> properties = project.variables.values();
        for (String key : List.of("group", "version")) {
            own.putIfAbsent(key, properties.getOrDefault(key, ""));
        }
        return own;
    }

    private String packaging(GradleProject project) {
        if (project.plugins.containsKey("war")) {
            return "war";
        }
        boolean builds = files.hasFolder(Paths.child(project.directory, "src/main"))
                || !project.dependencies.declared().isEmpty();
        return builds ? "jar" : "pom";
    }

    /**
     * Directories of the projects that a project uses, direct and transitive, in the order in which they are met, with what every way to
     * them leaves out.
     */
    private Map<String, Set<String>> used(GradleProject project) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(project.directory));
        while (!open.isEmpty()) {
            String directory = open.remove();
            GradleProject user = projects.get(directory);
            if (user == null) {
                continue;
            }
            Set<String> without = found.getOrDefault(directory, Set.of());
            user.dependencies
                    .projects()
                    .forEach((path, exclusions) -> user.settings
                            .directoryOf(path, List.of(user.path))
                            .filter(next -> !next.equals(project.directory) && isWanted(next, without))
                            .ifPresent(next -> {
                                Set<String> left = new TreeSet<>(without);
                                left.addAll(exclusions);
                                if (meet(next, left, found)) {
                                    open.add(next);
                                }
                            }));
        }
        return found;
    }

    private boolean isWanted(String directory, Set<String> exclusions) {
        GradleProject project = projects.get(directory);
        if (project == null || exclusions.isEmpty()) {
            return project != null;
        }
        String group = own(project).getOrDefault("group", "");
        return !Dependency.isExcluded(group + ":" + project.name(), exclusions);
    }

    /** Whether that was news: a project is left with what some way to it lets through. */
    private static boolean meet(String directory, Set<String> exclusions, Map<String, Set<String>> found) {
        Set<String> before = found.putIfAbsent(directory, exclusions);
        return before == null || before.retainAll(exclusions);
    }

    private Map<String, String> classPath(GradleProject project) {
        Releases releases = new Releases();
        project.plugins.forEach((id, version) -> releases.add(new Coordinates(id, "", version)));
        project.dependencies.buildPlugins().forEach(releases::add);
        Map<String, Dependency> managed = new LinkedHashMap<>(project.dependencies.managed());
        List<Dependency> all = new ArrayList<>(project.dependencies.declared());
        used(project)
                .forEach((directory, exclusions) ->
                        Objects.requireNonNull(projects.get(directory)).dependencies.declared().stream()
                                .filter(Dependency::isPassedOn)
                                .filter(each -> !Dependency.isExcluded(
                                        each.coordinates().key(), exclusions))
                                .map(each -> each.without(exclusions))
                                .forEach(all::add));
        for (Coordinates bill : project.dependencies.bills()) {
            manage(bill, managed, releases);
        }
        for (Coordinates bill : pluginBills(all, releases)) {
            manage(bill, managed, releases);
        }
        List<Dependency> versioned = all.stream()
                .map(dependency -> complete(dependency, managed, releases))
                .toList();
        return classPath.of(versioned, managed, releases, "");
    }

    private void manage(Coordinates bill, Map<String, Dependency> managed, Releases releases) {
        Optional<EffectivePom> pom = poms.of(bill, "");
        if (pom.isPresent()) {
            pom.get().managed().forEach(managed::putIfAbsent);
            releases.addAll(pom.get().releases());
        } else {
            releases.add(bill);
        }
    }

    /** The bills of materials that build plugins bring: of the plugin's group, named after the artifacts whose version is left open. */
    private List<Coordinates> pluginBills(List<Dependency> dependencies, Releases releases) {
        List<Coordinates> bills = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            Coordinates open = dependency.coordinates();
            Optional<String> version = open.version().isEmpty() ? releases.versionOf(open) : Optional.empty();
            String stem = open.artifact();
            while (version.isPresent() && !stem.isEmpty()) {
                Coordinates bill = new Coordinates(open.group(), stem + "-dependencies", version.get());
                if (!bills.contains(bill) && poms.find(bill, "").isPresent()) {
                    bills.add(bill);
                }
                stem = stem.substring(0, Math.max(0, stem.lastIndexOf('-')));
            }
        }
        return bills;
    }

    private static Dependency complete(Dependency dependency, Map<String, Dependency> managed, Releases releases) {
        Coordinates written = dependency.coordinates();
        if (!written.version().isEmpty()) {
            return dependency;
        }
        Dependency manager = managed.get(written.key());
        String version = manager == null ? "" : manager.coordinates().version();
        return dependency.withVersion(
                version.isEmpty() ? releases.versionOf(written).orElse("") : version);
    }

    private static Optional<String> javaVersion(GradleProject project) {
        List<String> found = new ArrayList<>();
        for (Statement statement : project.statements) {
            Matcher version = JAVA_VERSION.matcher(statement.text());
            Matcher toolchain = TOOLCHAIN.matcher(statement.text());
            if (toolchain.matches()) {
                found.add(toolchain.group(1));
            } else if (version.matches()) {
                String written =
                        version.group(1).replaceAll("^(JavaVersion\\.(toVersion\\()?|JavaLanguageVersion\\.of\\()", "");
                String value = written.startsWith("VERSION_")
                        ? written.substring("VERSION_".length()).replace('_', '.')
                        : project.variables.valueOf(written);
                found.add(value.replaceFirst("^1\\.(\\d)", "$1"));
            }
        }
        return found.stream().filter(v -> v.matches("\\d{1,3}")).reduce((first, last) -> last);
    }

    private static String finalName(GradleProject project, String version) {
        String base = project.name();
        for (Statement statement : project.statements) {
            Matcher archive = ARCHIVE.matcher(statement.text());
            if (archive.matches()) {
                String value = project.variables.valueOf(archive.group(2));
                if (value.indexOf('$') < 0 && value.matches(".*\\.[jw]ar")) {
                    return value.replaceFirst("\\.[jw]ar$", "");
                }
                base = value.indexOf('$') < 0 && !value.isEmpty() ? value : base;
            }
        }
        return version.isEmpty() ? base : base + "-" + version;
    }
}
