package io.loadline.system.build;

import io.loadline.source.Input.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dependencies that statements of a Gradle build declare, in order. */
final class GradleDependencies {

    private static final Pattern DECLARATION = Pattern.compile(
            "[\"']?(api|implementation|compile|runtime|runtimeOnly|compileOnly|compileOnlyApi|provided|providedCompile"
                    + "|providedRuntime)[\"']?(?:\\s*\\((.*)\\)|\\s+(.*))",
            Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile(
            "add\\s*\\(\\s*['\"](api|implementation|compile|runtimeOnly)['\"]\\s*,(.*)\\)", Pattern.DOTALL);
    private static final Pattern CLASSPATH = Pattern.compile("classpath(?:\\s*\\((.*)\\)|\\s+(.*))");
    private static final Pattern EXCLUDE = Pattern.compile("exclude\\s*\\(?(.*?)\\)?");
    private static final Pattern SINGLE_MANAGED = Pattern.compile("dependency\\s*\\(?(.*?)\\)?(?:\\s*\\{.*)?");
    private static final Pattern BILL = Pattern.compile("mavenBom\\s*\\(?(.*?)\\)?");
    private static final Pattern SET = Pattern.compile("dependencySet\\s*\\(?(.*?)\\)?");
    private static final Pattern ENTRY = Pattern.compile("entry\\s*\\(?\\s*['\"]([\\w.-]+)['\"]\\s*\\)?");
    private static final int LIMIT_NESTING = 4;

    private final GradleVariables variables;
    private final Map<String, VersionCatalog> catalogs;
    private final Map<String, Dependency> declared = new LinkedHashMap<>();
    private final Map<String, Dependency> managed = new LinkedHashMap<>();
    private final Set<Coordinates> bills = new LinkedHashSet<>();
    private final Set<Coordinates> buildPlugins = new LinkedHashSet<>();
    private final Map<String, List<String>> projects = new LinkedHashMap<>();

    GradleDependencies(GradleVariables variables, Map<String, VersionCatalog> catalogs) {
        this.variables = variables;
        this.catalogs = catalogs;
    }

    List<Dependency> declared() {
        return List.copyOf(declared.values());
    }

    /** By {@code group:artifact}. */
    Map<String, Dependency> managed() {
        return managed;
    }

    /** Bills of materials. */
    Set<Coordinates> bills() {
        return bills;
    }

    /** Artifacts on the class path of the build itself. */
    Set<Coordinates> buildPlugins() {
        return buildPlugins;
    }

    /** Project paths as written, with what of each is left out as {@code group:artifact} patterns. */
    Map<String, List<String>> projects() {
        return projects;
    }

    /** Takes in one statement, whatever it says. */
    void read(Statement statement) {
        List<String> blocks = statement.blocks();
        int place = blocks.lastIndexOf("dependencies");
        if (blocks.contains("dependencyManagement")) {
            manage(statement);
        } else if (place < 0) {
            return;
        } else if (blocks.contains("buildscript")) {
            Matcher classpath = CLASSPATH.matcher(statement.text());
            if (classpath.matches()) {
                arguments(classpath).forEach(argument -> buildPlugins.addAll(artifacts(argument)));
            }
        } else if (place == blocks.size() - 1) {
            declare(statement.text(), List.of());
        } else if (blocks.get(place + 1).equals("constraints")) {
            constrain(statement.text());
        } else {
            declare(blocks.get(place + 1), exclusion(statement.text()));
        }
    }

    private static List<String> arguments(Matcher matcher) {
        String written = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return GradleText.named(written).isEmpty() ? GradleText.split(written, ',') : List.of(written);
    }

    private static List<String> exclusion(String text) {
        Matcher exclude = EXCLUDE.matcher(text);
        if (!exclude.matches()) {
            return List.of();
        }
        Map<String, String> named = GradleText.named(exclude.group(1));
        String group = GradleText.literal(named.getOrDefault("group", "'*'")).orElse("*");
        String module = GradleText.literal(named.getOrDefault("module", "'*'")).orElse("*");
        return named.isEmpty() ? List.of() : List.of(group + ":" + module);
    }

    private void declare(String text, List<String> exclusions) {
        for (String argument : declaredArguments(text)) {
            Optional<String> project = GradleText.argumentsOf("project", argument);
            Optional<String> bill = GradleText.argumentsOf("platform", argument)
                    .or(() -> GradleText.argumentsOf("enforcedPlatform", argument));
            if (project.isPresent()) {
                use(projectPath(project.get()), exclusions);
            } else if (argument.startsWith("projects.")) {
                use(accessor(argument), exclusions);
            } else if (bill.isPresent()) {
                bills.addAll(artifacts(bill.get()));
            } else {
                artifacts(argument).forEach(found -> declare(found, text, exclusions));
            }
        }
    }

    private void use(String project, List<String> exclusions) {
        projects.computeIfAbsent(project, path -> new ArrayList<>()).addAll(exclusions);
    }

    private static List<String> declaredArguments(String text) {
        Matcher added = ADDED.matcher(text);
        Matcher declaration = DECLARATION.matcher(text);
        if (added.matches()) {
            return List.of(added.group(2).strip());
        }
        if (!declaration.matches()) {
            return List.of();
        }
        String written = declaration.group(2) == null ? declaration.group(3) : declaration.group(2);
        return GradleText.named(written).isEmpty() ? GradleText.split(written, ',') : List.of(written);
    }

    private void declare(Coordinates coordinates, String text, List<String> exclusions) {
        String scope = text.matches("(?s)[\"']?(compileOnly|provided).*") ? "provided" : "";
        declared.merge(
                coordinates.key(),
                new Dependency(coordinates, scope, "", "", false, exclusions),
                GradleDependencies::merged);
    }

    private static Dependency merged(Dependency before, Dependency now) {
        List<String> exclusions = new ArrayList<>(before.exclusions());
        exclusions.addAll(now.exclusions());
        boolean keeps = now.coordinates().version().isEmpty();
        return new Dependency(keeps ? before.coordinates() : now.coordinates(), now.scope(), "", "", false, exclusions);
    }

    private void constrain(String text) {
        for (String argument : declaredArguments(text)) {
            artifacts(argument).forEach(found -> managed.put(found.key(), Dependency.of(found)));
        }
    }

    private void manage(Statement statement) {
        Matcher bill = BILL.matcher(statement.text());
        Matcher single = SINGLE_MANAGED.matcher(statement.text());
        Matcher entry = ENTRY.matcher(statement.text());
        if (bill.matches()) {
            bills.addAll(artifacts(bill.group(1)));
        } else if (single.matches()) {
            artifacts(single.group(1)).forEach(found -> managed.put(found.key(), Dependency.of(found)));
        } else if (entry.matches()) {
            String block = statement.blocks().get(statement.blocks().size() - 1);
            Matcher set = SET.matcher(block);
            if (set.matches()) {
                Coordinates family = notation(GradleText.named(set.group(1)));
                Coordinates member = new Coordinates(family.group(), entry.group(1), family.version());
                managed.put(member.key(), Dependency.of(member));
            }
        }
    }

    private static String projectPath(String arguments) {
        String path = GradleText.named(arguments)
                .getOrDefault(
                        "path",
                        GradleText.split(arguments, ',').stream().findFirst().orElse(""));
        return GradleText.literal(path).orElse(path);
    }

    private static String accessor(String reference) {
        return reference
                .substring("projects".length())
                .replaceAll("([a-z\\d])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT)
                .replace('.', ':');
    }

    /** The artifacts that an argument of a declaration means: a notation, a reference to one, a list of them. */
    private List<Coordinates> artifacts(String argument) {
        int dot = argument.indexOf('.');
        VersionCatalog catalog = dot < 0 ? null : catalogs.get(argument.substring(0, dot));
        if (catalog != null) {
            return catalog.artifacts(argument.substring(dot + 1).replaceAll("\\.get\\(\\)$", ""));
        }
        Map<String, String> named = GradleText.named(argument);
        if (named.containsKey("name")) {
            return List.of(notation(named));
        }
        return parsed(variables.valueOf(argument), 0);
    }

    private List<Coordinates> parsed(String value, int depth) {
        Optional<String> list = GradleText.bracketed(value);
        if (list.isPresent() && depth < LIMIT_NESTING) {
            return GradleText.split(list.get(), ',').stream()
                    .flatMap(each -> parsed(variables.valueOf(each), depth + 1).stream())
                    .toList();
        }
        int archive = value.indexOf('@');
        String[] parts = (archive < 0 ? value : value.substring(0, archive)).split(":", -1);
        boolean isNotation = parts.length >= 2 && parts[0].matches("[\\w.-]+") && parts[1].matches("[\\w.-]+");
        return isNotation ? List.of(coordinates(parts[0], parts[1], parts.length > 2 ? parts[2] : "")) : List.of();
    }

    private Coordinates notation(Map<String, String> named) {
        return coordinates(value(named, "group"), value(named, "name"), value(named, "version"));
    }

    private String value(Map<String, String> named, String key) {
        return named.containsKey(key) ? variables.valueOf(named.get(key)) : "";
    }

    private static Coordinates coordinates(String group, String artifact, String version) {
        return new Coordinates(group, artifact, Coordinates.isExact(version) ? version : "");
    }
}
