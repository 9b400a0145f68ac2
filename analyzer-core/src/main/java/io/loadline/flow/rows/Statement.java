package io.loadline.flow.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a query asks for, in SQL or one of its relatives.
 *
 * @param table what the rows are; empty when it is not told
 * @param multiplying tables that are joined so that a row of {@code table} may come out several times
 */
record Statement(Kind kind, String table, List<String> multiplying, Restriction restriction) {

    /** What comes back. */
    enum Kind {
        /** Rows without a limit. */
        ROWS,
        /** Rows up to a limit. */
        LIMITED,
        /** One row of numbers, or a question answered. */
        ONE,
        /** A few different values of a column. */
        FEW,
        /** One row for each group. */
        GROUPS,
        /** Nothing, or what was changed. */
        NONE,
        UNKNOWN
    }

    private static final Pattern WRITES = Pattern.compile(
            "^(insert|update|delete|merge|replace|upsert|call|exec|execute|truncate|create|alter|drop|set|begin|lock|grant)\\b.*",
            Pattern.DOTALL);
    private static final Pattern HIDDEN_WRITE =
            Pattern.compile("\\b(delete\\s+from|insert\\s+into|update\\s+[\\w.]+\\s+set)\\b");
    private static final Pattern READS = Pattern.compile(
            "^(\\(|select|from|with|values|show|match|optional|unwind|\\{\\{|#\\{|<).*", Pattern.DOTALL);
    private static final Pattern LIMITED = Pattern.compile(
            "(?<![.\\w])limit\\s*([\\d:?#$({]|$)|\\bfetch\\s+(first|next)\\b|\\btop\\s*\\(?\\s*[\\d?:{]|\\brownum\\b|\\bfor\\s+update\\s+skip\\b"
                    + "|\\{\\{[^}]*(limit|page|paging|offset)[^}]*\\}\\}");
    private static final Pattern ONE_ITEM = Pattern.compile(
            "^(distinct\\s+)?\\(?\\s*(count|max|min|sum|avg|exists|coalesce\\s*\\(\\s*(count|max|min|sum|avg)|ifnull\\s*\\(\\s*(count|max|min|sum|avg)|case\\s+when\\s+\\(?\\s*(count|exists))\\s*\\(?.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("\\bfrom\\s+([\\w.`\"\\[\\]#{}$]+)(?:\\s+(?:as\\s+)?(\\w+))?", Pattern.CASE_INSENSITIVE);
    /** A part of the text that is not known and may hold conditions. */
    private static final Pattern OPEN = Pattern.compile("\\{\\{(?!query\\}\\})");

    private static final Set<String> NAMES = Set.of("name", "title", "label", "key", "code");
    private static final Pattern LABEL = Pattern.compile("\\(\\s*\\w*\\s*:\\s*(\\w+)");
    private static final Pattern GROUP = Pattern.compile("(?i)\\bgroup\\s+by\\s+(.*?)(?=\\bhaving\\b|\\border\\b|$)");

    static Statement of(String written) {
        String text =
                written.replaceAll("--[^\\n]*", " ").replaceAll("\\s+", " ").strip();
        if (text.startsWith("{") && !text.startsWith("{{")) {
            return new Statement(Kind.ROWS, "", List.of(), Documents.restriction(text));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (WRITES.matcher(lower).matches() || HIDDEN_WRITE.matcher(lower).find()) {
            return simple(Kind.NONE, text);
        }
        if (!READS.matcher(lower).matches()) {
            return simple(Kind.UNKNOWN, text);
        }
        if (LIMITED.matcher(lower).find()) {
            return simple(Kind.LIMITED, text);
        }
        String flat = Subqueries.hidden(text);
        List<String> items = items(flat);
        Matcher group = GROUP.matcher(flat);
        if (!items.isEmpty() && items.stream().allMatch(i -> ONE_ITEM.matcher(i).matches()) && !group.find()) {
            return simple(Kind.ONE, text);
        }
        return rows(text, flat, items);
    }

    private static Statement rows(String text, String flat, List<String> items) {
        Kind kind = kind(flat, items);
        Matcher from = FROM.matcher(flat);
        if (!from.find()) {
            Matcher label = LABEL.matcher(text);
            boolean graph = label.find();
            return new Statement(
                    kind,
                    graph ? label.group(1) : table(text),
                    List.of(),
                    graph && !flat.matches("(?is).*\\bwhere\\b.*|.*\\{.*") ? Restriction.NONE : Restriction.SOME);
        }
        String alias = from.group(2) == null || Clauses.isWord(from.group(2)) ? "" : from.group(2);
        String main = from.group(1).startsWith("{") ? table(text) : from.group(1);
        Clauses clauses = new Clauses(flat.substring(from.end(1)), main, alias);
        Restriction restriction = clauses.restriction();
        if (restriction.isEmpty() && OPEN.matcher(flat).find()) {
            return simple(Kind.UNKNOWN, text);
        }
        boolean inner =
                from.group(1).startsWith("{") || (restriction.isEmpty() && text.matches("(?is).*\\bwhere\\b.*"));
        return new Statement(
                kind, main, clauses.multiplying(), inner ? restriction.and(Restriction.SOME) : restriction);
    }

    private static Kind kind(String flat, List<String> items) {
        Matcher group = GROUP.matcher(flat);
        if (group.find() && !group.group(1).strip().matches("(?i)(\\w+\\.)?id")) {
            return isFew(group.group(1)) ? Kind.FEW : Kind.GROUPS;
        }
        boolean distinct = items.size() == 1 && items.get(0).matches("(?is)distinct\\s.*");
        return distinct && isFew(items.get(0).substring("distinct ".length())) ? Kind.FEW : Kind.ROWS;
    }

    private static Statement simple(Kind kind, String text) {
        return new Statement(kind, table(text), List.of(), Restriction.SOME);
    }

    /** The first table that the text names anywhere. */
    private static String table(String text) {
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            if (!from.group(1).startsWith("{") && !from.group(1).startsWith("#")) {
                return from.group(1);
            }
        }
        return "";
    }

    private static boolean isFew(String columns) {
        String[] parts = columns.split(",");
        for (String part : parts) {
            List<String> words = Growth.words(part.strip().split("\\s")[0]);
            boolean few = words.stream().anyMatch(Growth::isKind)
                    && (words.size() == 1 || NAMES.contains(words.get(words.size() - 1)));
            if (!few && (words.isEmpty() || !Growth.isKind(words.get(words.size() - 1)))) {
                return false;
            }
        }
        return true;
    }

    /** The selected expressions. */
    private static List<String> items(String flat) {
        Matcher select =
                Pattern.compile("(?is)^\\(?\\s*select\\s+(.*?)\\sfrom\\b.*").matcher(flat);
        if (!select.matches()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (String item : Clauses.split(select.group(1), ",")) {
            items.add(item.strip());
        }
        return items;
    }
}
