package io.loadline.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what looks like the value of a secret, keeping every column where it was. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            "(?i)pass(?:word|wd|phrase)|secret|token|api[-_.]?key|credential|private[-_.]?key|access[-_.]?key");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'");
    private static final Pattern ASSIGNED = Pattern.compile("[:=>]\\s*+([^\\s\"'][^\"']*+)$");
    private static final Pattern IN_URL = Pattern.compile("://[^/\\s:@]*+:([^/\\s@]++)@");

    private Secrets() {}

    static String mask(String line) {
        String masked = masked(line, IN_URL);
        Matcher name = NAME.matcher(masked);
        if (!name.find()) {
            return masked;
        }
        String before = masked.substring(0, name.start());
        String after = masked.substring(name.start());
        return before + masked(masked(after, QUOTED), ASSIGNED);
    }

    private static String masked(String line, Pattern pattern) {
        StringBuilder out = new StringBuilder(line);
        Matcher match = pattern.matcher(line);
        while (match.find()) {
            int group = match.start(1) >= 0 ? 1 : 2;
            for (int i = match.start(group); i < match.end(group); i++) {
                out.setCharAt(i, '*');
            }
        }
        return out.toString();
    }
}
