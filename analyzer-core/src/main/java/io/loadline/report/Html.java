package io.loadline.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An HTML document, written in order. Every text and every attribute value is escaped here, so that nothing that was scanned can
 * become markup; names of tags and attributes are ours.
 */
final class Html {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private long bytes;

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes, ">");
        open.push(tag);
        return this;
    }

    /** Closes the innermost open element. */
    Html close() {
        return raw("</" + open.pop() + ">");
    }

    /** Closes as many elements. */
    Html close(int levels) {
        for (int i = 0; i < levels; i++) {
            close();
        }
        return this;
    }

    /** An element that holds nothing but text. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes, ">");
        return this;
    }

    /** An SVG shape without content. */
    Html shape(String tag, String... attributes) {
        start(tag, attributes, "/>");
        return this;
    }

    /** Opens a picture that repeats in shapes what the text beside it says. */
    Html picture(String kind, int width, int height) {
        String w = String.valueOf(width);
        String h = String.valueOf(height);
        String box = "0 0 " + w + " " + h;
        return open("svg", "class", kind, "viewBox", box, "width", w, "height", h, "aria-hidden", "true");
    }

    /** A rectangle with round corners, in the units of its picture. */
    Html rect(String kind, double x, double y, double width, double height, double radius) {
        start("rect", new String[] {"class", kind}, "");
        String[] names = {"x", "y", "width", "height", "rx"};
        double[] values = {x, y, width, height, radius};
        for (int i = 0; i < names.length; i++) {
            raw(values[i] == 0 ? "" : " " + names[i] + "=\"" + Figures.plain(values[i]) + "\"");
        }
        return raw("/>");
    }

    /** Text on one line; it may have been scanned. */
    Html text(String text) {
        return raw(escaped(Plain.line(text)));
    }

    /** A stretch of source with its blanks; it may have been scanned. */
    Html source(String text) {
        return raw(escaped(Plain.source(text)));
    }

    /** Markup of our own. Never anything that was scanned. */
    Html raw(String ours) {
        out.append(ours);
        for (int i = 0; i < ours.length(); i++) {
            char c = ours.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return this;
    }

    /** How many bytes are written so far, at most. */
    long bytes() {
        return bytes;
    }

    /** The whole document; everything must be closed. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.append('\n').toString();
    }

    private void start(String tag, String[] attributes, String end) {
        raw("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" " + attributes[i] + "=\"" + escaped(Plain.line(attributes[i + 1])) + "\"");
        }
        raw(end);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
