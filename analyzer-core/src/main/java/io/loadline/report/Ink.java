package io.loadline.report;

import io.loadline.rule.Severity;

/** Colours of a terminal, or none. Nothing is told by colour alone. */
enum Ink {
    RED("31;1"),
    YELLOW("33;1"),
    CYAN("36"),
    GREEN("32;1"),
    BOLD("1"),
    FAINT("2");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text, boolean colour) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case BLOCKER -> RED;
            case MAJOR, MINOR -> YELLOW;
            case INFO -> CYAN;
        };
    }
}
