package io.loadline.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is, told by its name alone. */
public enum FileKind {
    JAVA,
    /** YAML, JSON where its name or folder suggests configuration or manifests, and what the templates of a chart share. */
    YAML,
    PROPERTIES,
    XML,
    /** Gradle scripts in Groovy or Kotlin, and version catalogs. */
    GRADLE,
    DOCKERFILE,
    ENV,
    SHELL;

    private static final Set<String> JSON_FOLDERS = Set.of(
            "k8s",
            "kubernetes",
            "kube",
            "manifest",
            "manifests",
            "deploy",
            "deployment",
            "deployments",
            "openshift",
            "helm",
            "kustomize",
            "overlays",
            "base");
    private static final List<String> JSON_NAMES = List.of(
            "application",
            "bootstrap",
            "docker-compose",
            "compose.",
            "deployment",
            "statefulset",
            "service.",
            "hpa",
            "kustomization",
            "task-definition");
    /** Copies of a POM that builds write beside it; samples of environment files. */
    private static final Set<String> COPIES =
            Set.of(".flattened-pom.xml", "dependency-reduced-pom.xml", ".env.example", ".env.sample", ".env.template");

    private static final Set<String> DOCUMENTS = Set.of("dockerignore", "md", "txt", "adoc", "html");

    /** The kind of a file by its relative path with {@code /}; empty for files that nothing is read from. */
    public static Optional<FileKind> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        if (COPIES.contains(lower)) {
            return Optional.empty();
        }
        if (name.equals("Kustomization")) {
            return Optional.of(YAML);
        }
        if (isDockerfile(lower)) {
            return Optional.of(DOCKERFILE);
        }
        if (lower.startsWith(".env.") || lower.equals(".env")) {
            return Optional.of(ENV);
        }
        if (lower.endsWith(".gradle.kts") || lower.endsWith(".versions.toml")) {
            return Optional.of(GRADLE);
        }
        return switch (extension(lower)) {
            case "java" -> Optional.of(JAVA);
            case "yml", "yaml" -> Optional.of(YAML);
            case "json" -> isManifestJson(path, lower) ? Optional.of(YAML) : Optional.empty();
            case "tpl" -> path.contains("templates/") ? Optional.of(YAML) : Optional.empty();
            case "properties" -> Optional.of(PROPERTIES);
            case "xml" -> Optional.of(XML);
            case "gradle" -> Optional.of(GRADLE);
            case "env" -> Optional.of(ENV);
            case "sh", "bash" -> Optional.of(SHELL);
            default -> Optional.empty();
        };
    }

    private static boolean isDockerfile(String name) {
        if (name.endsWith(".dockerfile") || name.equals("dockerfile") || name.equals("containerfile")) {
            return true;
        }
        boolean variant = name.matches("(docker|container)file[._-].+");
        return variant && !DOCUMENTS.contains(extension(name));
    }

    private static boolean isManifestJson(String path, String name) {
        if (JSON_NAMES.stream().anyMatch(name::startsWith)) {
            return true;
        }
        String[] parts = path.toLowerCase(Locale.ROOT).split("/");
        return parts.length > 1 && JSON_FOLDERS.contains(parts[parts.length - 2]);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
