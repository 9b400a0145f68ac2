package io.loadline.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the disk refused, in words. Exceptions of the file system carry paths of this machine, which no report may show. */
final class Reason {

    private Reason() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        if (e instanceof NotDirectoryException || e instanceof FileSystemLoopException) {
            return "it changed while it was read";
        }
        return "the file system reports an error";
    }
}
