package io.loadline.config;

import java.util.regex.Pattern;

/**
 * A pattern for paths with {@code /}: {@code *} and {@code ?} stay within one folder, {@code **} crosses folders. A pattern that ends in
 * {@code /} means everything below.
 *
 * @param text as written
 */
public record PathPattern(String text) {

    /** Whether a path relative to the audited root matches as a whole. */
    public boolean matches(String path) {
        return regex().matcher(path).matches();
    }

    private Pattern regex() {
        String glob = text.endsWith("/") ? text + "**" : text;
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i += 1;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else if (glob.charAt(i) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
