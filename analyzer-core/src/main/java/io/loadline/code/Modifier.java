package io.loadline.code;

/** The modifiers that matter to us. */
public enum Modifier {
    PUBLIC,
    PROTECTED,
    PRIVATE,
    STATIC,
    FINAL,
    ABSTRACT,
    DEFAULT,
    SYNCHRONIZED,
    VOLATILE,
    TRANSIENT,
    NATIVE,
    SEALED
}
