package io.loadline.fact.helm;

/** Why a template was given up, and on which line. */
final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    TemplateException(String message, int line) {
        super(message, null, false, false);
        this.line = line;
    }

    /** What is wrong, as a clause. */
    String reason() {
        return String.valueOf(getMessage());
    }

    int line() {
        return line;
    }
}
