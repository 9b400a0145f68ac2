package io.loadline.fact.deploy;

import io.loadline.deploy.Word;
import io.loadline.evidence.Location;
import java.util.ArrayList;
import java.util.List;

/** Splits a command line into words where no shell does it. */
final class CommandWords {

    private CommandWords() {}

    /** The words of a command that is a list of words or one line. */
    static List<Word> of(Part part) {
        return part.isList() ? part.words() : split(part.text(), part.at());
    }

    private static List<Word> split(String line, Location at) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                open = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                add(words, word, open, at);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        add(words, word, open, at);
        return words;
    }

    private static void add(List<Word> words, StringBuilder word, boolean open, Location at) {
        if (open) {
            words.add(new Word(word.toString(), at));
        }
        word.setLength(0);
    }
}
