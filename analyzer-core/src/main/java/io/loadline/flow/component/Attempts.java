package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.evidence.Span;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Loop;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the attempts of a loop are other than the same request again, which waiting would help. */
final class Attempts {

    /** By custom, what makes a value that was not there before. */
    private static final Pattern FRESH = Pattern.compile("(?i).*(random|uuid|unique|generate|nextname).*");

    /** By custom, a lost race between writers: whoever comes second tries again at once. */
    private static final Pattern RACE = Pattern.compile(
            "(?i).*(optimi[sz]?i?[st]|staleobject|stalestate|concurrencyfail|duplicatekey|cannotserialize).*");

    private Attempts() {}

    /** Whether each attempt asks for something else, or only settles a race between writers. */
    static boolean differ(CallSite repeated, Loop loop, MethodText text) {
        Node.Block body = repeated.caller().decl().body();
        return isRace(loop.over())
                || (body != null && settlesRace(body, loop.span()))
                || asksAnew(repeated, loop.span(), text);
    }

    private static boolean isRace(Node condition) {
        return names(condition).anyMatch(name -> RACE.matcher(name).matches());
    }

    private static Stream<String> names(Node node) {
        Stream<String> own = node instanceof Node.Name name
                ? Stream.of(name.id())
                : node instanceof Node.Select select ? Stream.of(select.name()) : Stream.empty();
        return Stream.concat(own, node.children().stream().flatMap(Attempts::names));
    }

    private static boolean settlesRace(Node node, Span loop) {
        if (node instanceof Node.Loop here && here.span().equals(loop)) {
            return catches(here.body());
        }
        return node.children().stream().anyMatch(child -> settlesRace(child, loop));
    }

    private static boolean catches(Node node) {
        boolean caught = node instanceof Node.Handler handler
                && handler.types().stream()
                        .anyMatch(t -> RACE.matcher(t.simpleName()).matches());
        return caught || node.children().stream().anyMatch(Attempts::catches);
    }

    /** Whether what the repeated call is given is made anew in each round. */
    private static boolean asksAnew(CallSite repeated, Span loop, MethodText text) {
        Set<Variable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(Arguments.of(repeated));
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (isFresh(here)) {
                return true;
            }
            here.children().forEach(open::push);
            if (here instanceof Node.Name name) {
                text.variable(name.id(), end(repeated))
                        .filter(v -> Variable.startsBefore(loop, v.from()) && seen.add(v))
                        .ifPresent(v -> open.addAll(madeOf(v, repeated)));
            }
        }
        return false;
    }

    private static boolean isFresh(Node node) {
        boolean element =
                node instanceof Node.Operation operation && operation.operator().equals("[]");
        boolean next = node instanceof Node.Call taken
                && taken.receiver() != null
                && (taken.name().equals("next") || taken.name().equals("poll") || isIndexed(taken));
        if (element || next) {
            return true;
        }
        String word = node instanceof Node.Call call
                ? call.name()
                : node instanceof Node.New made ? made.type().simpleName() : "";
        boolean ofGenerator = node instanceof Node.Call call
                && call.receiver() instanceof Node.Name owner
                && FRESH.matcher(owner.id()).matches();
        return ofGenerator || FRESH.matcher(word).matches();
    }

    private static boolean isIndexed(Node.Call call) {
        return call.name().equals("get")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Node.Name;
    }

    /** What a variable is given, and what is set on it, before the repeated call. */
    private static List<Node> madeOf(Variable variable, CallSite repeated) {
        return Stream.concat(
                        variable.values().stream().map(Variable.Placed::node).filter(n -> n != repeated.node()),
                        variable.on().stream()
                                .filter(s -> s.order() < repeated.order())
                                .flatMap(s -> Arguments.of(s).stream()))
                .toList();
    }

    private static Span end(CallSite site) {
        return MethodText.spanOf(site.node(), site.caller().decl().span());
    }
}
