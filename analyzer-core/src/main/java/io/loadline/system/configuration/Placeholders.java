package io.loadline.system.configuration;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replaces the placeholders of one value, and remembers what that took. */
final class Placeholders {

    private static final int LIMIT_DEPTH = 32;
    private static final int LIMIT_CHARACTERS = 16_384;
    private static final int LIMIT_LOOKUPS = 2_000;

    private final Function<String, Found> lookup;
    private final List<String> unread;
    private final Deque<String> underWay = new ArrayDeque<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private Confidence confidence = Confidence.HIGH;
    private @Nullable String missing;
    private int lookups;

    /**
     * What is known of a name.
     *
     * @param text absent when the name is known but not its value, or the name is not known
     * @param why what is missing of a known name; absent where the name is not known
     */
    record Found(@Nullable String text, @Nullable String why, List<Evidence> evidence, Confidence confidence) {

        static final Found NOTHING = new Found(null, null, List.of(), Confidence.HIGH);
    }

    /** @param unread where values may come from that is not in the tree */
    Placeholders(Function<String, Found> lookup, List<String> unread) {
        this.lookup = lookup;
        this.unread = unread;
    }

    /** The first thing that is missing for the value to be known. */
    @Nullable
    String missing() {
        return missing;
    }

    /** Places that the value was put together from. */
    List<Evidence> evidence() {
        return evidence;
    }

    Confidence confidence() {
        return confidence;
    }

    /** The text without placeholders; of no use when something is missing. */
    String resolved(String text) {
        if (text.contains("#{")) {
            lack("an expression computes it when the service starts");
            return text;
        }
        return text(text, 0);
    }

    private String text(String text, int depth) {
        int open = text.indexOf("${");
        if (open < 0 || missing != null) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (open >= 0 && missing == null) {
            int close = closing(text, open + 2);
            if (close < 0 || depth > LIMIT_DEPTH || out.length() > LIMIT_CHARACTERS) {
                lack("its placeholders are nested too deep or never end");
                return text;
            }
            out.append(text, done, open).append(placeholder(text.substring(open + 2, close), depth));
            done = close + 1;
            open = text.indexOf("${", done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String placeholder(String inside, int depth) {
        int colon = separator(inside);
        String name =
                text(colon < 0 ? inside : inside.substring(0, colon), depth + 1).strip();
        if (underWay.contains(name) || ++lookups > LIMIT_LOOKUPS) {
            lack("the placeholders of " + name + " refer to one another");
            return "";
        }
        Found found = lookup.apply(name);
        evidence.addAll(found.evidence());
        confidence = confidence.and(found.confidence());
        if (found.why() != null) {
            lack(found.why());
            return "";
        }
        if (found.text() != null) {
            underWay.push(name);
            String value = text(found.text(), depth + 1);
            underWay.pop();
            return value;
        }
        if (colon >= 0) {
            return text(inside.substring(colon + 1), depth + 1);
        }
        lack("the value of " + name + " is not in any manifest"
                + (unread.isEmpty() ? "" : ", nor is " + unread.get(0)));
        return "";
    }

    /** The colon between a name and its default; one inside a nested placeholder is not it. */
    private static int separator(String inside) {
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += inside.startsWith("${", i) ? 1 : c == '}' ? -1 : 0;
            if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void lack(String what) {
        missing = missing == null ? what : missing;
    }
}
