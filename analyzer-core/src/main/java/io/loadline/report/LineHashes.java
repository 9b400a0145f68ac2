package io.loadline.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hashes every line together with the hundred characters that follow its start, spaces and tabs aside, so that a line keeps its
 * hash when others are added above it. The numbers are those that GitHub code scanning computes for
 * {@code primaryLocationLineHash}: a polynomial rolling hash with base 37 in 64 bits.
 */
final class LineHashes {

    private static final int WINDOW = 100;
    private static final long BASE = 37;
    private static final char END_OF_FILE = 0xFFFF;
    private static final int NO_LINE = -1;
    private static final long LEAVING = power();

    private final char[] window = new char[WINDOW];
    private final int[] started = new int[WINDOW];
    private final Map<Long, Integer> seen = new HashMap<>();
    private final SortedMap<Integer, String> hashes = new TreeMap<>();
    private long hash;
    private int at;

    private LineHashes() {
        Arrays.fill(started, NO_LINE);
    }

    /** The hash of each line, by its number from 1. */
    static SortedMap<Integer, String> of(String text) {
        LineHashes hashes = new LineHashes();
        hashes.read(text);
        return hashes.hashes;
    }

    private void read(String text) {
        int line = 0;
        boolean starts = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END_OF_FILE : text.charAt(i);
            boolean afterReturn = i > 0 && text.charAt(i - 1) == '\r';
            if (c == ' ' || c == '\t' || (c == '\n' && afterReturn)) {
                continue;
            }
            settle();
            if (starts) {
                line++;
                started[at] = line;
            }
            char kept = c == '\r' ? '\n' : c;
            starts = kept == '\n';
            push(kept);
        }
        for (int i = 0; i < WINDOW; i++) {
            settle();
            push((char) 0);
        }
    }

    private void settle() {
        if (started[at] != NO_LINE) {
            int count = seen.merge(hash, 1, Integer::sum);
            hashes.put(started[at], Long.toHexString(hash) + ":" + count);
            started[at] = NO_LINE;
        }
    }

    private void push(char c) {
        hash = BASE * hash + c - LEAVING * window[at];
        window[at] = c;
        at = (at + 1) % WINDOW;
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= BASE;
        }
        return power;
    }
}
