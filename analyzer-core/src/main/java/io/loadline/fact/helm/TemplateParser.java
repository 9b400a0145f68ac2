package io.loadline.fact.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a template file. */
final class TemplateParser {

    private static final Pattern ASSIGN = Pattern.compile("\\$(\\w*)\\s*(:?=)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RANGE =
            Pattern.compile("(?:\\$(\\w+)\\s*(?:,\\s*\\$(\\w+)\\s*)?:=\\s*)?(.*)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\"([^\"]*)\"\\s*(.*)", Pattern.DOTALL);
    private static final int MAX_DEPTH = 50;

    private final List<Piece> pieces;
    private final Map<String, List<Node>> definitions = new TreeMap<>();
    private int at;

    private TemplateParser(String text) {
        this.pieces = Piece.split(text);
    }

    /**
     * Parses a file.
     *
     * @throws TemplateException when blocks do not match or are nested too deep
     */
    static Template parse(String text) {
        TemplateParser parser = new TemplateParser(text);
        List<Node> body = parser.block(0);
        if (parser.at < parser.pieces.size()) {
            throw new TemplateException(
                    "a block ends that was not opened",
                    parser.pieces.get(parser.at).line());
        }
        return new Template(body, parser.definitions);
    }

    /** Up to the directive that ends or divides the block, which is left. */
    private List<Node> block(int depth) {
        if (depth > MAX_DEPTH) {
            throw new TemplateException(
                    "blocks are nested more than " + MAX_DEPTH + " deep",
                    pieces.get(at - 1).line());
        }
        List<Node> nodes = new ArrayList<>();
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            if (piece.isText()) {
                nodes.add(new Node.Text(piece.text(), piece.line()));
                at++;
                continue;
            }
            String word = piece.word();
            if (word.equals("end") || word.equals("else")) {
                return nodes;
            }
            at++;
            Node node = directive(piece, word, depth);
            if (node != null) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private @Nullable Node directive(Piece piece, String word, int depth) {
        return switch (word) {
            case "if", "with" -> choice(piece, depth);
            case "range" -> repeat(piece, depth);
            case "define", "block" -> define(piece, word.equals("block"), depth);
            case "template" -> invoke(piece.afterWord(), piece.line());
            case "break", "continue" -> null;
            default -> piece.isComment() ? null : value(piece);
        };
    }

    private static Node value(Piece piece) {
        Matcher assign = ASSIGN.matcher(piece.body());
        if (assign.matches()) {
            boolean isNew = assign.group(2).equals(":=");
            return new Node.Assign(assign.group(1), ExpressionParser.parse(assign.group(3)), isNew);
        }
        return new Node.Output(ExpressionParser.parse(piece.body()), piece.text(), piece.line());
    }

    private Node choice(Piece first, int depth) {
        List<Node.Branch> branches = new ArrayList<>();
        Piece head = first;
        String condition = first.afterWord();
        boolean rebinds = first.word().equals("with");
        boolean more = true;
        while (more) {
            List<Node> body = block(depth + 1);
            branches.add(branch(condition, rebinds, body));
            Piece next = next(head);
            more = next.word().equals("else");
            head = next;
            String after = next.afterWord();
            rebinds = after.startsWith("with ");
            condition = after.replaceFirst("^(if|with)\\s+", "");
        }
        return new Node.Choice(branches);
    }

    private static Node.Branch branch(String condition, boolean rebinds, List<Node> body) {
        if (condition.isBlank()) {
            return new Node.Branch(null, false, "", body);
        }
        Matcher assign = ASSIGN.matcher(condition);
        boolean assigns = assign.matches();
        Expression expression = ExpressionParser.parse(assigns ? assign.group(3) : condition);
        return new Node.Branch(expression, rebinds, assigns ? assign.group(1) : "", body);
    }

    private Node repeat(Piece piece, int depth) {
        Matcher range = RANGE.matcher(piece.afterWord());
        boolean matches = range.matches();
        List<Node> body = block(depth + 1);
        List<Node> otherwise = List.of();
        if (next(piece).word().equals("else")) {
            otherwise = block(depth + 1);
            next(piece);
        }
        String first = matches && range.group(1) != null ? range.group(1) : "";
        String second = matches && range.group(2) != null ? range.group(2) : "";
        Expression over = ExpressionParser.parse(matches ? range.group(3) : piece.afterWord());
        return new Node.Repeat(over, second.isEmpty() ? "" : first, second.isEmpty() ? first : second, body, otherwise);
    }

    private @Nullable Node define(Piece piece, boolean inPlace, int depth) {
        Matcher named = NAMED.matcher(piece.afterWord());
        List<Node> body = block(depth + 1);
        next(piece);
        if (!named.matches()) {
            return null;
        }
        definitions.put(named.group(1), body);
        return inPlace ? invoke(piece.afterWord(), piece.line()) : null;
    }

    private static @Nullable Node invoke(String rest, int line) {
        Matcher named = NAMED.matcher(rest);
        if (!named.matches()) {
            return null;
        }
        String argument = named.group(2);
        Expression value = argument.isBlank() ? ExpressionParser.parse("nil") : ExpressionParser.parse(argument);
        return new Node.Invoke(named.group(1), value, line);
    }

    /** Takes the directive that ended a block. */
    private Piece next(Piece opened) {
        if (at >= pieces.size()) {
            throw new TemplateException("a block is not closed", opened.line());
        }
        return pieces.get(at++);
    }
}
