package io.loadline.report;

import java.util.List;

/**
 * How a report is shown.
 *
 * @param width cells of a terminal's line
 * @param colour whether the target is a terminal that shows colours
 * @param details whether everything is told, not the worst only
 * @param written where the other reports of this run were written, for a pointer to them
 * @param pathPrefix what leads from the repository's root to the audited one, such as {@code services/}; for formats whose reader
 *     knows the repository only; empty when both are the same
 */
public record RenderOptions(int width, boolean colour, boolean details, List<String> written, String pathPrefix) {

    /** A hundred columns, no colour, the worst only. */
    public static final RenderOptions PLAIN = new RenderOptions(100, false, false, List.of(), "");

    public RenderOptions {
        written = List.copyOf(written);
    }

    /** The same with everything told. */
    public RenderOptions inFull() {
        return new RenderOptions(width, colour, true, written, pathPrefix);
    }

    /** The same for lines of another width. */
    public RenderOptions wide(int cells) {
        return new RenderOptions(cells, colour, details, written, pathPrefix);
    }

    /** The same in colour. */
    public RenderOptions coloured() {
        return new RenderOptions(width, true, details, written, pathPrefix);
    }
}
