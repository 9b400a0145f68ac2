package io.loadline.workspace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ignore patterns in force inside one folder: those of its own file before those of the folders above.
 *
 * @param folder relative path of the folder that holds the patterns; empty for the root
 */
record IgnoreRules(@Nullable IgnoreRules above, String folder, List<IgnorePattern> patterns) {

    /** More lines than people write; the rest of a longer file is not obeyed. */
    static final int LINE_LIMIT = 5_000;

    static final IgnoreRules NONE = new IgnoreRules(null, "", List.of());

    /** These rules, and below them those of a deeper folder. */
    IgnoreRules and(String deeperFolder, List<String> lines) {
        List<IgnorePattern> parsed = new ArrayList<>();
        lines.stream()
                .limit(LINE_LIMIT)
                .forEach(line -> IgnorePattern.parse(line).ifPresent(parsed::add));
        return parsed.isEmpty() ? this : new IgnoreRules(this, deeperFolder, List.copyOf(parsed));
    }

    /** Whether a path relative to the root is left out. The last pattern that speaks of it decides, deeper files first. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreRules rules = this; rules != null; rules = rules.above) {
            if (rules.patterns.isEmpty()) {
                continue;
            }
            String below = rules.folder.isEmpty() ? path : path.substring(rules.folder.length() + 1);
            String[] parts = below.split("/");
            for (int i = rules.patterns.size() - 1; i >= 0; i--) {
                if (rules.patterns.get(i).matches(parts, isFolder)) {
                    return !rules.patterns.get(i).negated();
                }
            }
        }
        return false;
    }
}
