package io.loadline.report;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the cells of a terminal: East Asian wide characters and emoji take two, combining marks none. */
final class Cells {

    private static final String MORE = "…";

    private Cells() {}

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /** The text, cut to a width; what is missing shows as an ellipsis. */
    static String cut(String text, int width) {
        return width(text) <= width ? text : text.substring(0, fitting(text, width - 1)) + MORE;
    }

    /** The end of the text, cut to a width: the telling part of a path is its end. */
    static String cutFront(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int from = 0;
        while (from < text.length() && width(text.substring(from)) > width - 1) {
            from = text.offsetByCodePoints(from, 1);
        }
        return MORE + text.substring(from);
    }

    /** The text in lines of at most a width, broken at spaces where there are any; beyond the given number it is cut. */
    static List<String> wrap(String text, int width, int lines) {
        List<String> out = new ArrayList<>();
        String rest = text.strip();
        while (out.size() < lines - 1 && width(rest) > width) {
            int end = fitting(rest, width);
            int space = rest.lastIndexOf(' ', end);
            int breakAt = space > end / 2 ? space : Math.max(1, end);
            out.add(rest.substring(0, breakAt).stripTrailing());
            rest = rest.substring(breakAt).stripLeading();
        }
        out.add(cut(rest, width));
        return out;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int fitting(String text, int width) {
        int cells = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            cells += width(c);
            if (cells > width) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
