package io.loadline.source.java;

/**
 * How positions in a text that was parsed on its own become positions in its file.
 *
 * @param lines added to every line
 * @param columns added to columns of the first line
 */
record Shift(int lines, int columns) {

    /** Of a text that is the file. */
    static final Shift NONE = new Shift(0, 0);

    int line(int line) {
        return line + lines;
    }

    int column(int line, int column) {
        return line == 1 ? column + columns : column;
    }
}
