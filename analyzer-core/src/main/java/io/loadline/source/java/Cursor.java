package io.loadline.source.java;

/** A place in a text that only moves forward. Lines and columns start at 1 and are counted as the parser counts them. */
final class Cursor {

    private final String text;
    private int offset;
    private int line = 1;
    private int column = 1;

    Cursor(String text) {
        this.text = text;
    }

    void moveTo(int target) {
        while (offset < target) {
            char here = text.charAt(offset++);
            boolean pair = here == '\r' && offset < text.length() && text.charAt(offset) == '\n';
            if (here == '\n' || (here == '\r' && !pair)) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
