package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a task that is handed to an executor is a loop that ends with the process: such tasks never wait for one another. */
final class Endless {

    private static final int DEEPEST = 4;
    private static final Set<String> ENDING =
            Set.of("hasNext", "hasMoreElements", "isEmpty", "ready", "next", "compareTo");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    private final Program program;

    Endless(Program program) {
        this.program = program;
    }

    /** Whether what a call hands in runs for ever. */
    boolean runs(CallSite submit) {
        MethodText text = program.texts().of(submit.caller());
        return Arguments.of(submit).stream().anyMatch(task -> task(task, text, new HashSet<>(), 0));
    }

    private boolean task(Node task, MethodText text, Set<Method> seen, int depth) {
        if (task instanceof Node.Lambda lambda) {
            return body(lambda.body(), text, seen, depth);
        }
        if (task instanceof Node.MethodRef) {
            return text.site(task).filter(site -> leads(site, seen, depth)).isPresent();
        }
        if (task instanceof Node.Name name && name.id().equals("this")) {
            return run(text.method().owner(), seen, depth);
        }
        if (task instanceof Node.New created) {
            return type(created, text).filter(t -> run(t, seen, depth)).isPresent();
        }
        if (task instanceof Node.Name name) {
            Optional<Variable> variable =
                    text.variable(name.id(), io.loadline.evidence.Span.onLine(Integer.MAX_VALUE, 1, 1));
            return variable.stream()
                    .flatMap(v -> v.values().stream())
                    .anyMatch(v -> depth < DEEPEST && task(v.node(), text, seen, depth + 1));
        }
        return false;
    }

    private Optional<ProjectType> type(Node.New created, MethodText text) {
        TypeDecl anonymous = created.body();
        return anonymous != null
                ? program.texts().anonymous(anonymous)
                : text.site(created)
                        .flatMap(site -> text.method()
                                .owner()
                                .names()
                                .view()
                                .findProject(site.target().receiver().name()));
    }

    private boolean run(ProjectType type, Set<Method> seen, int depth) {
        return type.methods().stream()
                .filter(m -> m.name().equals("run") || m.name().equals("call"))
                .anyMatch(m -> method(m, seen, depth));
    }

    private boolean leads(CallSite site, Set<Method> seen, int depth) {
        List<Method> bodies = program.graph().from(site).methods();
        return !bodies.isEmpty() && bodies.stream().anyMatch(m -> method(m, seen, depth));
    }

    private boolean method(Method method, Set<Method> seen, int depth) {
        Node.Block body = method.decl().body();
        return body != null
                && depth < DEEPEST
                && seen.add(method)
                && body(body, program.texts().of(method), seen, depth);
    }

    private boolean body(Node body, MethodText text, Set<Method> seen, int depth) {
        List<Node> open = new ArrayList<>(List.of(body));
        while (!open.isEmpty()) {
            Node here = open.remove(open.size() - 1);
            if (here instanceof Node.Loop loop && isEndless(loop)) {
                return true;
            }
            if (here instanceof Node.Call
                    && text.site(here).filter(s -> leads(s, seen, depth + 1)).isPresent()) {
                return true;
            }
            if (!(here instanceof Node.Lambda)) {
                open.addAll(here.children());
            }
        }
        return false;
    }

    /** A loop that nothing ends but a flag. */
    private static boolean isEndless(Node.Loop loop) {
        boolean counts = loop.kind() == Node.LoopKind.FOR_EACH || !loop.update().isEmpty();
        return !counts && isFlag(loop.condition());
    }

    private static boolean isFlag(@Nullable Node condition) {
        if (condition == null) {
            return true;
        }
        if (condition instanceof Node.Call call && ENDING.contains(call.name())) {
            return false;
        }
        if (condition instanceof Node.Operation operation
                && (COMPARISONS.contains(operation.operator())
                        || operation.operator().equals("!="))) {
            return false;
        }
        return !(condition instanceof Node.Assign)
                && condition.children().stream().allMatch(Endless::isFlag);
    }
}
