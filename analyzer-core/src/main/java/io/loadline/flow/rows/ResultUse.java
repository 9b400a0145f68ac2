package io.loadline.flow.rows;

import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the caller does with the rows of a query. */
public enum ResultUse {
    /** Hands them on or works on each. */
    ROWS,
    /** Counts them. */
    COUNTED,
    /** Asks whether there are any. */
    TESTED,
    /** Folds them into a number. */
    SUMMED,
    /** Takes the first that fits. */
    FIRST,
    /** Hands them to what deletes them. */
    DELETED;

    private static final Set<String> SUMS = Set.of("sum", "reduce", "average", "summaryStatistics", "max", "min");
    private static final Set<String> DELETES = Set.of("deleteAll", "deleteAllInBatch", "deleteInBatch", "removeAll");
    private static final Set<String> TESTS =
            Set.of("isEmpty", "anyMatch", "noneMatch", "allMatch", "isNotEmpty", "nonEmpty");

    /** What is done with the result of a call in the method where it stands. */
    public static ResultUse of(CallSite site) {
        Node body = site.caller().decl().body();
        if (body == null) {
            return ROWS;
        }
        for (Node.Local local : Nodes.all(body, Node.Local.class)) {
            if (local.init() == site.node()) {
                return ofVariable(local.name(), body);
            }
        }
        Node top = site.node();
        ResultUse use = ROWS;
        for (Node.Call outer = around(top, body); outer != null; outer = around(top, body)) {
            use = step(outer, outer.receiver() == top, use);
            top = outer;
        }
        return use;
    }

    private static Node.@org.jspecify.annotations.Nullable Call around(Node inner, Node body) {
        for (Node.Call call : Nodes.all(body, Node.Call.class)) {
            if (call.receiver() == inner || ((isTest(call) || isDelete(call)) && isSame(call, inner))) {
                return call;
            }
        }
        return null;
    }

    private static boolean isSame(Node.Call call, Node inner) {
        return call.arguments().stream().anyMatch(a -> a == inner);
    }

    private static boolean isDelete(Node.Call call) {
        return call.receiver() != null && DELETES.contains(call.name());
    }

    private static boolean isTest(Node.Call call) {
        return call.name().equals("isEmpty") || call.name().equals("isNotEmpty");
    }

    private static ResultUse step(Node.Call call, boolean on, ResultUse before) {
        if (TESTS.contains(call.name())) {
            return TESTED;
        }
        if (!on) {
            return isDelete(call) ? DELETED : before;
        }
        if (call.name().equals("size") || call.name().equals("count")) {
            return COUNTED;
        }
        if (SUMS.contains(call.name())) {
            return SUMMED;
        }
        boolean first = call.name().matches("findFirst|findAny|getFirst")
                || (call.name().equals("get")
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Node.Literal zero
                        && zero.text().equals("0"));
        return first ? FIRST : before;
    }

    private static ResultUse ofVariable(String variable, Node body) {
        List<ResultUse> uses = new ArrayList<>();
        int named = 0;
        for (Node.Name name : Nodes.all(body, Node.Name.class)) {
            named += name.id().equals(variable) ? 1 : 0;
        }
        for (Node.Call call : Nodes.all(body, Node.Call.class)) {
            if (call.receiver() != null && Nodes.isNamed(call.receiver(), variable)) {
                uses.add(chain(call, body));
            } else if (isTest(call) && call.arguments().stream().anyMatch(a -> Nodes.isNamed(a, variable))) {
                uses.add(TESTED);
            } else if (isDelete(call) && call.arguments().stream().anyMatch(a -> Nodes.isNamed(a, variable))) {
                uses.add(DELETED);
            }
        }
        for (Node.Local iterator : Nodes.all(body, Node.Local.class)) {
            boolean on = iterator.init() instanceof Node.Call call
                    && call.name().equals("iterator")
                    && call.receiver() != null
                    && Nodes.isNamed(call.receiver(), variable);
            if (on
                    && Nodes.all(body, Node.Loop.class).stream()
                            .anyMatch(l -> isOver(l, iterator.name()) && adds(l.body()))) {
                uses.remove(ROWS);
                uses.add(SUMMED);
            }
        }
        for (Node.Loop loop : Nodes.all(body, Node.Loop.class)) {
            boolean over = loop.once().stream().anyMatch(o -> Nodes.isNamed(o, variable));
            if (over && loop.kind() == Node.LoopKind.FOR_EACH && adds(loop.body())) {
                uses.add(SUMMED);
            }
        }
        if (uses.size() < named || uses.isEmpty()) {
            return ROWS;
        }
        return uses.stream()
                .reduce((a, b) -> a == b ? a : a == ROWS || b == ROWS ? ROWS : merged(a, b))
                .orElse(ROWS);
    }

    private static boolean isOver(Node.Loop loop, String iterator) {
        return loop.condition() != null
                && Nodes.all(loop.condition(), Node.Call.class).stream()
                        .anyMatch(c -> c.receiver() != null && Nodes.isNamed(c.receiver(), iterator));
    }

    private static ResultUse merged(ResultUse a, ResultUse b) {
        return a == TESTED ? b : b == TESTED ? a : ROWS;
    }

    private static ResultUse chain(Node.Call first, Node body) {
        ResultUse use = step(first, true, ROWS);
        Node top = first;
        for (Node.Call outer = around(top, body); outer != null; outer = around(top, body)) {
            use = step(outer, outer.receiver() == top, use);
            top = outer;
        }
        return use;
    }

    /** Whether a round of a loop only adds to what outlives it. */
    private static boolean adds(Node body) {
        List<Node> steps = body instanceof Node.Block block ? block.steps() : List.of(body);
        return !steps.isEmpty()
                && steps.stream()
                        .allMatch(s -> s instanceof Node.Local || (s instanceof Node.Assign a && accumulates(a)))
                && steps.stream().anyMatch(Node.Assign.class::isInstance);
    }

    private static boolean accumulates(Node.Assign assign) {
        if (!assign.operator().equals("=")) {
            return true;
        }
        return assign.target() instanceof Node.Name name
                && Nodes.all(assign.value(), Node.Name.class).stream().anyMatch(n -> n.id().equals(name.id()));
    }
}
