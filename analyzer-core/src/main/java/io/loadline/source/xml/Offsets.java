package io.loadline.source.xml;

import java.util.Arrays;

/** Turns lines and columns of a text into offsets and back. Lines and columns start at 1. */
final class Offsets {

    private final String text;
    private final int[] lineStarts;

    Offsets(String text) {
        this.text = text;
        int[] starts = new int[64];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
            starts[count++] = at + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, count);
    }

    String text() {
        return text;
    }

    int of(int line, int column) {
        int start = lineStarts[Math.min(line, lineStarts.length) - 1];
        return Math.min(text.length(), start + column - 1);
    }

    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }
}
