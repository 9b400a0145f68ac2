package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of templates that give the same result everywhere. Every other one gives something that cannot be told. */
final class Functions {

    private static final int MAX_TEXT = 100_000;

    private static final Map<String, Function<List<Tree>, @Nullable Tree>> ALL = Map.ofEntries(
            Map.entry("lower", a -> Values.text(last(a).toLowerCase(Locale.ROOT))),
            Map.entry("upper", a -> Values.text(last(a).toUpperCase(Locale.ROOT))),
            Map.entry("trim", a -> Values.text(last(a).strip())),
            Map.entry("nospace", a -> Values.text(last(a).replaceAll("\\s", ""))),
            Map.entry("trunc", Functions::trunc),
            Map.entry("trimSuffix", a -> Values.text(withoutEnd(last(a), first(a)))),
            Map.entry(
                    "trimPrefix",
                    a -> Values.text(last(a).startsWith(first(a)) ? last(a).substring(first(a).length()) : last(a))),
            Map.entry("trimAll", a -> Values.text(trimAll(last(a), first(a)))),
            Map.entry("replace", a -> a.size() == 3 ? bounded(last(a).replace(first(a), text(a.get(1)))) : null),
            Map.entry("contains", a -> Values.plain(last(a).contains(first(a)))),
            Map.entry("hasPrefix", a -> Values.plain(last(a).startsWith(first(a)))),
            Map.entry("hasSuffix", a -> Values.plain(last(a).endsWith(first(a)))),
            Map.entry(
                    "print",
                    a -> Values.text(
                            String.join("", a.stream().map(Functions::text).toList()))),
            Map.entry("printf", Functions::printf),
            Map.entry(
                    "quote",
                    a -> Values.text("\"" + last(a).replace("\\", "\\\\").replace("\"", "\\\"") + "\"")),
            Map.entry("squote", a -> Values.text("'" + last(a).replace("'", "''") + "'")),
            Map.entry("toString", a -> Values.text(last(a))),
            Map.entry("int", Functions::whole),
            Map.entry("int64", Functions::whole),
            Map.entry("float64", a -> a.get(a.size() - 1)),
            Map.entry("not", a -> Values.plain(!Values.isTrue(a.get(0)))),
            Map.entry("empty", a -> Values.plain(!Values.isTrue(a.get(0)))),
            Map.entry("eq", a -> Values.plain(a.stream().skip(1).anyMatch(b -> text(b).equals(first(a))))),
            Map.entry("ne", a -> a.size() == 2 ? Values.plain(!first(a).equals(last(a))) : null),
            Map.entry("lt", a -> compare(a, c -> c < 0)),
            Map.entry("le", a -> compare(a, c -> c <= 0)),
            Map.entry("gt", a -> compare(a, c -> c > 0)),
            Map.entry("ge", a -> compare(a, c -> c >= 0)),
            Map.entry("add", a -> fold(a, BigDecimal::add)),
            Map.entry("sub", a -> fold(a, BigDecimal::subtract)),
            Map.entry("mul", a -> fold(a, BigDecimal::multiply)),
            Map.entry("max", a -> fold(a, BigDecimal::max)),
            Map.entry("min", a -> fold(a, BigDecimal::min)),
            Map.entry("add1", a -> fold(List.of(a.get(0), Values.plain(1)), BigDecimal::add)),
            Map.entry("len", a -> Values.plain(length(a.get(0)))),
            Map.entry("list", Functions::list),
            Map.entry("tuple", Functions::list),
            Map.entry("dict", Functions::dict),
            Map.entry("get", a -> a.size() == 2 ? a.get(0).at(last(a)).orElse(Values.NIL) : null),
            Map.entry("hasKey", a -> Values.plain(a.get(0).entry(last(a)).isPresent())),
            Map.entry("first", a -> a.get(0).items().stream().findFirst().orElse(Values.NIL)),
            Map.entry("join", Functions::join),
            Map.entry("kindIs", a -> Values.plain(kind(a.get(a.size() - 1)).equals(first(a)))),
            Map.entry("typeIs", a -> Values.plain(kind(a.get(a.size() - 1)).equals(first(a)))));

