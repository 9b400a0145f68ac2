package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Computes what directives say. Absent means that it cannot be told. */
final class Evaluator {

    private static final int MAX_INDENT = 200;

    private final Origins origins;
    private final BiFunction<String, @Nullable Tree, @Nullable String> include;
    private final IdentityHashMap<Tree, List<@Nullable Place>> linePlaces = new IdentityHashMap<>();

    Evaluator(Origins origins, BiFunction<String, @Nullable Tree, @Nullable String> include) {
        this.origins = origins;
        this.include = include;
    }

    /** The places of the lines of a text that was written out of values. */
    List<@Nullable Place> placesOf(Tree value) {
        return linePlaces.getOrDefault(value, List.of());
    }

    @Nullable
    Tree value(Expression expression, Scope scope) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Dot) {
            return scope.dot();
        }
        if (expression instanceof Expression.Variable variable) {
            return scope.variable(variable.name());
        }
        if (expression instanceof Expression.Field field) {
            return field(value(field.base(), scope), field.names());
        }
        return expression instanceof Expression.Call call ? call(call, scope) : null;
    }

    /** A field that a known mapping lacks is nil. What the cluster decides is marked by a mapping without entries of that name. */
    private static @Nullable Tree field(@Nullable Tree base, List<String> names) {
        Tree here = base;
        for (String name : names) {
            if (here == null || here == Root.UNTOLD) {
                return null;
            }
            here = here.entry(name).<Tree>map(Tree.Entry::value).orElse(Values.NIL);
        }
        return here == Root.UNTOLD ? null : here;
    }

    private @Nullable Tree call(Expression.Call call, Scope scope) {
        List<Expression> arguments = call.arguments();
        boolean two = arguments.size() == 2;
        return switch (call.function()) {
            case "and" -> firstThat(arguments, scope, false);
            case "or", "coalesce" -> firstThat(arguments, scope, true);
            case "default" -> two ? orElse(value(arguments.get(1), scope), arguments.get(0), scope) : null;
            case "required" -> two ? value(arguments.get(1), scope) : null;
            case "ternary" -> ternary(arguments, scope);
            case "include" -> included(arguments, scope);
            default -> function(call.function(), arguments, scope);
        };
    }

    /** A function of known arguments. */
    private @Nullable Tree function(String name, List<Expression> arguments, Scope scope) {
        List<Tree> values = new ArrayList<>();
        for (Expression argument : arguments) {
            Tree value = value(argument, scope);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        boolean text = !values.isEmpty() && values.get(values.size() - 1) instanceof Tree.Scalar;
        return switch (name) {
            case "toYaml" -> values.isEmpty() ? null : yaml(values.get(0));
            case "indent", "nindent" ->
                text && values.size() == 2
                        ? indented(values.get(0), (Tree.Scalar) values.get(1), name.equals("nindent"))
                        : null;
            case "tpl" -> !values.isEmpty() && !Functions.text(values.get(0)).contains("{{") ? values.get(0) : null;
            default -> plain(name, values);
        };
    }

    /** A text made of one value comes from where that value was written. */
    private @Nullable Tree plain(String name, List<Tree> values) {
        Tree result = Functions.apply(name, values);
        boolean onlyOne = values.size() == 1 || name.startsWith("trim") || name.equals("trunc");
        return result != null && onlyOne ? origins.carry(result, values.get(values.size() - 1)) : result;
    }

    /** The first true, or for {@code and} the first false, argument; the last one when there is none. */
    private @Nullable Tree firstThat(List<Expression> arguments, Scope scope, boolean wanted) {
        boolean untold = false;
        Tree last = null;
        for (Expression argument : arguments) {
            Tree value = value(argument, scope);
            untold |= value == null;
            if (value != null && Values.isTrue(value) == wanted && (!untold || !wanted)) {
                return value;
            }
            last = value;
        }
        return untold ? null : last;
    }

    private @Nullable Tree orElse(@Nullable Tree value, Expression fallback, Scope scope) {
        return value != null && !Values.isTrue(value) ? value(fallback, scope) : value;
    }

    private @Nullable Tree ternary(List<Expression> arguments, Scope scope) {
        Tree condition = arguments.size() == 3 ? value(arguments.get(2), scope) : null;
        return condition == null ? null : value(arguments.get(Values.isTrue(condition) ? 0 : 1), scope);
    }

    private @Nullable Tree included(List<Expression> arguments, Scope scope) {
        Tree name = arguments.isEmpty() ? null : value(arguments.get(0), scope);
        if (name == null) {
            return null;
        }
        Tree dot = arguments.size() > 1 ? value(arguments.get(1), scope) : Values.NIL;
        String text = include.apply(Functions.text(name), dot);
        return text == null ? null : Values.text(text);
    }

    private Tree yaml(Tree value) {
        YamlText written = YamlText.of(value, origins);
        Tree.Scalar text = new Tree.Scalar(written.text(), true, Span.START);
        linePlaces.put(text, written.places());
        return text;
    }

    private @Nullable Tree indented(Tree width, Tree.Scalar value, boolean onNewLine) {
        String digits = Functions.text(width);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > MAX_INDENT) {
            return null;
        }
        String blanks = " ".repeat(Integer.parseInt(digits));
        String text = blanks + value.value().replace("\n", "\n" + blanks);
        Tree.Scalar indented = new Tree.Scalar(onNewLine ? "\n" + text : text, true, Span.START);
        List<@Nullable Place> places = new ArrayList<>(onNewLine ? Collections.singletonList(null) : List.of());
        places.addAll(placesOf(value));
        linePlaces.put(indented, places);
        return indented;
    }
}
