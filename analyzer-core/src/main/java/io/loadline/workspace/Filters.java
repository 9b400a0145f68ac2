package io.loadline.workspace;

import java.util.List;

/**
 * What to leave out of a workspace, besides what version control ignores and builds put out.
 *
 * @param excludes patterns in the language of {@code .gitignore}, relative to the audited root; later ones win over earlier ones
 */
public record Filters(List<String> excludes) {

    /** Leaves out nothing more. */
    public static final Filters NONE = new Filters(List.of());

    public Filters {
        excludes = List.copyOf(excludes);
    }
}
