package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.evidence.Span;
import io.loadline.flow.Annotated;
import io.loadline.flow.EntryPoints;
import io.loadline.system.Query;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what is made is made once and kept, or anew while work from outside is served. */
public final class Lifetime {

    /** Tells how long what is made in a system is kept. */
    public static final Query<Lifetime> QUERY = new Query<>("lifetimes") {
        @Override
        protected Lifetime compute(SystemModel system) {
            return new Lifetime(system);
        }
    };

    private static final int DEEPEST = 4;
    private static final Pattern KEEPING = Pattern.compile("(put|add|set|offer|push|register|compute)\\w*");

    private static final Pattern CONNECTION =
            Pattern.compile("(?:get|borrow)?\\w*(Connection|Channel|Socket)(From\\w+)?");

    private final Program program;
    private final EntryPoints entries;
    private final Annotated annotated;

    private Lifetime(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        this.annotated = system.ask(Annotated.QUERY);
    }

    /** Whether a call makes something anew for each request or message. */
    public synchronized boolean isPerRequest(CallSite creation) {
        return isPerRequest(creation, 0);
    }

    private boolean isPerRequest(CallSite made, int depth) {
        Method method = made.caller();
        if (depth > DEEPEST
                || isWrapper(made)
                || isKeptByFrame(made)
                || program.beans().isBeanMethod(method)
                || annotated.keepsResults(method)) {
            return false;
        }
        if (method.name().startsWith("<")) {
            return isObjectMadePerRequest(method, depth);
        }
        Heat heat = entries.reachOf(method).heat();
        boolean served = heat == Heat.REQUEST || heat == Heat.LISTENER;
        return served && escapes(made, depth);
    }

    /** What a constructor makes lives as long as its object. */
    private boolean isObjectMadePerRequest(Method constructor, int depth) {
        boolean once = constructor.name().equals("<clinit>")
                || (program.beans().isBeanType(constructor.owner())
                        && !program.beans().isScoped(constructor.owner().annotationNames()));
        return !once
                && program.callers().allocating(constructor.owner()).stream()
                        .anyMatch(site -> isPerRequest(site, depth + 1));
    }

    /** A constructor that is handed a connection which exists already opens none. */
    private boolean isWrapper(CallSite made) {
        if (!(made.node() instanceof Node.New created)) {
            return false;
        }
        MethodText text = program.texts().of(made.caller());
        return created.arguments().stream().anyMatch(argument -> isConnection(argument, text, created.span()));
    }

    private static boolean isConnection(Node argument, MethodText text, Span at) {
        Node value = argument;
        while (value instanceof Node.Cast cast) {
            value = cast.value();
        }
        if (value instanceof Node.Call call) {
            return CONNECTION.matcher(call.name()).matches();
        }
        if (!(value instanceof Node.Name name)) {
            return false;
        }
        Optional<Variable> variable = text.variable(name.id(), at);
        return variable.isPresent()
                && variable.get().type() != null
                && CONNECTION.matcher(variable.get().type().simpleName()).matches()
                && variable.get().values().stream().noneMatch(v -> v.node() instanceof Node.New);
    }

    private static boolean isKeptByFrame(CallSite made) {
        return made.frame().chain().stream()
                .flatMap(f -> f.taker().stream())
                .anyMatch(t -> t.name().startsWith("compute") || t.name().equals("memoize"));
    }

    /** Whether what is made is dropped when the method ends: it is neither put into a field nor handed to somebody who keeps it. */
    private boolean escapes(CallSite made, int depth) {
        MethodText text = program.texts().of(made.caller());
        Node value = made.node();
        Node around = text.around(value).orElse(null);
        while (around instanceof Node.Cast
                || around instanceof Node.Branch
                || (around instanceof Node.Call call && call.receiver() == value)) {
            value = around;
            around = text.around(value).orElse(null);
            if (text.site(value).filter(program.matches()::isOperation).isPresent()) {
                return true;
            }
        }
        if (around instanceof Node.Assign assign) {
            return text.variable(nameOf(assign.target()), assign.span()).isPresent()
                    && !isKept(text, nameOf(assign.target()), assign.span());
        }
        if (around instanceof Node.Local local) {
            return !isKept(text, local.name(), local.span()) && !isReturned(text, local.name(), made, depth);
        }
        if (around instanceof Node.Return) {
            return isAskedPerRequest(made.caller(), depth);
        }
        return !(around instanceof Node.Call taker
                && text.site(taker).filter(s -> keeps(s, text)).isPresent());
    }

    private static String nameOf(Node target) {
        return target instanceof Node.Name name ? name.id() : "";
    }

    private static boolean isKept(MethodText text, String name, Span at) {
        Optional<Variable> variable = text.variable(name, at);
        boolean passed = variable.stream().flatMap(v -> v.passed().stream()).anyMatch(p -> keeps(p.site(), text));
        boolean assigned = text.fields().values().stream()
                .flatMap(f -> f.values().stream())
                .anyMatch(v -> v.node() instanceof Node.Name from && from.id().equals(name));
        return passed || assigned;
    }

    /** A collection in a field that is given the value. */
    private static boolean keeps(CallSite taker, MethodText text) {
        return KEEPING.matcher(taker.target().name()).matches()
                && text.fields().values().stream().anyMatch(f -> f.on().contains(taker));
    }

    /** A value that is given back is made anew only for those callers that do not keep it. */
    private boolean isReturned(MethodText text, String name, CallSite made, int depth) {
        boolean returned = text.returned().stream().anyMatch(r -> isNamed(r.node(), name) || wraps(r.node(), name));
        return returned && !isAskedPerRequest(made.caller(), depth);
    }

    /** Whether an object is made that keeps the value. */
    private static boolean wraps(Node given, String name) {
        return given instanceof Node.New created && created.arguments().stream().anyMatch(a -> isNamed(a, name));
    }

    private static boolean isNamed(Node node, String name) {
        return node instanceof Node.Name given && given.id().equals(name);
    }

    private boolean isAskedPerRequest(Method maker, int depth) {
        List<CallSite> callers = program.callers().of(maker);
        return callers.isEmpty() || callers.stream().anyMatch(c -> isPerRequest(c, depth + 1));
    }
}
