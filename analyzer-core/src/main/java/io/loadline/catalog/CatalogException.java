package io.loadline.catalog;

/** A catalog file that cannot be used; the message names file, line, what was found and what was expected. */
public final class CatalogException extends RuntimeException {

    CatalogException(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
