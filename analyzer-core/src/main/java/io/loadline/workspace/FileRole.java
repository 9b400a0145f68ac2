package io.loadline.workspace;

/** What part a file plays, told by its path alone. Only {@link #MAIN} files are judged. */
public enum FileRole {
    /** Production source, configuration or deployment. */
    MAIN,
    /** Test source or test resource: read for nothing but counting. */
    TEST,
    /** Generated or copied third-party source. */
    GENERATED
}
