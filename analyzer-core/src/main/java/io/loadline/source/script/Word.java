package io.loadline.source.script;

/**
 * One shell word.
 *
 * @param text its text, quotes taken off, references left as written
 * @param end offset after it
 */
record Word(String text, int end) {

    static Word at(String line, int from) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        int i = from;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (quote == 0 && (Character.isWhitespace(c) || ";&|".indexOf(c) >= 0)) {
                break;
            }
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                text.append(line.charAt(++i));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                text.append(c);
            }
            i++;
        }
        return new Word(text.toString(), i);
    }
}
