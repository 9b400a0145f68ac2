package io.loadline.fact.sql;

import io.loadline.source.Input.Element;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the statements of one mapper file. */
final class MapperFile {

    private static final Set<String> STATEMENTS = Set.of("select", "insert", "update", "delete");
    /** Where the words of a condition leave room for a list. */
    private static final Pattern LIST =
            Pattern.compile("(?i)\\bin\\s+(?=(order|and|or|group|limit)\\b|\\)|$)|\\bin\\s*$");

    private static final int DEEPEST = 20;

    private final String namespace;
    private final Element root;
    private final Map<String, Element> fragments = new LinkedHashMap<>();

    MapperFile(String namespace, Element root) {
        this.namespace = namespace;
        this.root = root;
        root.children("sql").forEach(sql -> sql.attribute("id").ifPresent(id -> fragments.putIfAbsent(id, sql)));
    }

    /** Texts by the methods that run them. */
    Map<String, String> statements() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Element element : root.children()) {
            if (STATEMENTS.contains(element.name())) {
                element.attribute("id")
                        .ifPresent(id -> all.putIfAbsent(
                                namespace + "#" + id, text(element, 0).strip()));
            }
        }
        return all;
    }

    /** The text of an element. Where a part stood among the words is not known: columns are left out, conditions come last. */
    private String text(Element element, int depth) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (Element child : depth > DEEPEST ? java.util.List.<Element>of() : element.children()) {
            String inner = text(child, depth + 1);
            switch (child.name()) {
                case "include" -> {
                    String fragment = child.attribute("refid")
                            .map(fragments::get)
                            .map(f -> text(f, depth + 1))
                            .orElse("");
                    if (fragment.toLowerCase(Locale.ROOT).contains("select ")) {
                        before.append(fragment).append(' ');
                    } else if (fragment.toLowerCase(Locale.ROOT).contains("where ")) {
                        after.append(' ').append(fragment);
                    }
                }
                case "where" -> after.append(" where ").append(inner.strip().replaceFirst("(?i)^(and|or)\\s", ""));
                case "foreach" -> after.append(LIST.matcher(element.text()).find() ? "" : " {{each}}");
                case "if", "choose", "when", "otherwise" -> after.append(' ').append(sometimes(inner));
                case "selectKey" -> {}
                default -> after.append(' ').append(inner);
            }
        }
        return before + LIST.matcher(element.text()).replaceAll("in (#{each}) ") + after;
    }

    /** What only some calls ask: at most that there may be a condition or a limit. */
    private static String sometimes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s).*\\blimit\\b.*")) {
            return text;
        }
        if (lower.matches("(?s).*(\\{\\{each\\}\\}|\\bin\\s+\\().*")) {
            return lower.matches("(?s).*\\bwhere\\b.*") ? "where {{each}}" : " and {{each}}";
        }
        return lower.matches("(?s).*\\bwhere\\b.*") ? "where {{sometimes}}" : " and {{sometimes}}";
    }
}
