package io.loadline.flow.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a table or entity.
 *
 * @param name as the query or the code names it; empty when it is not known
 * @param keys sets of columns, in plain form, of which no two rows share the values
 * @param plainNames columns and other spellings of properties, in plain form, by the property's plain name
 * @param references properties that hold another entity, in plain form
 */
record Table(
        String name, Growth growth, Set<Set<String>> keys, Map<String, String> plainNames, Set<String> references) {

    static final Table UNKNOWN = new Table("", Growth.UNKNOWN, Set.of(), Map.of(), Set.of());

    private static final Set<String> NAMING = Set.of(
            "name",
            "title",
            "email",
            "mail",
            "login",
            "username",
            "phone",
            "mobile",
            "code",
            "number",
            "no",
            "key",
            "uuid",
            "guid",
            "serial",
            "sn",
            "hash",
            "token",
            "reference",
            "slug",
            "isbn",
            "sku",
            "fqn",
            "path",
            "url");
    private static final Set<String> TELLING = Set.of(
            "external",
            "phone",
            "mobile",
            "email",
            "serial",
            "reference",
            "unique",
            "business",
            "access",
            "refresh",
            "display",
            "short",
            "full",
            "login");
    private static final Set<String> MOMENTS =
            Set.of("version", "revision", "date", "day", "week", "month", "year", "period", "time", "timestamp");
    private static final Set<String> PARTS = Set.of(
            "tenant",
            "organisation",
            "organization",
            "org",
            "company",
            "office",
            "branch",
            "category",
            "type",
            "status",
            "state",
            "region",
            "country",
            "currency",
            "department",
            "dept",
            "shop",
            "store",
            "language",
            "level");

    /** Lower case without underscores, so that properties and columns compare. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether at most one row has those values. */
    boolean isKey(Iterable<String> columns) {
        Set<String> given = new HashSet<>();
        for (String column : columns) {
            String plain = plain(column);
            given.add(plainNames.getOrDefault(plain, plain));
        }
        String own = String.join("", Growth.words(name)) + "id";
        boolean byId = given.contains("id") || given.contains("uuid") || (!name.isEmpty() && given.contains(own));
        return byId || keys.stream().anyMatch(given::containsAll);
    }

    /** The column by which rows are looked up as by a name. */
    Optional<String> named(Restriction restriction) {
        return restriction.equal().stream().filter(this::isNaming).findFirst();
    }

    private boolean isNaming(String column) {
        List<String> words = Growth.words(last(column));
        if (words.isEmpty()) {
            return false;
        }
        String end = words.get(words.size() - 1);
        boolean external = words.size() == 2 && words.get(0).equals("external") && end.equals("id");
        if (external) {
            return true;
        }
        if (!NAMING.contains(end) || column.contains(".")) {
            return false;
        }
        List<String> before = words.subList(0, words.size() - 1);
        List<String> own = Growth.words(name);
        return before.isEmpty()
                ? growth != Growth.EVENTS
                        || Set.of("uuid", "guid", "token", "hash", "reference").contains(end)
                : before.stream().allMatch(w -> own.contains(w) || TELLING.contains(w))
                        && (own.isEmpty() || TELLING.containsAll(before) || before.contains(own.get(own.size() - 1)));
    }

    /** The columns that name the one parent whose rows are read. */
    List<String> owners(Restriction restriction) {
        return restriction.equal().stream().filter(this::isOwner).toList();
    }

    /** Whether only little belongs to those parents: they are several, of one day or version, or one thing that happened. */
    static boolean isNarrow(List<String> owners, Restriction restriction) {
        if (restriction.equal().stream().anyMatch(Table::isMoment)) {
            return true;
        }
        List<String> words = Growth.words(owners.get(0).replace('.', '_'));
        return owners.size() > 1 || (words.size() > 1 && isRun(words.get(words.size() - 2)));
    }

    private static boolean isMoment(String column) {
        List<String> words = Growth.words(last(column));
        return !words.isEmpty() && MOMENTS.contains(words.get(words.size() - 1));
    }

    private static boolean isRun(String word) {
        return word.equals("instance") || Growth.isHappening(word);
    }

    private boolean isOwner(String column) {
        List<String> words = Growth.words(column.replace('.', '_'));
        if (words.isEmpty() || words.stream().anyMatch(PARTS::contains)) {
            return false;
        }
        String end = words.get(words.size() - 1);
        boolean refers = end.equals("id") || end.equals("uuid") || (end.endsWith("id") && end.length() > 4);
        return refers || NAMING.contains(end) || references.contains(plain(column));
    }

    private static String last(String column) {
        return column.substring(column.lastIndexOf('.') + 1);
    }

    Table grown(Growth other) {
        return new Table(name, other, keys, plainNames, references);
    }
}
