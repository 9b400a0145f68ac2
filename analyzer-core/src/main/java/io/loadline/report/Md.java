package io.loadline.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Scanned text inside Markdown: it formats nothing, mentions nobody and links nowhere. */
final class Md {

    private static final String SPECIAL = "\\`*_[]|~";
    private static final Pattern BLOCK = Pattern.compile("^(\\d{0,9})([.)#=+-])");
    private static final String APART = "&#8203;";

    private Md() {}

    /** Running text on one line, at most so many characters. */
    static String text(String scanned, int most) {
        StringBuilder out = new StringBuilder();
        String line = cut(Plain.line(scanned), most);
        line.codePoints().forEach(c -> {
            if ("<>&\"$".indexOf(c) >= 0) {
                out.append(entity(c));
            } else if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\').append((char) c);
            } else {
                out.appendCodePoint(c);
                out.append(c == '@' || c == '#' ? APART : "");
            }
        });
        return unlinked(BLOCK.matcher(out).replaceFirst("$1\\\\$2"));
    }

    /** A code span, also inside a table. */
    static String code(String scanned, int most) {
        String line = cut(Plain.line(scanned), most).replace("|", "\\|");
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String room = longest > 0 || line.isBlank() ? " " : "";
        return fence + room + line + room + fence;
    }

    private static String unlinked(String text) {
        return text.replace("://", ":" + APART + "//").replaceAll("(?i)(www)(\\\\?\\.)", "$1" + APART + "$2");
    }

    private static String entity(int c) {
        return String.format(Locale.ROOT, "&#%d;", c);
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1))) + "…";
    }
}
