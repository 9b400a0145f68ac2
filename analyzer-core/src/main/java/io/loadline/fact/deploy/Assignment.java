package io.loadline.fact.deploy;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code name=value} of an {@code ENV} or {@code ARG} instruction.
 *
 * @param hasValue whether a value is written at all
 */
record Assignment(String name, String value, boolean hasValue) {

    /** All assignments of an instruction; {@code ENV name value} is one whose value is the rest of the line. */
    static List<Assignment> all(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() > 1 && words.get(0).indexOf('=') < 0) {
            String name = words.get(0);
            return List.of(
                    new Assignment(name, text.strip().substring(name.length()).strip(), true));
        }
        List<Assignment> all = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            all.add(
                    equals < 0
                            ? new Assignment(word, "", false)
                            : new Assignment(word.substring(0, equals), word.substring(equals + 1), true));
        }
        return all;
    }

    /** Words with their quotes taken off; a backslash keeps the blank after it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
