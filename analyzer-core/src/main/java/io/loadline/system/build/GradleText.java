package io.loadline.system.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions of Gradle's Groovy and Kotlin, as far as build files use them to name things. */
final class GradleText {

    private static final Pattern CALL = Pattern.compile("([\\w.]+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("['\"]?([\\w.-]+)['\"]?\\s*[:=]\\s*(.+)", Pattern.DOTALL);
    private static final Pattern SHORT_REFERENCE = Pattern.compile("\\$([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*){0,8})");
    private static final Pattern INDEX = Pattern.compile("\\[\\s*['\"]([^'\"]+)['\"]\\s*]");
    private static final Pattern PROPERTY =
            Pattern.compile("(?:findProperty|property|gradleProperty|getProperty)\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Pattern OWNER =
            Pattern.compile("^(?:rootProject|project|ext|extra|properties|parent|providers)\\.");

    /** Longer than any name in a build. */
    private static final int LIMIT_NAME = 300;

    private GradleText() {}

    /** The parts between separators that stand outside quotes and brackets. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = closing(text, i);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Where the string ends that starts at a quote; quotes inside a placeholder belong to the string. */
    private static int closing(String text, int open) {
        int braces = 0;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && text.charAt(i - 1) == '$') {
                braces++;
            } else if (c == '}' && braces > 0) {
                braces--;
            } else if (c == text.charAt(open) && braces == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** The text between quotes; empty when the expression is not one string. */
    static Optional<String> literal(String expression) {
        String text = expression.strip();
        if (text.length() < 2 || (text.charAt(0) != '\'' && text.charAt(0) != '"')) {
            return Optional.empty();
        }
        int close = closing(text, 0);
        return close == text.length() - 1 ? Optional.of(text.substring(1, close)) : Optional.empty();
    }

    /** The arguments of a call of that name, where the expression is one. */
    static Optional<String> argumentsOf(String name, String expression) {
        Matcher call = CALL.matcher(expression.strip());
        return call.matches() && call.group(1).equals(name)
                ? Optional.of(call.group(2).strip())
                : Optional.empty();
    }

    /** The expression as text with <code>${reference}</code> for whatever is not written out. */
    static String template(String expression) {
        StringBuilder out = new StringBuilder();
        for (String part : split(expression, '+')) {
            Optional<String> literal = literal(part);
            out.append(literal.map(GradleText::braced).orElseGet(() -> reference(part)));
        }
        return out.toString();
    }

    private static String reference(String part) {
        return part.startsWith("[") || part.matches("\\d[\\d._]*") ? part : "${" + part + "}";
    }

    private static String braced(String literal) {
        return SHORT_REFERENCE.matcher(literal).replaceAll("\\${$1}");
    }

    /** The plain name that a reference stands for: {@code versions.x} for {@code rootProject.ext.versions['x']}. */
    static String name(String reference) {
        String name = reference.strip();
        if (name.length() > LIMIT_NAME) {
            return name;
        }
        Matcher property = PROPERTY.matcher(name);
        if (property.find()) {
            return property.group(1);
        }
        name = INDEX.matcher(name).replaceAll(".$1");
        name = name.replaceAll("\\.(get|toString)\\(\\)$", "").replaceAll(" as String$", "");
        String before = "";
        while (!before.equals(name)) {
            before = name;
            name = OWNER.matcher(name).replaceFirst("");
        }
        return name;
    }

    /** {@code name: value} and {@code name = value} pairs; empty when the parts are not all of that form. */
    static Map<String, String> named(String arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String part : split(arguments, ',')) {
            Matcher pair = NAMED.matcher(part);
            if (literal(part).isPresent() || !pair.matches()) {
                return Map.of();
            }
            named.put(pair.group(1), pair.group(2).strip());
        }
        return named;
    }

    /** What stands inside brackets; empty when the expression is not a list or map. */
    static Optional<String> bracketed(String expression) {
        String text = expression.strip();
        boolean is = text.length() >= 2
                && ((text.startsWith("[") && text.endsWith("]")) || (text.startsWith("{") && text.endsWith("}")));
        return is ? Optional.of(text.substring(1, text.length() - 1).strip()) : Optional.empty();
    }
}
