package io.loadline.report;

import java.io.IOException;

/** Shows a report in one format. Renderers decide nothing and escape everything that comes from scanned files. */
public interface Renderer {

    /** The format's name on the command line, such as {@code json}. */
    String format();

    /**
     * Writes the report.
     *
     * @throws IOException when the target refuses
     */
    void render(Report report, Appendable out) throws IOException;
}
