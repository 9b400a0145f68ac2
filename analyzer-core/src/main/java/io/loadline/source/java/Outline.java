package io.loadline.source.java;

import java.util.List;

/**
 * The bracket structure of a source text, as far as it decides how the text is parsed.
 *
 * @param text the source with its deep bodies blanked out, every line break and offset kept
 * @param bodies what was blanked out, in order
 * @param escaped whether characters outside of literals are written as escapes, so that brackets may hide in them
 * @param tooDeep whether parsing would take time out of all proportion
 */
record Outline(String text, List<DeepBody> bodies, boolean escaped, boolean tooDeep) {

    Outline {
        bodies = List.copyOf(bodies);
    }

    static Outline of(String text) {
        return new OutlineScanner(text).scan();
    }
}
