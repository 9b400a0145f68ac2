package io.loadline.system.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which profiles must be active: names joined by {@code &}, {@code |} or commas, with {@code !} and brackets. */
final class ProfileExpression {

    private static final Pattern TOKEN = Pattern.compile("[()!&|,]|[^()!&|,\\s]+");
    private static final int LIMIT_DEPTH = 50;

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> active;
    private int at;

    private ProfileExpression(String text, Set<String> active) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        this.active = active;
    }

    /** Whether an expression holds. An empty one does; one that cannot be read does not. */
    static boolean holds(String text, Set<String> active) {
        if (text.isBlank()) {
            return true;
        }
        ProfileExpression expression = new ProfileExpression(text, active);
        boolean holds = expression.any(0);
        return holds && expression.at == expression.tokens.size();
    }

    /** The profiles that an expression names without negation, in order. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        String before = "";
        while (token.find()) {
            boolean isName = token.group().length() > 1
                    || Character.isLetterOrDigit(token.group().charAt(0));
            if (isName && !before.equals("!") && !names.contains(token.group())) {
                names.add(token.group());
            }
            before = token.group();
        }
        return names;
    }

    private boolean any(int depth) {
        boolean holds = all(depth);
        while (next("|") || next(",")) {
            holds |= all(depth);
        }
        return holds;
    }

    private boolean all(int depth) {
        boolean holds = one(depth);
        while (next("&")) {
            holds &= one(depth);
        }
        return holds;
    }

    private boolean one(int depth) {
        if (at >= tokens.size() || depth > LIMIT_DEPTH) {
            return false;
        }
        if (next("!")) {
            return !one(depth + 1);
        }
        if (next("(")) {
            boolean holds = any(depth + 1);
            return next(")") && holds;
        }
        return active.contains(tokens.get(at++));
    }

    private boolean next(String token) {
        boolean is = at < tokens.size() && tokens.get(at).equals(token);
        at += is ? 1 : 0;
        return is;
    }
}