    private Functions() {}

    /** The result; absent when the function is not known or does not take such arguments. */
    static @Nullable Tree apply(String name, List<Tree> arguments) {
        Function<List<Tree>, @Nullable Tree> function = ALL.get(name);
        boolean enough = !arguments.isEmpty() || name.equals("list") || name.equals("dict");
        return function == null || !enough ? null : function.apply(arguments);
    }

    static String text(Tree value) {
        return value instanceof Tree.Scalar scalar ? scalar.value() : "";
    }

    private static String first(List<Tree> arguments) {
        return text(arguments.get(0));
    }

    private static String last(List<Tree> arguments) {
        return text(arguments.get(arguments.size() - 1));
    }

    private static @Nullable Tree bounded(String text) {
        return text.length() > MAX_TEXT ? null : Values.text(text);
    }

    private static @Nullable Tree trunc(List<Tree> arguments) {
        BigDecimal length = number(arguments.get(0));
        String text = last(arguments);
        if (length == null) {
            return null;
        }
        int kept = Math.min(text.length(), Math.abs(length.intValue()));
        return Values.text(length.signum() < 0 ? text.substring(text.length() - kept) : text.substring(0, kept));
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String trimAll(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Only the verbs that charts use; others cannot be told. */
    private static @Nullable Tree printf(List<Tree> arguments) {
        StringBuilder out = new StringBuilder();
        String format = first(arguments);
        int next = 1;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            char verb = i + 1 < format.length() ? format.charAt(++i) : ' ';
            if (verb == '%') {
                out.append('%');
            } else if ("svdgt".indexOf(verb) < 0 || next >= arguments.size()) {
                return null;
            } else {
                out.append(text(arguments.get(next++)));
            }
        }
        return bounded(out.toString());
    }

    private static @Nullable BigDecimal number(Tree value) {
        String text = text(value);
        return text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? new BigDecimal(text) : null;
    }

    private static @Nullable Tree whole(List<Tree> arguments) {
        BigDecimal number = number(arguments.get(arguments.size() - 1));
        return number == null ? null : Values.plain(number.toBigInteger());
    }

    private static @Nullable Tree compare(List<Tree> arguments, Function<Integer, Boolean> holds) {
        BigDecimal left = number(arguments.get(0));
        BigDecimal right = number(arguments.get(arguments.size() - 1));
        return left == null || right == null ? null : Values.plain(holds.apply(left.compareTo(right)));
    }

    private static @Nullable Tree fold(List<Tree> arguments, java.util.function.BinaryOperator<BigDecimal> operation) {
        BigDecimal result = null;
        for (Tree argument : arguments) {
            BigDecimal number = number(argument);
            if (number == null) {
                return null;
            }
            result = result == null ? number : operation.apply(result, number);
        }
        return result == null || result.precision() > 40 ? null : Values.plain(result.toPlainString());
    }

    private static int length(Tree value) {
        return value instanceof Tree.Scalar scalar
                ? scalar.value().length()
                : value.entries().size() + value.items().size();
    }

    private static Tree list(List<Tree> arguments) {
        return new Tree.Items(arguments, Values.NIL.span());
    }

    private static Tree dict(List<Tree> arguments) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            entries.put(text(arguments.get(i)), arguments.get(i + 1));
        }
        return Values.mapping(entries);
    }

    private static @Nullable Tree join(List<Tree> arguments) {
        List<String> words = arguments.get(arguments.size() - 1).items().stream()
                .map(Functions::text)
                .toList();
        return bounded(String.join(first(arguments), words));
    }

    private static String kind(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            boolean truth = scalar.value().matches("true|false");
            boolean number = scalar.value().matches("-?\\d+");
            return scalar.quoted()
                    ? "string"
                    : truth ? "bool" : number ? "int" : Values.isNil(scalar) ? "invalid" : "string";
        }
        return value instanceof Tree.Mapping ? "map" : "slice";
    }
}
