package io.loadline.source.properties;

/**
 * A logical line taken apart, escapes resolved.
 *
 * @param brokenEscape whether a unicode escape could not be resolved
 */
record KeyValue(String key, String value, boolean brokenEscape) {

    private static final String BLANKS = " \t\f";

    static KeyValue of(LogicalLine line) {
        String text = line.text();
        int keyEnd = keyEnd(text);
        int valueStart = skipBlanks(text, keyEnd);
        if (valueStart < text.length() && "=:".indexOf(text.charAt(valueStart)) >= 0) {
            valueStart = skipBlanks(text, valueStart + 1);
        }
        StringBuilder key = new StringBuilder();
        StringBuilder value = new StringBuilder();
        boolean brokenKey = unescape(text.substring(0, keyEnd), key);
        boolean brokenValue = unescape(text.substring(valueStart), value);
        return new KeyValue(key.toString(), value.toString(), brokenKey || brokenValue);
    }

    private static int keyEnd(String text) {
        int i = 0;
        while (i < text.length() && "=: \t\f".indexOf(text.charAt(i)) < 0) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && BLANKS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Appends the text with escapes resolved; true when one could not be. */
    private static boolean unescape(String text, StringBuilder out) {
        boolean broken = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(i++);
            if (escaped != 'u') {
                out.append(plain(escaped));
            } else if (hasFourDigits(text, i)) {
                out.append((char) Integer.parseInt(text.substring(i, i + 4), 16));
                i += 4;
            } else {
                out.append("\\u");
                broken = true;
            }
        }
        return broken;
    }

    private static boolean hasFourDigits(String text, int from) {
        return from + 4 <= text.length()
                && text.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> escaped;
        };
    }
}
