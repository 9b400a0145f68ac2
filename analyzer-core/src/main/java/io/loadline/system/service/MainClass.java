package io.loadline.system.service;

import io.loadline.evidence.Location;

/**
 * A class with which a process may start.
 *
 * @param qualifiedName of the class
 * @param how what makes it one, such as {@code "main method"} or an annotation as {@code "@Started"}
 */
public record MainClass(String qualifiedName, String path, Location at, String how) {

    /** Whether a framework is told to start here; a plain method may be a tool beside the service. */
    boolean isDeclared() {
        return how.startsWith("@");
    }
}
