package io.loadline.workspace;

/**
 * One part of an ignore pattern between two slashes: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]} and {@code \} escapes.
 */
record Glob(String pattern) {

    private static final char END = '\0';

    boolean isAnyFolders() {
        return pattern.equals("**");
    }

    /** Matches with one point of return, the last star, so the cost is at most length times length. */
    boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
                continue;
            }
            int next = p < pattern.length() ? step(p, name.charAt(n)) : -1;
            if (next >= 0) {
                p = next;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The place in the pattern after it took one character, or -1 when it does not take it. */
    private int step(int p, char c) {
        char at = pattern.charAt(p);
        if (at == '?') {
            return p + 1;
        }
        if (at == '[') {
            int close = classEnd(p);
            if (close > 0) {
                return inClass(p + 1, close, c) ? close + 1 : -1;
            }
        }
        if (at == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return at == c ? p + 1 : -1;
    }

    private int classEnd(int open) {
        int first = open + 1;
        first += negates(first) ? 1 : 0;
        return pattern.indexOf(']', first + 1);
    }

    private boolean negates(int index) {
        char c = charAt(index);
        return c == '!' || c == '^';
    }

    private boolean inClass(int start, int close, char c) {
        boolean negated = negates(start);
        boolean found = false;
        int i = negated ? start + 1 : start;
        while (i < close) {
            if (charAt(i) == '\\' && i + 1 < close) {
                i++;
            }
            char low = charAt(i);
            boolean range = charAt(i + 1) == '-' && i + 2 < close;
            char high = range ? charAt(i + 2) : low;
            found |= low <= c && c <= high;
            i += range ? 3 : 1;
        }
        return found != negated;
    }

    private char charAt(int index) {
        return index < pattern.length() ? pattern.charAt(index) : END;
    }
}
