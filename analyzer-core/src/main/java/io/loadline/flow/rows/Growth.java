package io.loadline.flow.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the rows of a table become more, told by the words of its name. */
public enum Growth {
    /** Filled by people who set the system up: types, states, settings. */
    SMALL,
    /** The name does not tell. */
    UNKNOWN,
    /** One row for each of whom or what the business is about. */
    GROWING,
    /** One row for each thing that happens; never fewer. */
    EVENTS;

    private static final Set<String> KINDS = Set.of(
            "type",
            "status",
            "state",
            "category",
            "kind",
            "method",
            "mode",
            "level",
            "template",
            "severity",
            "unit",
            "plan",
            "provider",
            "strategy",
            "rule",
            "scope",
            "privilege",
            "authority",
            "feature",
            "format",
            "criteria",
            "criterion",
            "day",
            "weekday",
            "limit",
            "threshold",
            "channel",
            "protocol",
            "stage");
    private static final Set<String> REFERENCES = Set.of(
            "fund",
            "gl",
            "mix",
            "rate",
            "scheduler",
            "trigger",
            "job",
            "adhoc",
            "taxonomy",
            "questionnaire",
            "survey",
            "creditbureau",
            "bureau",
            "country",
            "province",
            "region",
            "city",
            "currency",
            "language",
            "locale",
            "timezone",
            "role",
            "permission",
            "config",
            "configuration",
            "setting",
            "property",
            "parameter",
            "param",
            "option",
            "preference",
            "code",
            "dict",
            "dictionary",
            "lookup",
            "bucket",
            "queue",
            "calendar",
            "holiday",
            "oauth",
            "oauth2",
            "auth",
            "auth2",
            "oidc",
            "saml",
            "menu",
            "department",
            "dept",
            "office",
            "branch",
            "tenant",
            "environment",
            "cluster",
            "namespace",
            "plugin",
            "datasource",
            "master",
            "variant",
            "brand",
            "tax",
            "tariff",
            "hook",
            "webhook",
            "workgroup",
            "theme",
            "widget",
            "dashboard",
            "module",
            "registry",
            "registration",
            "delinquency",
            "switch",
            "whitelist",
            "blacklist",
            "enumeration",
            "constant",
            "jobtype",
            "seed",
            "version",
            "changelog",
            "migration");
    private static final Set<String> HAPPENINGS = Set.of(
            "history",
            "log",
            "event",
            "message",
            "order",
            "transaction",
            "audit",
            "record",
            "payment",
            "invoice",
            "booking",
            "reservation",
            "notification",
            "journal",
            "trace",
            "metric",
            "measurement",
            "reading",
            "execution",
            "attempt",
            "visit",
            "encounter",
            "observation",
            "obs",
            "repayment",
            "withdrawal",
            "deposit",
            "refund",
            "shipment",
            "delivery",
            "command",
            "alarm",
            "alert",
            "outbox",
            "inbox",
            "comment",
            "review",
            "feedback",
            "click",
            "login",
            "installment",
            "transfer",
            "movement",
            "timeseries",
            "telemetry",
            "activity",
            "note",
            "ticket",
            "complaint",
            "claim",
            "consign",
            "assurance",
            "request");
    private static final Set<String> BUSINESS = Set.of(
            "user",
            "customer",
            "client",
            "member",
            "person",
            "patient",
            "employee",
            "account",
            "contact",
            "device",
            "asset",
            "vehicle",
            "document",
            "file",
            "image",
            "attachment",
            "loan",
            "contract",
            "article",
            "post",
            "subscription",
            "coupon",
            "cart",
            "task",
            "instance",
            "follower",
            "friend",
            "favorite",
            "inventory",
            "savings",
            "identifier",
            "schedule",
            "workflow",
            "process",
            "token");
    /** Those of whom each has settings, roles and the like of its own. */
    private static final Set<String> OWNERS =
            Set.of("user", "customer", "client", "member", "person", "patient", "employee", "account");

    /** Of what a bank or insurer offers there are few; what customers take of it grows. */
    private static final Set<String> OFFERED =
            Set.of("loan", "savings", "saving", "deposit", "share", "account", "insurance", "credit", "mortgage");

    private static final Set<String> ENDINGS = Set.of(
            "entity",
            "do",
            "po",
            "vo",
            "dto",
            "jpa",
            "table",
            "tbl",
            "model",
            "bean",
            "dao",
            "repository",
            "repo",
            "mapper",
            "doc",
            "info",
            "detail",
            "management",
            "data");

    /** What databases tell of themselves. */
    private static final Pattern CATALOG =
            Pattern.compile("(?i)^(information_schema|pg_catalog|sys|performance_schema)\\.|^pg_|^user_tab|^all_tab");

    /** The growth of a table or entity of that name. */
    static Growth of(String name) {
        if (CATALOG.matcher(name).find()) {
            return SMALL;
        }
        List<String> words = words(name);
        if (words.isEmpty()) {
            return UNKNOWN;
        }
        String last = words.get(words.size() - 1);
        boolean owned = words.subList(0, words.size() - 1).stream().anyMatch(OWNERS::contains);
        if (KINDS.contains(last) || (last.equals("group") && words.size() > 1)) {
            return SMALL;
        }
        if (words.contains("product") && words.stream().anyMatch(OFFERED::contains)) {
            return SMALL;
        }
        boolean entry = last.equals("entry") && words.stream().anyMatch(HAPPENINGS::contains);
        if (HAPPENINGS.contains(last) || entry) {
            return EVENTS;
        }
        if (owned) {
            return BUSINESS.contains(last) ? GROWING : UNKNOWN;
        }
        if (words.stream().anyMatch(REFERENCES::contains) || pairs(words).anyMatch(REFERENCES::contains)) {
            return SMALL;
        }
        boolean known = BUSINESS.contains(last) || words.stream().anyMatch(HAPPENINGS::contains);
        return known ? GROWING : UNKNOWN;
    }

    private static Stream<String> pairs(List<String> words) {
        return IntStream.range(1, words.size()).mapToObj(i -> words.get(i - 1) + words.get(i));
    }

    /** The words of a name in lower case and singular, without schema and technical endings. */
    static List<String> words(String name) {
        String bare = name.replaceAll("[`\"\\[\\]]", "");
        bare = bare.substring(bare.lastIndexOf('.') + 1);
        List<String> words = new ArrayList<>();
        for (String part : bare.split("[_\\-$]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")) {
            if (!part.isEmpty()) {
                words.add(singular(part.toLowerCase(Locale.ROOT)));
            }
        }
        while (words.size() > 1 && (words.get(0).length() <= 2 || words.get(0).matches("tbl|sys|app"))) {
            words.remove(0);
        }
        while (words.size() > 1 && ENDINGS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return words;
    }

    static String singular(String word) {
        if (word.length() < 4 || word.matches(".*(ss|us|is|ps)")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ss|us|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether what is named so is one thing that happened, to which only little belongs. */
    static boolean isHappening(String word) {
        return HAPPENINGS.contains(word);
    }

    /** Whether a variable or property is named after something of which there are only few values, such as {@code registerType}. */
    public static boolean namesFew(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && isKind(words.get(words.size() - 1));
    }

    /** Whether there are only few values of what is named so. */
    static boolean isKind(String word) {
        return KINDS.contains(word) || REFERENCES.contains(word);
    }
}
