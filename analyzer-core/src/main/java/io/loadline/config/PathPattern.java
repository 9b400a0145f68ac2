package io.loadline.config;

import java.util.List;

/**
 * A pattern for paths with {@code /}: {@code *} and {@code ?} stay within one folder, {@code **} crosses folders. A pattern that ends in
 * {@code /} means everything below.
 *
 * @param text as written
 */
public record PathPattern(String text) {

    private static final String ANY_FOLDERS = "**";

    /** Whether a path relative to the audited root matches as a whole. Costs at most pattern length times path length. */
    public boolean matches(String path) {
        List<String> parts = List.of((text.endsWith("/") ? text + ANY_FOLDERS : text).split("/", -1));
        List<String> names = List.of(path.split("/", -1));
        // reached[n] says whether the parts so far match the first n names.
        boolean[] reached = new boolean[names.size() + 1];
        reached[0] = true;
        for (String part : parts) {
            boolean[] next = new boolean[names.size() + 1];
            for (int n = 0; n <= names.size(); n++) {
                if (part.equals(ANY_FOLDERS)) {
                    next[n] = reached[n] || (n > 0 && next[n - 1]);
                } else {
                    next[n] = n > 0 && reached[n - 1] && matches(part, names.get(n - 1));
                }
            }
            reached = next;
        }
        return reached[names.size()];
    }

    /** Matches one name, with one point of return: the last star. */
    private static boolean matches(String part, String name) {
        int p = 0;
        int star = -1;
        int starred = 0;
        int n = 0;
        while (n < name.length()) {
            if (p < part.length() && part.charAt(p) == '*') {
                star = p++;
                starred = n;
            } else if (p < part.length() && (part.charAt(p) == '?' || part.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starred;
            } else {
                return false;
            }
        }
        return part.substring(p).chars().allMatch(c -> c == '*');
    }
}
