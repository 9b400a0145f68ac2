package io.loadline.flow.rows;

import io.loadline.code.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conditions that are put together by calls, such as {@code eq(Order::getState, state)} or {@code where("id").is(id)}. */
final class Criteria {

    private static final Set<String> EQUAL = Set.of("eq", "is", "equal", "idEq", "eqOrIsNull", "singletonMap");
    private static final Set<String> LISTED = Set.of("in");
    private static final Set<String> OTHER = Set.of(
            "like",
            "ilike",
            "likeLeft",
            "likeRight",
            "ne",
            "gt",
            "ge",
            "gte",
            "lt",
            "le",
            "lte",
            "between",
            "isNull",
            "isNotNull",
            "greaterThan",
            "greaterThanOrEqualTo",
            "lessThan",
            "lessThanOrEqualTo",
            "regex",
            "exists",
            "apply",
            "notIn",
            "nin",
            "or",
            "nested",
            "notLike",
            "orOperator",
            "elemMatch",
            "isTrue",
            "isFalse",
            "eqIfPresent",
            "likeIfPresent",
            "inIfPresent",
            "betweenIfPresent",
            "geIfPresent",
            "leIfPresent",
            "neIfPresent",
            "gtIfPresent",
            "ltIfPresent",
            "inSql",
            "eqProperty",
            "notEqual",
            "where",
            "and",
            "add",
            "andOperator");
    private static final Pattern ACCESSOR = Pattern.compile("^(get|is)(?=[A-Z])");

    private static final Pattern GENERATED = Pattern.compile(
            "^and([A-Z]\\w*?)(EqualTo|NotEqualTo|In|NotIn|Like|NotLike|Between|IsNull|IsNotNull|GreaterThan\\w*|LessThan\\w*)$");

    private Criteria() {}

    /** The conditions among calls; {@code where}, {@code and} and the like count only by what is put into them. */
    static Restriction of(List<Node.Call> calls) {
        Set<String> equal = new LinkedHashSet<>();
        Set<String> listed = new LinkedHashSet<>();
        boolean other = false;
        for (Node.Call call : calls) {
            Matcher generated = GENERATED.matcher(call.name());
            if (generated.matches()) {
                String column = Character.toLowerCase(generated.group(1).charAt(0))
                        + generated.group(1).substring(1);
                boolean counts = generated.group(2).matches("EqualTo|In");
                other |= !counts;
                if (counts) {
                    (generated.group(2).equals("In") ? listed : equal).add(column);
                }
                continue;
            }
            boolean one = EQUAL.contains(call.name()) || isProbe(call);
            if (one || LISTED.contains(call.name())) {
                Optional<String> column = column(call);
                column.ifPresent(c -> (one ? equal : listed).add(c));
                other |= column.isEmpty();
            } else {
                other |= OTHER.contains(call.name()) && !isFrame(call);
            }
        }
        return new Restriction(equal, listed, other);
    }

    /** Whether a call only holds conditions that are judged by themselves. */
    private static boolean isFrame(Node.Call call) {
        if (!call.name().matches("where|and|add|andOperator")) {
            return false;
        }
        return call.arguments().stream().allMatch(a -> a instanceof Node.Call || a instanceof Node.Literal);
    }

    /** Whether a call sets a property of an example to look for. */
    private static boolean isProbe(Node.Call call) {
        return call.arguments().size() == 1 && call.receiver() instanceof Node.Call left && isBuilder(left);
    }

    private static boolean isBuilder(Node.Call call) {
        return (call.name().equals("builder") && call.arguments().isEmpty())
                || (call.receiver() instanceof Node.Call left && isBuilder(left));
    }

    private static Optional<String> column(Node.Call call) {
        List<Node> arguments = call.arguments();
        if (isProbe(call)) {
            return Optional.of(call.name());
        }
        if (call.name().equals("idEq")) {
            return Optional.of("id");
        }
        if (arguments.size() >= 2) {
            return named(arguments.get(0));
        }
        if (arguments.size() == 1
                && call.receiver() instanceof Node.Call left
                && left.name().matches("where|and")) {
            return left.arguments().isEmpty()
                    ? Optional.empty()
                    : named(left.arguments().get(0));
        }
        return arguments.size() == 1 && call.receiver() != null ? named(call.receiver()) : Optional.empty();
    }

    private static Optional<String> named(Node node) {
        if (node instanceof Node.MethodRef ref) {
            String bare = ACCESSOR.matcher(ref.name()).replaceFirst("");
            return Optional.of(Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
        }
        if (node instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.STRING) {
            return Optional.of(literal.text().replaceFirst("^_id$", "id"));
        }
        if (node instanceof Node.Call call
                && call.name().equals("get")
                && call.arguments().size() == 1) {
            Optional<String> inner = call.receiver() instanceof Node.Call ? named(call.receiver()) : Optional.empty();
            return named(call.arguments().get(0))
                    .map(n -> inner.map(i -> i + "." + n).orElse(n));
        }
        if (node instanceof Node.Select select && select.name().matches("[A-Z0-9_]+|[a-z]\\w*")) {
            return Optional.of(select.name());
        }
        return Optional.empty();
    }
}
