package io.loadline.workspace;

/** The path to audit cannot be used at all. The message is one sentence for people. */
public final class WorkspaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkspaceException(String message) {
        super(message);
    }
}
