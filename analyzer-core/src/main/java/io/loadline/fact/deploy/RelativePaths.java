package io.loadline.fact.deploy;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resolves paths that a file writes relative to its own folder. */
public final class RelativePaths {

    private RelativePaths() {}

    /** The folder of a file; empty for the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A path seen from a folder, both relative to the audited root. One that leaves the root starts with {@code ..}. */
    public static String resolve(String folder, String written) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + written).split("/")) {
            boolean up =
                    part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
