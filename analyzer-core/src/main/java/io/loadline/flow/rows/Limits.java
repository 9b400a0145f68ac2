package io.loadline.flow.rows;

import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds pages and limits that are passed to a query or set on it. */
final class Limits {

    private static final Set<String> LIMITERS =
            Set.of("setMaxResults", "limit", "setFirstResult", "maxRows", "setMaxRows", "top", "page", "withLimit");
    private static final Set<String> PAGES =
            Set.of("Pageable", "PageRequest", "Limit", "ScrollPosition", "IPage", "RowBounds", "Page", "PageParam");

    private Limits() {}

    /** Whether the call takes a page, or one of the calls that made the query limits it. */
    static boolean isLimited(Node.Call call, List<Node.Call> making, Method caller) {
        return call.arguments().stream().anyMatch(a -> isPage(a, caller))
                || making.stream().anyMatch(step -> limits(step, caller));
    }

    private static boolean limits(Node.Call step, Method caller) {
        if (step.name().equals("last")) {
            return step.arguments().stream()
                    .flatMap(a -> Nodes.all(a, Node.Literal.class).stream())
                    .anyMatch(l -> l.text().toLowerCase(Locale.ROOT).contains("limit"));
        }
        boolean paged = step.name().equals("with") && step.arguments().stream().anyMatch(a -> isPage(a, caller));
        return paged || (LIMITERS.contains(step.name()) && step.receiver() != null);
    }

    /** Whether the thread's next query is made a page before the call. */
    static boolean isPagedBefore(CallSite site) {
        Node body = site.caller().decl().body();
        return body != null
                && Nodes.all(body, Node.Call.class).stream()
                        .takeWhile(c -> c != site.node())
                        .anyMatch(c -> c.name().matches("startPage|offsetPage"));
    }

    /** Whether an argument only orders the rows, or says nothing. */
    static boolean isOrderOrNothing(Node argument) {
        if (argument instanceof Node.Literal literal) {
            return literal.kind() == Node.LiteralKind.NULL;
        }
        return Nodes.root(argument) instanceof Node.Name type && type.id().equals("Sort");
    }

    /** Whether what is passed comes from the caller's own callers. */
    static boolean isParameter(Node argument, Method caller) {
        return argument instanceof Node.Name name
                && caller.decl().parameters().stream().anyMatch(p -> p.name().equals(name.id()));
    }

    private static boolean isPage(Node argument, Method caller) {
        if (argument instanceof Node.Call call) {
            boolean named = call.name().toLowerCase(Locale.ROOT).contains("pageable")
                    || call.name().toLowerCase(Locale.ROOT).contains("pagerequest");
            return named || (Nodes.root(call) instanceof Node.Name type && PAGES.contains(type.id()));
        }
        if (argument instanceof Node.New created) {
            return PAGES.contains(created.type().simpleName());
        }
        if (!(argument instanceof Node.Name name)) {
            return false;
        }
        boolean byType = caller.decl().parameters().stream()
                .anyMatch(p ->
                        p.name().equals(name.id()) && PAGES.contains(p.type().simpleName()));
        String word = name.id().toLowerCase(Locale.ROOT);
        return byType
                || word.contains("pageable")
                || word.contains("pagerequest")
                || word.matches("limit|maxrows|pagesize");
    }
}
