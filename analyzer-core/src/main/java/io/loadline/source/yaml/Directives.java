package io.loadline.source.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Sets template directives aside so that the YAML around them can be read. Lines keep their numbers. Control directives vanish, with
 * them the {@code else} branches and definitions; a directive that stands for a value becomes quoted text, so that a later stage that
 * knows the chart's values can still resolve it.
 */
final class Directives {

    private final List<String> lines = new ArrayList<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private int keyLine = -1;
    private String alone = "";

    /** An open block; {@code hidden} while its text is not to be kept, {@code dot} what the dot means inside. */
    private record Block(boolean hidden, String dot) {}

    private Directives() {}

    static boolean isTemplate(String text) {
        return Action.next(text, 0).isPresent();
    }

    static String setAside(String text) {
        Directives directives = new Directives();
        for (String line : folded(text).split("\r\n|\r|\n", -1)) {
            directives.line(line);
        }
        directives.settle("");
        return String.join("\n", directives.lines);
    }

    /** The text with every directive on one line; the line breaks taken out follow at the end of that line. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int owed = 0;
        int at = 0;
        Optional<Action> next = Action.next(text, 0);
        while (at < text.length()) {
            if (next.isPresent() && next.get().start() == at) {
                String source = text.substring(at, next.get().end());
                owed += (int) source.chars().filter(c -> c == '\n').count();
                folded.append(source.replaceAll("\\s*[\r\n]+\\s*", " "));
                at = next.get().end();
                next = Action.next(text, at);
                continue;
            }
            char c = text.charAt(at++);
            folded.append(c);
            if (c == '\n') {
                folded.append("\n".repeat(owed));
                owed = 0;
            }
        }
        return folded.append("\n".repeat(owed)).toString();
    }

    private void line(String line) {
        boolean hasAction = Action.next(line, 0).isPresent();
        String kept = hasAction ? withoutControl(line) : hidden() ? "" : line;
        String content = kept.strip();
        if (content.isEmpty() || content.startsWith("#")) {
            lines.add("");
        } else if (hasAction && isOutputOnly(content)) {
            lines.add("");
            standAlone(content);
        } else {
            settle(kept);
            String out = hasAction ? InlineQuotes.quote(kept) : kept;
            keyLine = content.endsWith(":") ? lines.size() : -1;
            lines.add(out);
        }
    }

    /** A directive that is the whole value of the key above it is kept as that value, one with siblings is not. */
    private void standAlone(String content) {
        boolean first = alone.isEmpty() && keyLine >= 0;
        alone = first ? content : "";
        keyLine = first ? keyLine : -1;
    }

    private void settle(String next) {
        if (keyLine >= 0 && !alone.isEmpty() && !continues(lines.get(keyLine), next)) {
            lines.set(keyLine, lines.get(keyLine).stripTrailing() + " " + InlineQuotes.single(alone));
        }
        alone = "";
    }

    /** Whether a line belongs to the value of the key, and so stands beside the directive. */
    private static boolean continues(String key, String next) {
        if (next.isBlank() || next.startsWith("---")) {
            return false;
        }
        int keyIndent = indent(key, " -");
        boolean item = next.strip().startsWith("- ") && indent(next, " ") == indent(key, " ");
        return indent(next, " -") > keyIndent || (item && indent(key, " ") == keyIndent);
    }

    private static int indent(String line, String blanks) {
        int i = 0;
        while (i < line.length() && blanks.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private boolean hidden() {
        return !open.isEmpty() && open.peek().hidden();
    }

    /** The visible text of a line, control directives taken out and the dot of the others spelled out. */
    private String withoutControl(String line) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        Optional<Action> next = Action.next(line, 0);
        while (next.isPresent()) {
            Action action = next.get();
            kept.append(hidden() ? "" : line.substring(at, action.start()));
            if (action.isOutput()) {
                String dot = open.isEmpty() ? "" : open.peek().dot();
                kept.append(hidden() ? "" : Dot.spellOut(line.substring(action.start(), action.end()), dot));
            } else {
                control(action);
            }
            at = action.end();
            next = Action.next(line, at);
        }
        return kept.append(hidden() ? "" : line.substring(at)).toString();
    }

    private void control(Action action) {
        String dot = open.isEmpty() ? "" : open.peek().dot();
        if (action.opens()) {
            String scope = action.scope().isEmpty() ? dot : Dot.spellOut(action.scope(), dot);
            open.push(new Block(hidden() || action.isDefinition(), scope));
        } else if (action.isElse() && !open.isEmpty()) {
            open.push(new Block(true, open.pop().dot()));
        } else if (action.isEnd() && !open.isEmpty()) {
            open.pop();
        }
    }

    private static boolean isOutputOnly(String content) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        Optional<Action> next = Action.next(content, 0);
        while (next.isPresent()) {
            rest.append(content, at, next.get().start());
            at = next.get().end();
            next = Action.next(content, at);
        }
        return rest.append(content.substring(at)).toString().isBlank();
    }
}
