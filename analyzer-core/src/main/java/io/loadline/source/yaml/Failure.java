package io.loadline.source.yaml;

import io.loadline.evidence.Span;

/** Why a document was given up, and where. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    Failure(Span span, String message) {
        super(message, null, false, false);
        this.span = span;
    }

    Span span() {
        return span;
    }
}
