package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows what happens to a value after it is made. */
final class Aftermath {

    private final Program program;
    private final Bearing bearing;
    private final ConeNotes notes;
    private final ConeWalk origins;
    private final Set<Variable> used = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param origins follows where values come from, for those that are handed in on the way */
    Aftermath(Program program, Bearing bearing, ConeNotes notes, ConeWalk origins) {
        this.program = program;
        this.bearing = bearing;
        this.notes = notes;
        this.origins = origins;
    }

    /** Follows the calls that are made on a variable and those that it is passed to. */
    void uses(Variable variable, Scope scope, int level) {
        if (!used.add(variable)) {
            return;
        }
        variable.on().forEach(site -> onward(site, scope, level));
        variable.passed().forEach(p -> passed(p.site(), p.argument(), scope, level));
    }

    private void onward(CallSite site, Scope scope, int level) {
        if (isWork(site, scope) || isDerived(site, scope) || !notes.meet(site.node())) {
            return;
        }
        notes.note(site, scope, level, true);
        if (site.node() instanceof Node.Call call && site.target().declared().isEmpty()) {
            origins.arguments(site, call.arguments(), new Expr(call, call.nameSpan(), scope), level);
        }
    }

    /** Whether a chain of calls ends in work: then none of its calls configures. */
    private boolean isWork(CallSite site, Scope scope) {
        CallSite here = site;
        while (here != null) {
            if (program.matches().isOperation(here)) {
                return true;
            }
            MethodText text = scope.text();
            Node node = here.node();
            here = text == null
                    ? null
                    : text.around(node)
                            .filter(n -> n instanceof Node.Call call && call.receiver() == node)
                            .flatMap(text::site)
                            .orElse(null);
        }
        return false;
    }

    /** Whether a call is made on something that is derived from the value rather than on the value. */
    private boolean isDerived(CallSite site, Scope scope) {
        MethodText text = scope.text();
        Node here = site.node();
        while (text != null && here instanceof Node.Call call) {
            if (text.site(call).filter(program.matches()::derives).isPresent()) {
                return true;
            }
            here = call.receiver();
        }
        return false;
    }

    private void passed(CallSite site, int argument, Scope scope, int level) {
        List<Method> bodies = program.graph().from(site).methods();
        if (bodies.isEmpty() && bearing.changes(site)) {
            notes.hide(site.title() + " may configure it", site.at());
        }
        if (bodies.size() > ConeWalk.MOST_CALLERS
                || scope.depth() >= ConeWalk.DEEPEST
                || !(site.node() instanceof Node.Call call)) {
            return;
        }
        for (Method body : bodies) {
            MethodText text = program.texts().of(body);
            Map<String, Expr> bound = ConeWalk.bind(body, call.arguments(), new Expr(call, call.nameSpan(), scope));
            text.parameter(argument).ifPresent(v -> uses(v, scope.enter(text, bound), level));
        }
    }

    /** Follows an expression outwards: further calls in the chain, the variable that keeps it, whoever gets it. */
    void climb(Node made, Scope scope, MethodText text) {
        Node here = made;
        while (true) {
            Node around = text.around(here).orElse(null);
            if (around instanceof Node.Call call && call.receiver() == here) {
                Optional<CallSite> site = text.site(call);
                if (site.isEmpty() || program.matches().isOperation(site.get())) {
                    return;
                }
                onward(site.get(), scope, 0);
            } else if (!(around instanceof Node.Cast
                    || (around instanceof Node.Branch branch && branch.subject() != here))) {
                kept(around, here, scope, text);
                return;
            }
            here = around;
        }
    }

    private void kept(@Nullable Node around, Node value, Scope scope, MethodText text) {
        if (around instanceof Node.Local local) {
            text.variable(local.name(), local.span()).ifPresent(v -> uses(v, scope, 0));
        } else if (around instanceof Node.Assign assign) {
            assigned(assign, scope, text);
        } else if (around instanceof Node.Return) {
            text.returned().stream()
                    .filter(r -> r.node() == value || text.around(r.node()).orElse(null) == around)
                    .findFirst()
                    .ifPresent(r -> handedBack(scope, text.method()));
        } else if (around instanceof Node.Call call && text.site(call).isPresent()) {
            passed(text.site(call).get(), call.arguments().indexOf(value), scope, 0);
        }
    }

    private void assigned(Node.Assign assign, Scope scope, MethodText text) {
        Optional<Variable> local =
                assign.target() instanceof Node.Name name ? text.variable(name.id(), assign.span()) : Optional.empty();
        if (local.isPresent()) {
            uses(local.get(), scope, 0);
            return;
        }
        Optional<FieldText> field = assign.target() instanceof Node.Name name
                ? program.texts().field(scope.type(), name.id())
                : Accessors.field(program.texts(), scope.type(), assign.target());
        field.ifPresent(f -> f.uses().forEach(use -> uses(use.variable(), Scope.of(use.text()), 0)));
    }

    private void handedBack(Scope scope, Method method) {
        List<CallSite> callers = program.callers().of(method);
        if (program.beans().isBeanMethod(method)
                || callers.size() > ConeWalk.MOST_CALLERS
                || scope.depth() >= ConeWalk.DEEPEST) {
            return;
        }
        for (CallSite caller : callers) {
            MethodText text = program.texts().of(caller.caller());
            if (notes.meet(caller)) {
                climb(caller.node(), scope.enter(text, Map.of()), text);
            }
        }
    }
}
