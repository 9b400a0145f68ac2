package io.loadline.workspace;

/** What a file is, told by its name alone. */
public enum FileKind {
    JAVA,
    YAML,
    PROPERTIES,
    XML,
    GRADLE,
    DOCKERFILE,
    ENV,
    SHELL
}
