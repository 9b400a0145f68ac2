package io.loadline.cli;

/** The command was used wrongly; the message says what was found and what was expected. */
final class BadUse extends RuntimeException {

    BadUse(String message) {
        super(message);
    }
}
