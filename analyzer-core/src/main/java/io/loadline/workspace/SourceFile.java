package io.loadline.workspace;

import java.io.IOException;

/**
 * One file of the audited directory.
 *
 * @param path relative to the audited root, with {@code /}
 * @param size in bytes when the directory was walked
 */
public record SourceFile(String path, FileKind kind, FileRole role, long size, Content content) {

    /** Reads a file's bytes when asked. */
    @FunctionalInterface
    public interface Content {
        /**
         * All bytes of the file.
         *
         * @throws IOException when it cannot be read, with a message fit for people
         */
        byte[] bytes() throws IOException;
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that holds the file, relative to the root; empty for the root itself. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
