package io.loadline.flow.rows;

import io.loadline.code.MethodDecl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of finders such as {@code findByCustomerIdAndStateIn}. */
final class Finder {

    private static final Pattern SUBJECT =
            Pattern.compile("^(?:find|read|get|query|search|stream|list|fetch)(.*?)(?:By(?=[A-Z])(.*))?$");
    private static final Pattern ORDER = Pattern.compile("OrderBy[A-Z].*$");
    private static final Pattern OTHER = Pattern.compile(
            "(Between|LessThan(Equal)?|GreaterThan(Equal)?|After|Before|Is(Not)?Null|(Not)?Null|(Not)?Like|StartingWith|StartsWith|EndingWith"
                    + "|EndsWith|(Not)?Containing|Contains|Not|NotIn|IsNot|True|False|IsTrue|IsFalse|Near|Within|Regex|Exists|Empty|IsEmpty)$");

    private Finder() {}

    /** What a finder asks for by its name. */
    static Restriction restriction(MethodDecl method) {
        Matcher subject = SUBJECT.matcher(method.name());
        if (!subject.matches()) {
            return method.parameters().isEmpty() ? Restriction.NONE : Restriction.SOME;
        }
        String predicate =
                subject.group(2) == null ? "" : ORDER.matcher(subject.group(2)).replaceFirst("");
        if (predicate.isEmpty()) {
            return Restriction.NONE;
        }
        return predicate.matches(".*[a-z0-9]Or[A-Z].*") ? Restriction.SOME : conditions(predicate);
    }

    private static Restriction conditions(String predicate) {
        Set<String> equal = new LinkedHashSet<>();
        Set<String> listed = new LinkedHashSet<>();
        boolean other = false;
        for (String written : parts(predicate)) {
            String part = written.replaceFirst("(IgnoreCase|AllIgnoreCase|IgnoringCase)$", "");
            if (OTHER.matcher(part).find()) {
                other = true;
            } else if (part.endsWith("In")) {
                listed.add(property(part.replaceFirst("(Is)?In$", "")));
            } else {
                equal.add(property(part.replaceFirst("(Is|Equals)$", "")));
            }
        }
        return new Restriction(equal, listed, other);
    }

    private static List<String> parts(String predicate) {
        return new ArrayList<>(List.of(predicate.split("(?<=[a-z0-9])And(?=[A-Z])")));
    }

    private static String property(String part) {
        return part.isEmpty()
                ? part
                : Character.toLowerCase(part.charAt(0)) + part.substring(1).replace('_', '.');
    }
}
