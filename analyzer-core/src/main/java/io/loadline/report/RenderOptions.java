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
 * @param asking how whoever runs the tool asks it for more
 */
public record RenderOptions(
        int width, boolean colour, boolean details, List<String> written, String pathPrefix, Asking asking) {

    /**
     * What to type for more.
     *
     * @param rest what shows all findings
     * @param explain what shows the page of a rule whose id follows
     */
    public record Asking(String rest, String explain) {

        /** At the command line. */
        public static final Asking COMMAND =
                new Asking("--details, or --report html=loadline.html", "loadline explain ");
    }

    /** A hundred columns, no colour, the worst only. */
    public static final RenderOptions PLAIN = new RenderOptions(100, false, false, List.of(), "", Asking.COMMAND);

    public RenderOptions {
        written = List.copyOf(written);
    }

    /** The same with everything told. */
    public RenderOptions inFull() {
        return new RenderOptions(width, colour, true, written, pathPrefix, asking);
    }

    /** The same for lines of another width. */
    public RenderOptions wide(int cells) {
        return new RenderOptions(cells, colour, details, written, pathPrefix, asking);
    }

    /** The same in colour. */
    public RenderOptions coloured() {
        return new RenderOptions(width, true, details, written, pathPrefix, asking);
    }

    /** The same with pointers to other reports of this run. */
    public RenderOptions beside(List<String> files) {
        return new RenderOptions(width, colour, details, files, pathPrefix, asking);
    }

    /** The same for an audited directory that lies in a folder of its repository; the prefix ends with {@code /} or is empty. */
    public RenderOptions below(String prefix) {
        return new RenderOptions(width, colour, details, written, prefix, asking);
    }

    /** The same for whoever asks for more in another way. */
    public RenderOptions askedBy(Asking way) {
        return new RenderOptions(width, colour, details, written, pathPrefix, way);
    }
}
