package io.loadline.source.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dot of a directive means inside a {@code with} block. */
final class Dot {

    private static final Pattern PATH = Pattern.compile("\\.[\\w.]+");
    /** Quoted text, which is left alone, or a dot that starts a path or stands by itself. */
    private static final Pattern DOT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|(?<![\\w.$)])\\.(?=[A-Za-z_]|[\\s|)}]|$)");

    private Dot() {}

    /**
     * The directive with its dots replaced by what they mean.
     *
     * @param meaning the expression of the enclosing block; empty outside blocks, and left alone unless it is a plain path
     */
    static String spellOut(String directive, String meaning) {
        if (!PATH.matcher(meaning).matches()) {
            return directive;
        }
        return DOT.matcher(directive).replaceAll(m -> {
            String found = m.group();
            if (!found.equals(".")) {
                return Matcher.quoteReplacement(found);
            }
            boolean path = m.end() < directive.length() && Character.isLetter(directive.charAt(m.end()));
            return Matcher.quoteReplacement(path ? meaning + "." : meaning);
        });
    }
}
