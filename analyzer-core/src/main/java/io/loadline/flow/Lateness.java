package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which calls may run after the method in whose text they stand: in functions that somebody keeps. */
final class Lateness {

    private static final Set<String> FUNCTIONS = Set.of("java.lang.Runnable", "java.util.concurrent.Callable");

    private final Catalog catalog;
    private final Map<Method, Boolean> calling = new HashMap<>();

    Lateness(Code code) {
        this.catalog = code.catalog();
    }

    /** Whether a call may run later than its caller. */
    boolean of(CallSite site) {
        for (Frame frame : site.frame().chain()) {
            if (frame.kind() == Frame.Kind.DEFERRED
                    || (frame.kind() == Frame.Kind.LAMBDA && !runsAtOnce(frame, site))) {
                return true;
            }
        }
        return false;
    }

    private boolean runsAtOnce(Frame frame, CallSite site) {
        if (frame.runs().equals("once") || frame.isKept()) {
            return true;
        }
        if (frame.taker().isEmpty()) {
            return false;
        }
        Target taker = frame.taker().get();
        if (taker.declared().isPresent()) {
            return calls(taker.declared().get());
        }
        String receiver = taker.receiver().name();
        return receiver.startsWith("java.")
                || site.caller().owner().names().view().lineage(receiver).stream()
                        .anyMatch(catalog::names);
    }

    /** Whether a method calls a function that it is given; one without a body, or of which nothing is known, does. */
    private boolean calls(Method taker) {
        return calling.computeIfAbsent(taker, Lateness::callsParameter);
    }

    private static boolean callsParameter(Method taker) {
        Node body = taker.decl().body();
        if (body == null || taker.decl().modifiers().contains(Modifier.ABSTRACT)) {
            return true;
        }
        Set<String> functions = taker.decl().parameters().stream()
                .filter(p -> isFunction(
                        taker, taker.owner().names().resolve(p.type()).name()))
                .map(MethodDecl.Parameter::name)
                .collect(Collectors.toSet());
        Deque<Node> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            Node here = open.remove();
            if (here instanceof Node.Call call
                    && call.receiver() instanceof Node.Name on
                    && functions.contains(on.id())) {
                return true;
            }
            open.addAll(here.children());
        }
        return functions.isEmpty();
    }

    private static boolean isFunction(Method taker, String type) {
        return FUNCTIONS.contains(type)
                || type.startsWith("java.util.function.")
                || taker.owner()
                        .names()
                        .view()
                        .findProject(type)
                        .map(ProjectType::decl)
                        .filter(decl -> decl.kind() == TypeDecl.Kind.INTERFACE)
                        .isPresent();
    }
}
