package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parses the pipeline of a directive. What it does not understand becomes opaque rather than wrong. */
final class ExpressionParser {

    private static final int MAX_DEPTH = 50;

    private final List<String> tokens;
    private int at;
    private int depth;

    private ExpressionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) {
        List<String> tokens = Tokens.of(text);
        ExpressionParser parser = new ExpressionParser(tokens);
        Expression expression = parser.pipeline();
        return parser.at == tokens.size() ? expression : new Expression.Opaque();
    }

    private Expression pipeline() {
        if (++depth > MAX_DEPTH) {
            at = tokens.size();
            return new Expression.Opaque();
        }
        Expression value = command(List.of());
        while (peek().equals("|")) {
            at++;
            value = command(List.of(value));
        }
        depth--;
        return value;
    }

    /** One command; a piped value is handed to it as the last argument. */
    private Expression command(List<Expression> piped) {
        String head = peek();
        if (isName(head)) {
            at++;
            List<Expression> arguments = operands();
            arguments.addAll(piped);
            return new Expression.Call(head, arguments);
        }
        List<Expression> operands = operands();
        boolean single = operands.size() == 1 && piped.isEmpty();
        return single ? operands.get(0) : new Expression.Opaque();
    }

    private List<Expression> operands() {
        List<Expression> operands = new ArrayList<>();
        while (at < tokens.size() && !peek().equals("|") && !peek().startsWith(")")) {
            operands.add(operand());
        }
        return operands;
    }

    private Expression operand() {
        String token = tokens.get(at++);
        if (token.equals("(")) {
            Expression inner = pipeline();
            return at < tokens.size() ? fields(inner, tokens.get(at++)) : new Expression.Opaque();
        }
        if (token.startsWith("\"") || token.startsWith("`")) {
            return literal(Tokens.unquoted(token), true);
        }
        if (token.matches("true|false|-?\\d+(\\.\\d+)?")) {
            return literal(token, false);
        }
        if (token.equals("nil")) {
            return literal("", false);
        }
        if (token.startsWith("$")) {
            int dot = token.indexOf('.');
            String name = token.substring(1, dot < 0 ? token.length() : dot);
            return fields(new Expression.Variable(name), dot < 0 ? "" : token.substring(dot));
        }
        if (token.startsWith(".")) {
            return fields(new Expression.Dot(), token);
        }
        return isName(token) ? new Expression.Call(token, List.of()) : new Expression.Opaque();
    }

    private static Expression literal(String value, boolean quoted) {
        return new Expression.Literal(new Tree.Scalar(value, quoted, Span.START));
    }

    /** The fields that a token such as {@code .a.b} or {@code ).a.b} names. */
    private static Expression fields(Expression base, String token) {
        List<String> names = Arrays.stream(token.replaceFirst("^\\)", "").split("\\."))
                .filter(n -> !n.isEmpty())
                .toList();
        return names.isEmpty() ? base : new Expression.Field(base, names);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && Character.isLetter(token.charAt(0)) && !token.matches("true|false|nil");
    }
}
