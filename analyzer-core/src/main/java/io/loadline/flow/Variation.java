package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a repeated operation has to do with the round it is made in. */
public enum Variation {
    /** What it is given changes from round to round, or that cannot be excluded. */
    VARIES,
    /** The call in the loop changes, but what reaches the operation is the same in every round. */
    SAME_KEY,
    /** Nothing in the call depends on the round. */
    SAME_CALL;

    /** Values that flow through more steps than this are not followed. */
    private static final int PASSES = 3;

    /** A getter that moves nothing on by its name. */
    private static final Pattern PROPERTY =
            Pattern.compile("(get|is)(?!.*(Next|And|First|Last|Random|Time|Now))[A-Z]\\w*");

    /** The variation of an operation that a loop comes to on a way. */
    static Variation of(Loop loop, List<CallSite> way) {
        CallSite first = way.get(0);
        Set<String> changing = changing(first, loop);
        if (!(first.node() instanceof Node.Call)) {
            return VARIES;
        }
        if (!mentions(first.node(), changing)) {
            return SAME_CALL;
        }
        for (int i = 0; i + 1 < way.size(); i++) {
            CallSite here = way.get(i);
            CallSite next = way.get(i + 1);
            if (!(here.node() instanceof Node.Call call)
                    || !(next.node() instanceof Node.Call)
                    || (call.receiver() != null && mentions(call.receiver(), changing))) {
                return VARIES;
            }
            changing = within(next.caller(), call, changing);
        }
        return way.size() > 1 && !mentions(way.get(way.size() - 1).node(), changing) ? SAME_KEY : VARIES;
    }

    /** The variables that the rounds of a loop change. */
    static Set<String> changing(CallSite site, Loop loop) {
        Set<String> own = new HashSet<>();
        Map<String, Node> taken = new LinkedHashMap<>();
        for (Frame frame : site.frame().chain()) {
            frame.node().ifPresent(node -> {
                declared(node, own);
                node.each(here -> {
                    if (here instanceof Node.Local local) {
                        boolean once = local.init() != null && isProperty(local.init());
                        if (!once || taken.put(local.name(), local.init()) != null) {
                            own.add(local.name());
                        }
                    } else {
                        written(here, own);
                    }
                });
            });
            if (frame.loop().filter(l -> Same.is(l, loop)).isPresent()) {
                break;
            }
        }
        for (int pass = 0; pass < PASSES; pass++) {
            taken.forEach((name, value) -> {
                if (mentions(value, own)) {
                    own.add(name);
                }
            });
        }
        return own;
    }

    /** Whether a value is what it is taken from, or a property of that: the same as long as that is the same. */
    private static boolean isProperty(Node value) {
        if (value instanceof Node.Call getter) {
            return getter.receiver() != null
                    && getter.arguments().isEmpty()
                    && PROPERTY.matcher(getter.name()).matches()
                    && isProperty(getter.receiver());
        }
        return value instanceof Node.Select select
                ? isProperty(select.target())
                : value instanceof Node.Name || value instanceof Node.Literal;
    }

    static void declared(Node node, Set<String> into) {
        if (node instanceof Node.Loop loop && loop.variable() != null) {
            into.add(loop.variable().name());
        } else if (node instanceof Node.Lambda lambda) {
            lambda.parameters().forEach(p -> into.add(p.name()));
        }
    }

    private static void written(Node node, Set<String> into) {
        if (node instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
            into.add(name.id());
        } else {
            counted(node, into);
        }
    }

    /** The variable that a step of a count changes, such as {@code i++}. */
    static void counted(Node node, Set<String> into) {
        if (node instanceof Node.Operation step
                && step.operator().matches("x?(\\+\\+|--)")
                && step.operands().get(0) instanceof Node.Name name) {
            into.add(name.id());
        }
    }

    /** The variables of a called method that change with those of its caller. */
    private static Set<String> within(Method callee, Node.Call call, Set<String> outside) {
        Set<String> changing = new HashSet<>();
        for (int i = 0; i < callee.decl().parameters().size(); i++) {
            int last = Math.min(i, call.arguments().size() - 1);
            if (last < 0 || mentions(call.arguments().get(last), outside)) {
                changing.add(callee.decl().parameters().get(i).name());
            }
        }
        Node body = callee.decl().body();
        for (int pass = 0; pass < PASSES && body != null && !changing.isEmpty(); pass++) {
            body.each(here -> spread(here, changing));
        }
        return changing;
    }

    private static void spread(Node here, Set<String> changing) {
        if (here instanceof Node.Local local && local.init() != null && mentions(local.init(), changing)) {
            changing.add(local.name());
        } else if (here instanceof Node.Assign assign && mentions(assign.value(), changing)) {
            name(assign.target(), changing);
        } else if (here instanceof Node.Operation test
                && test.operator().equals("instanceof")
                && mentions(test.operands().get(0), changing)) {
            test.operands().forEach(pattern -> bound(pattern, changing));
        } else if (here instanceof Node.Call call && mentions(call, changing)) {
            for (Node on = call.receiver(); on != null; on = on instanceof Node.Call inner ? inner.receiver() : null) {
                name(on, changing);
            }
        } else if (here instanceof Node.Lambda || here instanceof Node.Loop) {
            declared(here, changing);
        }
    }

    /** The variables of a pattern. */
    private static void bound(Node pattern, Set<String> into) {
        pattern.each(here -> {
            if (here instanceof Node.Local local) {
                into.add(local.name());
            }
        });
    }

    private static void name(Node node, Set<String> into) {
        if (node instanceof Node.Name name && !isType(name.id())) {
            into.add(name.id());
        } else if (node instanceof Node.Select select) {
            into.add(select.name());
        }
    }

    private static boolean isType(String name) {
        return name.equals("this")
                || name.equals("super")
                || !name.substring(0, 1).toLowerCase(Locale.ROOT).equals(name.substring(0, 1));
    }

    static boolean mentions(Node node, Set<String> names) {
        return node.any(here -> (here instanceof Node.Name name && names.contains(name.id()))
                || (here instanceof Node.Select select && names.contains(select.name())));
    }
}
