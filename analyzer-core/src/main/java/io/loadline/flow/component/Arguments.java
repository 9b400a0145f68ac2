package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of calls. */
final class Arguments {

    private Arguments() {}

    /** The written arguments of a call or allocation. */
    static List<Node> of(CallSite site) {
        if (site.node() instanceof Node.Call call) {
            return call.arguments();
        }
        return site.node() instanceof Node.New created ? created.arguments() : List.of();
    }

    /** An argument of a call in another body, one call further from where the walk began. */
    static Optional<Expr> of(CallSite site, int index, Texts texts, Scope from) {
        Scope there = from.enter(texts.of(site.caller()), Map.of());
        return of(site, index, there);
    }

    /** An argument of a call in a scope. */
    static Optional<Expr> of(CallSite site, int index, Scope scope) {
        List<Node> arguments = of(site);
        if (index < 0 || index >= arguments.size()) {
            return Optional.empty();
        }
        Node node = site.node();
        Expr call = new Expr(node, MethodText.spanOf(node, site.caller().decl().span()), scope);
        return Optional.of(call.part(arguments.get(index)));
    }
}
