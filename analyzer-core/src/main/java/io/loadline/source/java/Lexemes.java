package io.loadline.source.java;

/** Where literals and comments of a source text end. */
final class Lexemes {

    private static final String BLOCK_QUOTE = "\"\"\"";

    private Lexemes() {}

    static boolean isWordPart(char here) {
        return (here >= 'a' && here <= 'z')
                || (here >= 'A' && here <= 'Z')
                || (here >= '0' && here <= '9')
                || here == '_'
                || here == '$'
                || (here > '~' && Character.isJavaIdentifierPart(here));
    }

    static boolean isComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** Behind the comment that starts there. */
    static int endOfComment(String text, int at) {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        int end = at;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Behind the string, text block or character that starts there, as the parser sees it: three quotes always start a text block. */
    static int endOfLiteral(String text, int at) {
        boolean block = text.startsWith(BLOCK_QUOTE, at);
        char quote = text.charAt(at);
        int next = at + (block ? BLOCK_QUOTE.length() : 1);
        while (next < text.length()) {
            char here = text.charAt(next);
            if (here == '\\') {
                next += 2;
            } else if (block ? text.startsWith(BLOCK_QUOTE, next) : here == quote) {
                return next + (block ? BLOCK_QUOTE.length() : 1);
            } else if (!block && isBreak(here)) {
                return next;
            } else {
                next++;
            }
        }
        return text.length();
    }

    private static boolean isBreak(char here) {
        return here == '\n' || here == '\r';
    }
}
