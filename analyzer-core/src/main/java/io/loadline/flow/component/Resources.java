package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an address names a resource of the class path or a file: opening it leaves the process to no other. */
final class Resources {

    private static final int DEEPEST = 5;

    /** By the custom of the language, what looks such addresses up is named so. */
    private static final Pattern LOOKUP =
            Pattern.compile("get(System)?Resources?|getURL|getClassPathResource|getLocation|find(System)?Resources?");

    private final Program program;

    Resources(Program program) {
        this.program = program;
    }

    /** Whether the call is made on an address of the program's own. */
    boolean isOpened(CallSite site) {
        if (!(site.node() instanceof Node.Call call) || call.receiver() == null) {
            return false;
        }
        if (isOfArchive(site)) {
            return true;
        }
        Set<Variable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Scope scope = Scope.of(program.texts().of(site.caller()));
        return isLookedUp(call.receiver(), new Expr(call, call.nameSpan(), scope), seen, 0);
    }

    /** Whether the method takes the connection for one into an archive. */
    private static boolean isOfArchive(CallSite site) {
        Node body = site.caller().decl().body();
        return body != null
                && body.any(node -> node instanceof Node.Cast cast
                        && cast.type().simpleName().equals("JarURLConnection"));
    }

    private boolean isLookedUp(@Nullable Node node, Expr near, Set<Variable> seen, int depth) {
        if (node == null || depth > DEEPEST) {
            return false;
        }
        if (node instanceof Node.Call call) {
            return LOOKUP.matcher(call.name()).matches() || isLookedUp(call.receiver(), near, seen, depth);
        }
        if (node instanceof Node.Branch branch) {
            return branch.arms().stream().anyMatch(arm -> isLookedUp(arm, near, seen, depth));
        }
        if (node instanceof Node.Cast cast) {
            return isLookedUp(cast.value(), near, seen, depth);
        }
        return node instanceof Node.Name name && isLookedUp(name, near, seen, depth);
    }

    private boolean isLookedUp(Node.Name name, Expr near, Set<Variable> seen, int depth) {
        Optional<Variable> variable = near.scope().variable(name.id(), near.at());
        if (variable.isEmpty()) {
            return program.texts().field(near.scope().type(), name.id()).stream()
                    .flatMap(field -> field.values().stream())
                    .anyMatch(v -> isLookedUp(v.node(), v, seen, depth + 1));
        }
        if (!seen.add(variable.get())) {
            return false;
        }
        boolean given = variable.get().values().stream()
                .anyMatch(v -> isLookedUp(v.node(), Expr.of(v, near.scope()), seen, depth));
        return given || isHandedIn(variable.get(), near, seen, depth);
    }

    private boolean isHandedIn(Variable variable, Expr near, Set<Variable> seen, int depth) {
        MethodText text = near.scope().text();
        return text != null
                && variable.kind() == Variable.Kind.PARAMETER
                && program.callers().of(text.method()).stream()
                        .flatMap(c -> Arguments.of(c, variable.index(), program.texts(), near.scope()).stream())
                        .anyMatch(a -> isLookedUp(a.node(), a, seen, depth + 1));
    }
}
