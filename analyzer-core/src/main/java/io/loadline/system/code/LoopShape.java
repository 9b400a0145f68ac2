package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a loop alone tells of its purpose. */
final class LoopShape {

    /** Operations that give a view of the same elements, or of as many of them. */
    static final Set<String> KEEPS_ELEMENTS = Set.of(
            "stream",
            "parallelStream",
            "parallel",
            "sequential",
            "map",
            "mapToObj",
            "filter",
            "peek",
            "sorted",
            "distinct",
            "boxed",
            "iterator",
            "values",
            "entrySet",
            "keySet",
            "toList",
            "collect",
            "unordered",
            "skip",
            "flatMap");

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "!=");

    /** By custom, a helper that cuts a collection into pieces and is told how large they are: {@code split(ids, chunkSize)}. */
    private static final Pattern CUTS =
            Pattern.compile("(split|partition|chunk|batch|slice|window)([A-Z]\\w*|e[sd]|s)?");

    private static final Pattern SIZES = Pattern.compile("(?i).*(size|chunk|batch|max|limit|length).*");

    private LoopShape() {}

    /** Whether the elements of a call's result are pieces of a collection rather than its elements. */
    static boolean cutsUp(Node.Call call) {
        return CUTS.matcher(call.name()).matches()
                && call.arguments().size() > 1
                && call.arguments().stream().skip(1).anyMatch(LoopShape::isSize)
                && call.arguments().stream().noneMatch(LoopShape::isText);
    }

    private static boolean isSize(Node node) {
        if (node instanceof Node.Literal literal) {
            return literal.kind() == Node.LiteralKind.INTEGER;
        }
        return node.any(here -> (here instanceof Node.Name name
                        && SIZES.matcher(name.id()).matches())
                || (here instanceof Node.Select select
                        && SIZES.matcher(select.name()).matches())
                || (here instanceof Node.Call call && SIZES.matcher(call.name()).matches()));
    }

    private static boolean isText(Node node) {
        return node instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.STRING;
    }

    /** Rounds repeat one thing until it succeeds: an attempt that leaves the loop at its end, and a handler that does not. */
    static boolean isRetry(Node.Loop loop) {
        if (loop.kind() == Node.LoopKind.FOR_EACH) {
            return false;
        }
        for (Node step : steps(loop.body())) {
            if (step instanceof Node.Try attempt && !attempt.handlers().isEmpty()) {
                boolean succeeds = leaves(attempt.body());
                boolean staysOnFailure = attempt.handlers().stream().anyMatch(h -> !alwaysLeaves(h.body()));
                if (succeeds && staysOnFailure) {
                    return true;
                }
            }
        }
        return counterNamesAttempts(loop);
    }

    private static boolean counterNamesAttempts(Node.Loop loop) {
        if (loop.condition() == null) {
            return false;
        }
        return names(loop.condition()).stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .anyMatch(n -> n.contains("attempt") || n.contains("retr") || n.equals("tries"));
    }

    private static java.util.List<Node> steps(Node body) {
        return body instanceof Node.Block block ? block.steps() : java.util.List.of(body);
    }

    /** Whether the text leaves the loop on its straight way. */
    private static boolean leaves(Node.Block block) {
        return block.steps().stream().anyMatch(LoopShape::isExit);
    }

    /** Whether the loop around a block ends with it: it returns, throws or breaks on its straight way. */
    static boolean endsLoop(Node.Block block) {
        return alwaysLeaves(block);
    }

    private static boolean alwaysLeaves(Node.Block block) {
        return block.steps().stream().anyMatch(s -> isExit(s) || s instanceof Node.Throw);
    }

    private static boolean isExit(Node step) {
        return step instanceof Node.Return || (step instanceof Node.Jump jump && jump.kind() == Node.JumpKind.BREAK);
    }

    /** Whether a counting loop steps over more than one element per round. */
    static boolean stepsByMore(Node.Loop loop) {
        return loop.update().stream()
                .anyMatch(u -> (u instanceof Node.Assign step
                        && (step.operator().equals("+=") || step.operator().equals("="))
                        && !isOne(step)));
    }

    private static boolean isOne(Node.Assign step) {
        Node by = step.value() instanceof Node.Operation sum
                        && sum.operator().equals("+")
                        && sum.operands().size() == 2
                ? sum.operands().get(1)
                : step.value();
        return !(by instanceof Node.Name)
                && !(by instanceof Node.Select)
                && !(by instanceof Node.Literal literal && !literal.text().equals("1"));
    }

    /** What a counter is compared with: the right side of {@code i < n}. */
    static Optional<Node> limit(Node condition) {
        if (condition instanceof Node.Operation comparison
                && COMPARISONS.contains(comparison.operator())
                && comparison.operands().size() == 2) {
            boolean counterFirst = comparison.operands().get(0) instanceof Node.Name;
            return Optional.of(comparison.operands().get(counterFirst ? 1 : 0));
        }
        return Optional.empty();
    }

    /** The purpose of a loop that only has a condition. */
    static Loop.Bound ofCondition(Node.Loop loop, Node condition) {
        Set<String> read = names(condition);
        if (read.isEmpty() || saysAlways(condition)) {
            return Loop.Bound.POLLING;
        }
        Set<String> assigned = assigned(loop.body());
        if (calls(
                condition,
                Set.of("hasNext", "next", "hasMoreElements", "hasNextLine", "isEmpty", "poll", "readLine", "read"))) {
            boolean renewed = read.stream().anyMatch(assigned::contains);
            return renewed ? Loop.Bound.PAGED : Loop.Bound.DATA;
        }
        if (calls(loop.body(), Set.of("sleep", "await", "wait", "delay", "park", "parkNanos"))) {
            return Loop.Bound.POLLING;
        }
        boolean dependsOnRounds = read.stream().anyMatch(assigned::contains);
        return dependsOnRounds ? Loop.Bound.PAGED : Loop.Bound.UNKNOWN;
    }

    private static boolean saysAlways(Node condition) {
        return condition instanceof Node.Literal literal && literal.text().equals("true");
    }

    private static Set<String> names(Node node) {
        Set<String> all = new HashSet<>();
        each(node, here -> {
            if (here instanceof Node.Name name) {
                all.add(name.id());
            }
        });
        return all;
    }

    private static Set<String> assigned(Node node) {
        Set<String> all = new HashSet<>();
        each(node, here -> {
            if (here instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
                all.add(name.id());
            }
        });
        return all;
    }

    private static boolean calls(Node node, Set<String> methods) {
        boolean[] found = new boolean[1];
        each(node, here -> found[0] |= here instanceof Node.Call call && methods.contains(call.name()));
        return found[0];
    }

    private static void each(Node node, java.util.function.Consumer<Node> action) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node here = open.pop();
            action.accept(here);
            here.children().forEach(open::push);
        }
    }
}
