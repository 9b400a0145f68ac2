package io.loadline.config;

/** A file of ours that cannot be used; the message names file, line, what was found and what was expected. */
public final class ConfigException extends RuntimeException {

    /** A complaint about one line, from 1. */
    public ConfigException(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
