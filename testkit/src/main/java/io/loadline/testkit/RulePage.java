package io.loadline.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule, read for its examples.
 *
 * <p>An example is a heading {@code ### Bad: what it shows} (or {@code Good}, {@code Unknown}) followed by fenced blocks, one for each file: the
 * info string is the language and the file's path, as in {@code java src/main/java/shop/Orders.java}. A line on which a finding is expected
 * ends in a comment that holds {@code <- finding}.
 *
 * @param ruleId the rule that the page is about
 * @param examples in the order of the page
 */
public record RulePage(String ruleId, List<Example> examples) {

    private static final Pattern HEADING = Pattern.compile("### (Bad|Good|Unknown): (.+)");
    private static final Pattern FENCE = Pattern.compile("```+(\\S+)\\s+(\\S+)\\s*");
    private static final String MARK = "<- finding";

    public RulePage {
        examples = List.copyOf(examples);
    }

    /** What an example shows. */
    public enum Kind {
        /** Findings on exactly the marked lines. */
        BAD,
        /** No finding, and the property was seen to hold. */
        GOOD,
        /** No finding, and at least one subject that cannot be judged. */
        UNKNOWN
    }

    /**
     * One example.
     *
     * @param files text by path
     * @param expected {@code path:line} of every expected finding, sorted
     */
    public record Example(Kind kind, String title, Map<String, String> files, Set<String> expected) {
        public Example {
            files = Map.copyOf(files);
            expected = java.util.Collections.unmodifiableSet(new TreeSet<>(expected));
        }
    }

    /**
     * Reads a page.
     *
     * @throws IllegalArgumentException when an example has no file, or a fence is not closed
     */
    public static RulePage read(String ruleId, String markdown) {
        List<Example> examples = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher heading = HEADING.matcher(lines.get(at));
            if (heading.matches()) {
                int end = at + 1;
                while (end < lines.size() && !isHeading(lines, end)) {
                    end++;
                }
                examples.add(example(ruleId, heading, lines.subList(at + 1, end)));
            }
        }
        return new RulePage(ruleId, examples);
    }

    private static boolean isHeading(List<String> lines, int at) {
        boolean inFence =
                lines.subList(0, at).stream().filter(l -> l.startsWith("```")).count() % 2 == 1;
        return !inFence && lines.get(at).startsWith("#");
    }

    private static Example example(String ruleId, Matcher heading, List<String> body) {
        Kind kind = Kind.valueOf(heading.group(1).toUpperCase(Locale.ROOT));
        Map<String, String> files = new LinkedHashMap<>();
        Set<String> expected = new TreeSet<>();
        for (int at = 0; at < body.size(); at++) {
            Matcher fence = FENCE.matcher(body.get(at));
            if (fence.matches()) {
                int end = at + 1;
                while (end < body.size() && !body.get(end).startsWith("```")) {
                    end++;
                }
                if (end == body.size()) {
                    throw new IllegalArgumentException(
                            "%s: a fence of '%s' is not closed".formatted(ruleId, heading.group(2)));
                }
                String path = fence.group(2);
                List<String> text = body.subList(at + 1, end);
                files.put(path, String.join("\n", text) + "\n");
                for (int line = 0; line < text.size(); line++) {
                    if (text.get(line).contains(MARK)) {
                        expected.add(path + ":" + (line + 1));
                    }
                }
                at = end;
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: the example '%s' has no fenced file with a path".formatted(ruleId, heading.group(2)));
        }
        return new Example(kind, heading.group(2), new TreeMap<>(files), expected);
    }
}
