package io.loadline.flow;

import io.loadline.catalog.CatalogFile.Deferral;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Functions that methods of the project hand on to other threads or keep for later: {@code jobs.submit(() -> load(id))}, where {@code
 * submit} passes its parameter to an executor.
 */
public final class Handed {

    /** Reads what the methods of a system do with their function parameters. */
    public static final Query<Handed> QUERY = new Query<>("functions handed on") {
        @Override
        protected Handed compute(SystemModel system) {
            return new Handed(system.code(), system.ask(CallGraph.QUERY));
        }
    };

    private static final int DEEPEST = 4;

    /** What becomes of a parameter. */
    private enum Use {
        /** It only runs later or elsewhere, if at all. */
        LATER,
        /** It runs, or may run, while the method does. */
        NOW,
        NONE
    }

    private final Code code;
    private final CallGraph graph;
    private final Map<Parameter, Use> known = new HashMap<>();

    /** A parameter of a method that some object runs; the type of the object is absent where only the method tells it. */
    private record Parameter(
            Method method, int position, @Nullable ProjectType self) {}

    private Handed(Code code, CallGraph graph) {
        this.code = code;
        this.graph = graph;
    }

    /** Whether a call runs while its caller runs. */
    public boolean runsNow(CallSite site) {
        for (Frame frame = site.frame(); frame != null; frame = frame.around().orElse(null)) {
            if (isPutOff(frame)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands in a frame runs later or elsewhere. */
    boolean isPutOff(Frame frame) {
        return frame.kind() == Frame.Kind.DEFERRED
                || (frame.kind() == Frame.Kind.LAMBDA
                        && frame.taker()
                                .filter(taker -> isPutOff(taker, frame.position()))
                                .isPresent());
    }

    private boolean isPutOff(Target taker, int position) {
        return taker.declared()
                .filter(method -> {
                    ProjectType receiver = method.owner()
                            .names()
                            .view()
                            .findProject(taker.receiver().name())
                            .orElse(null);
                    return use(graph.to(method, receiver), position, receiver, 0) == Use.LATER;
                })
                .isPresent();
    }

    /** What becomes of a parameter in all methods that a call may lead to. */
    private Use use(List<Method> methods, int position, @Nullable ProjectType self, int depth) {
        Use whole = Use.NONE;
        for (Method method : methods) {
            Use use = use(new Parameter(method, position, self), depth);
            if (use == Use.NOW) {
                return use;
            }
            whole = use == Use.LATER ? use : whole;
        }
        return whole;
    }

    private synchronized Use use(Parameter parameter, int depth) {
        List<MethodDecl.Parameter> declared = parameter.method().decl().parameters();
        if (depth > DEEPEST || parameter.position() >= declared.size()) {
            return Use.NOW;
        }
        Use before = known.get(parameter);
        if (before == null) {
            known.put(parameter, Use.NOW);
            before = within(parameter, declared.get(parameter.position()).name(), depth);
            known.put(parameter, before);
        }
        return before;
    }

    private Use within(Parameter parameter, String name, int depth) {
        Use whole = Use.NONE;
        for (CallSite site : code.sites(parameter.method())) {
            Use use = !runsNow(site) && site.node().any(n -> isNamed(n, name))
                    ? Use.LATER
                    : at(site, name, parameter.self(), depth);
            if (use == Use.NOW) {
                return use;
            }
            whole = use == Use.LATER ? use : whole;
        }
        return whole;
    }

    private Use at(CallSite site, String name, @Nullable ProjectType self, int depth) {
        if (site.node() instanceof Node.MethodRef ref && isNamed(ref.scope(), name)) {
            return Use.NOW;
        }
        if (!(site.node() instanceof Node.Call call)) {
            return Use.NONE;
        }
        if (call.receiver() != null && isNamed(call.receiver(), name)) {
            return Use.NOW;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (carries(call.arguments().get(i), name)) {
                Optional<Deferral> stated = deferral(site);
                if (stated.isPresent()) {
                    return stated.get().isNow() ? Use.NOW : Use.LATER;
                }
                return use(graph.from(site, self).methods(), i, CallGraph.isOnSelf(site) ? self : null, depth + 1);
            }
        }
        return Use.NONE;
    }

    private Optional<Deferral> deferral(CallSite site) {
        return site
                .caller()
                .owner()
                .names()
                .view()
                .lineage(site.target().receiver().name())
                .stream()
                .flatMap(owner ->
                        code
                                .catalog()
                                .deferral(
                                        owner,
                                        site.target().name(),
                                        site.target().arguments())
                                .stream())
                .findFirst();
    }

    /** The parameter itself, or an object made around it. */
    private static boolean carries(Node argument, String name) {
        return isNamed(argument, name)
                || (argument instanceof Node.New created
                        && created.arguments().stream().anyMatch(a -> isNamed(a, name)));
    }

    private static boolean isNamed(Node node, String name) {
        return node instanceof Node.Name written && written.id().equals(name);
    }
}
