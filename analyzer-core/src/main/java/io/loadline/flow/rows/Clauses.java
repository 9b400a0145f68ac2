package io.loadline.flow.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The joins and conditions of one query, from the first table on. */
final class Clauses {

    private static final Set<String> WORDS = Set.of(
            "where", "join", "left", "right", "inner", "outer", "full", "cross", "natural", "group", "order", "having",
            "union", "limit", "on", "as", "for", "fetch", "offset", "using", "set");
    private static final Pattern JOIN = Pattern.compile(
            "(?i)\\bjoin\\s+(?:fetch\\s+)?([\\w.`\"{}]+)(?:\\s+(?:as\\s+)?(?!(?:on|where|left|right|inner|join|with|order|group)\\b)(\\w+))?"
                    + "(?:\\s+(?:on|with)\\s+(.*?))?(?=\\b(?:left|right|inner|full|cross|join|where|group\\s+by|order\\s+by|having|union)\\b|$)");
    private static final Pattern WHERE = Pattern.compile(
            "(?i)\\bwhere\\b(.*?)(?=\\bgroup\\s+by\\b|\\border\\s+by\\b|\\bhaving\\b|\\bunion\\b|\\bfor\\s+update\\b|\\boffset\\b|$)");
    private static final String VALUE =
            "(\\?\\d*|:\\w+|#\\{[^}]*\\}|\\$\\{[^}]*\\}|\\$\\w+|:#\\{.*\\}|\\?#\\{.*\\}|'?\\{\\{[^}]*\\}\\}'?|'\\?'|'%s')";
    private static final Pattern EQUAL = Pattern.compile(
            "(?i)^(?:lower|upper|trim)?\\s*\\(?\\s*([\\w.`\"]+)\\s*\\)?\\s*=\\s*(?:lower|upper|trim|cast)?\\s*\\(?\\s*"
                    + VALUE + "(\\s+as\\s+\\w+)?\\s*\\)?$");
    private static final Pattern EQUAL_TURNED = Pattern.compile("(?i)^" + VALUE + "\\s*=\\s*([\\w.`\"]+)$");
    private static final Pattern LISTED =
            Pattern.compile("(?i)^([\\w.`\"]+)\\s+in\\s*\\(?\\s*(\\?|:|#\\{|\\$|<|\\{\\{(?!query)).*");
    private static final Pattern COLUMNS = Pattern.compile("^[\\w.`\"]+\\s*=\\s*[\\w`\"]+\\.[\\w.`\"]+$");

    /** Stands in the text for as many conditions as values are passed. */
    private static final String LISTED_VALUES = "{{each}}";

    private final String main;
    private final String mainAlias;
    private final Map<String, String> tables = new HashMap<>();
    private final List<String> multiplying = new ArrayList<>();
    private final Restriction restriction;

    /** @param text from after the name of the first table on, without inner queries */
    Clauses(String text, String main, String mainAlias) {
        this.main = main;
        this.mainAlias = mainAlias.toLowerCase(Locale.ROOT);
        Matcher join = JOIN.matcher(text);
        List<String> ons = new ArrayList<>();
        while (join.find()) {
            joined(join.group(1), join.group(2) == null ? join.group(1) : join.group(2), join.group(3));
            boolean keepsAll = text.substring(0, join.start()).matches("(?is).*\\b(left|full)(\\s+outer)?\\s+");
            if (join.group(3) != null && !keepsAll) {
                ons.add(join.group(3));
            }
        }
        Matcher where = WHERE.matcher(text);
        Restriction found = Restriction.NONE;
        for (String on : ons) {
            Restriction also = conditions(on);
            found = found.and(new Restriction(also.equal(), also.listed(), false));
        }
        while (where.find()) {
            found = found.and(conditions(where.group(1)));
        }
        this.restriction = found;
    }

    static boolean isWord(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    List<String> multiplying() {
        return multiplying;
    }

    Restriction restriction() {
        return restriction;
    }

    private void joined(String table, String alias, @org.jspecify.annotations.Nullable String on) {
        tables.put(alias.toLowerCase(Locale.ROOT), table);
        boolean path = table.contains(".") && on == null;
        if (path) {
            String end = table.substring(table.lastIndexOf('.') + 1);
            boolean many = !Growth.singular(end.toLowerCase(Locale.ROOT)).equals(end.toLowerCase(Locale.ROOT));
            if (many) {
                multiplying.add(end);
            }
            return;
        }
        String plain = String.join("_", Growth.words(table));
        boolean toOne = on != null
                && Pattern.compile("(?i)\\b" + Pattern.quote(alias) + "\\.(id|uuid|code|" + Pattern.quote(plain)
                                + "_id)\\b")
                        .matcher(on)
                        .find();
        if (!toOne) {
            multiplying.add(table);
        }
    }

    private Restriction conditions(String text) {
        String plain = text.replaceAll("(?i)\\bbetween\\s+\\S+\\s+and\\s+\\S+", "between");
        List<String> parts = split(plain, " and ");
        if (split(plain, " or ").size() > 1) {
            return Restriction.SOME;
        }
        Restriction all = Restriction.NONE;
        for (String part : parts) {
            all = all.and(condition(part.strip()));
        }
        return all;
    }

    private Restriction condition(String written) {
        String part = written.replaceAll("[;\\s]+$", "");
        if (part.matches("\\([^()]*\\)")) {
            return conditions(part.substring(1, part.length() - 1));
        }
        if (part.isEmpty()
                || part.matches("(?i)1\\s*=\\s*1|true")
                || COLUMNS.matcher(part).matches()) {
            return Restriction.NONE;
        }
        if (part.contains(LISTED_VALUES)) {
            return new Restriction(Set.of(), Set.of("?"), true);
        }
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
            return column(equal.group(1), true);
        }
        Matcher turned = EQUAL_TURNED.matcher(part);
        if (turned.matches()) {
            return column(turned.group(2), true);
        }
        Matcher listed = LISTED.matcher(part);
        return listed.matches() ? column(listed.group(1), false) : Restriction.SOME;
    }

    /** A condition on a column of the first table, or on the key of a table that it belongs to. */
    private Restriction column(String written, boolean one) {
        String bare = written.replaceAll("[`\"]", "");
        int dot = bare.indexOf('.');
        String alias = dot < 0 ? "" : bare.substring(0, dot).toLowerCase(Locale.ROOT);
        String name = bare.substring(dot + 1);
        boolean own = dot < 0 || alias.equals(mainAlias) || alias.equals(main.toLowerCase(Locale.ROOT));
        if (!own && tables.containsKey(alias)) {
            String table = tables.getOrDefault(alias, "").replaceFirst("^\\{.*", alias);
            name = String.join("_", Growth.words(table.substring(table.lastIndexOf('.') + 1))) + "." + name;
        } else if (!own && !mainAlias.isEmpty()) {
            name = bare;
        }
        return one ? new Restriction(Set.of(name), Set.of(), false) : new Restriction(Set.of(), Set.of(name), false);
    }

    /** Splits at a separator outside of parentheses. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && lower.startsWith(separator, at)) {
                parts.add(text.substring(start, at));
                at += separator.length() - 1;
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return new ArrayList<>(new LinkedHashSet<>(parts));
    }
}
