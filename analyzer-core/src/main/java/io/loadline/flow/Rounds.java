package io.loadline.flow;

import io.loadline.code.FieldDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How often the rounds of a loop really come to a call, beyond what the loop alone tells. */
final class Rounds {

    private static final Set<String> EQUAL = Set.of("equals", "equalsIgnoreCase");
    private static final Set<String> UNIQUE =
            Set.of("getid", "id", "getkey", "key", "getcode", "code", "getname", "name", "getuuid", "uuid");
    private static final int LONGEST_CHAIN = 50;

    private final Code code;
    private final IdentityHashMap<Loop, Loop> known = new IdentityHashMap<>();

    Rounds(Code code) {
        this.code = code;
    }

    /** The loop that repeats a call, if its rounds come there more than once. */
    Optional<Loop> of(CallSite site) {
        return LoopPaths.repeating(site.frame())
                .filter(loop -> !isPicked(site, loop))
                .map(loop ->
                        known.computeIfAbsent(loop, l -> read(l, site.caller().owner())));
    }

    /** What the container puts together at start, or configuration lists, has as many elements as somebody wrote. */
    private Loop read(Loop loop, ProjectType owner) {
        boolean written = loop.bound() == Loop.Bound.DATA && isWritten(root(loop.over()), owner);
        return written
                ? new Loop(loop.size(), loop.over(), Loop.Bound.CONSTANT, 0, loop.concurrent(), loop.span())
                : loop;
    }

    private static Node root(Node over) {
        Node here = over;
        for (int i = 0; i < LONGEST_CHAIN && here instanceof Node.Call call && call.receiver() != null; i++) {
            here = call.receiver();
        }
        return here;
    }

    private boolean isWritten(Node root, ProjectType owner) {
        String name = root instanceof Node.Name plain
                ? plain.id()
                : root instanceof Node.Select select
                                && select.target() instanceof Node.Name self
                                && self.id().equals("this")
                        ? select.name()
                        : "";
        Optional<FieldDecl> field = owner.decl().fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst();
        if (field.isEmpty()) {
            return false;
        }
        TypeRef type = owner.names().resolve(field.get().type());
        return is(owner, "properties")
                || project(type, owner).filter(t -> is(t, "properties")).isPresent()
                || holdsBeans(field.get().type(), owner);
    }

    /** {@code List<Handler>}, where handlers are beans. */
    private boolean holdsBeans(TypeName type, ProjectType owner) {
        if (type.arguments().isEmpty()) {
            return false;
        }
        TypeName element = type.arguments().get(type.arguments().size() - 1);
        return project(owner.names().resolve(element), owner)
                .filter(t -> is(t, "bean-type") || code.subtypes(t).stream().anyMatch(s -> is(s, "bean-type")))
                .isPresent();
    }

    private static Optional<ProjectType> project(TypeRef type, ProjectType owner) {
        return owner.names().view().findProject(type.name());
    }

    private boolean is(ProjectType type, String part) {
        return type.annotationNames().stream()
                .anyMatch(name -> code.catalog().injections(name).contains(part));
    }

    /** Whether only the one element with a given key comes to the call: {@code if (order.getId().equals(id))}. */
    private static boolean isPicked(CallSite site, Loop loop) {
        Set<String> own = new HashSet<>();
        List<Frame> inside = site.frame().chain();
        for (Frame frame : inside) {
            frame.node().ifPresent(node -> variables(node, own));
            if (frame.loop().filter(l -> same(l, loop)).isPresent()) {
                break;
            }
        }
        for (Frame frame : inside) {
            if (frame.loop().filter(l -> same(l, loop)).isPresent()) {
                return false;
            }
            if (frame.kind() == Frame.Kind.ARM
                    && frame.node().orElse(null) instanceof Node.Branch branch
                    && picks(branch, own, site)) {
                return true;
            }
        }
        return false;
    }

    private static void variables(Node node, Set<String> into) {
        if (node instanceof Node.Loop loop && loop.variable() != null) {
            into.add(loop.variable().name());
        } else if (node instanceof Node.Lambda lambda) {
            lambda.parameters().forEach(p -> into.add(p.name()));
        }
    }

    private static boolean picks(Node.Branch branch, Set<String> own, CallSite site) {
        boolean first = !branch.arms().isEmpty() && contains(branch.arms().get(0), site.node());
        return first && compares(branch.subject(), own);
    }

    private static boolean compares(Node subject, Set<String> own) {
        if (subject instanceof Node.Operation both && both.operator().equals("&&")) {
            return both.operands().stream().anyMatch(o -> compares(o, own));
        }
        if (subject instanceof Node.Operation same
                && same.operator().equals("==")
                && same.operands().size() == 2) {
            return keyAndValue(same.operands().get(0), same.operands().get(1), own);
        }
        if (!(subject instanceof Node.Call call) || !EQUAL.contains(call.name()) || call.receiver() == null) {
            return false;
        }
        boolean isStatic = call.arguments().size() == 2;
        return isStatic
                ? keyAndValue(call.arguments().get(0), call.arguments().get(1), own)
                : call.arguments().size() == 1
                        && keyAndValue(call.receiver(), call.arguments().get(0), own);
    }

    private static boolean keyAndValue(Node one, Node other, Set<String> own) {
        return (isKey(one, own) && !mentions(other, own)) || (isKey(other, own) && !mentions(one, own));
    }

    /** The element itself, or what tells it from all others. */
    private static boolean isKey(Node node, Set<String> own) {
        if (node instanceof Node.Name name) {
            return own.contains(name.id());
        }
        return node instanceof Node.Call call
                && call.arguments().isEmpty()
                && call.receiver() instanceof Node.Name name
                && own.contains(name.id())
                && UNIQUE.contains(call.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a call has anything to do with the round that it is made in. */
    boolean varies(CallSite site, Loop loop) {
        Set<String> own = new HashSet<>();
        for (Frame frame : site.frame().chain()) {
            frame.node().ifPresent(node -> {
                variables(node, own);
                each(node, here -> {
                    if (here instanceof Node.Local local) {
                        own.add(local.name());
                    } else if (here instanceof Node.Assign assign && assign.target() instanceof Node.Name name) {
                        own.add(name.id());
                    } else if (here instanceof Node.Operation step
                            && step.operator().matches("x?(\\+\\+|--)")
                            && step.operands().get(0) instanceof Node.Name name) {
                        own.add(name.id());
                    }
                });
            });
            if (frame.loop().filter(l -> same(l, loop)).isPresent()) {
                return mentions(site.node(), own) || !(site.node() instanceof Node.Call);
            }
        }
        return true;
    }

    private static boolean mentions(Node node, Set<String> names) {
        boolean[] found = new boolean[1];
        each(node, here -> found[0] |= here instanceof Node.Name name && names.contains(name.id()));
        return found[0];
    }

    /** Two loops or calls that look alike are still two. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    private static boolean contains(Node node, Node sought) {
        boolean[] found = new boolean[1];
        each(node, here -> found[0] |= same(here, sought));
        return found[0];
    }

    private static void each(Node node, Consumer<Node> visitor) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node here = open.pop();
            visitor.accept(here);
            here.children().forEach(open::push);
        }
    }
}
