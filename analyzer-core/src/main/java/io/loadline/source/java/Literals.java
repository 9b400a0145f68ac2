package io.loadline.source.java;

/** The values of written literals. */
final class Literals {

    private Literals() {}

    /** The value of what stands between the quotes of a string or character; as written where an escape is not one. */
    static String unescaped(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        try {
            return withoutUnicodeEscapes(written).translateEscapes();
        } catch (IllegalArgumentException notAnEscape) {
            return written;
        }
    }

    /** The value of what stands between the delimiters of a text block. */
    static String block(String written) {
        String unified = written.indexOf('\r') < 0
                ? written
                : written.replace("\r\n", "\n").replace('\r', '\n');
        return unescaped(unified.stripIndent());
    }

    /** A number as written, without the underscores that only help the eye. */
    static String number(String written) {
        return written.indexOf('_') < 0 ? written : written.replace("_", "");
    }

    /** The text with every escaped character put in; as it is where one of them is unfinished. */
    static String withoutEscapedCharacters(String text) {
        try {
            return withoutUnicodeEscapes(text);
        } catch (IllegalArgumentException notAnEscape) {
            return text;
        }
    }

    private static String withoutUnicodeEscapes(String text) {
        if (!text.contains("\\u")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            boolean pair = here == '\\' && at + 1 < text.length();
            if (pair && text.charAt(at + 1) == 'u') {
                int digits = at + 2;
                while (digits < text.length() && text.charAt(digits) == 'u') {
                    digits++;
                }
                if (digits + 4 > text.length()) {
                    throw new IllegalArgumentException("unfinished unicode escape");
                }
                plain.append((char) Integer.parseInt(text.substring(digits, digits + 4), 16));
                at = digits + 4;
            } else if (pair) {
                plain.append(here).append(text.charAt(at + 1));
                at += 2;
            } else {
                plain.append(here);
                at++;
            }
        }
        return plain.toString();
    }
}
