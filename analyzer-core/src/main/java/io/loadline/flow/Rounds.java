package io.loadline.flow;

import io.loadline.code.FieldDecl;
import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.code.TypeName;
import io.loadline.flow.component.Callers;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How often the rounds of a loop really come to a call, beyond what the loop alone tells. */
final class Rounds {

    private static final Set<String> EQUAL = Set.of("equals", "equalsIgnoreCase");
    private static final Set<String> UNIQUE = Set.of(
            "getid",
            "id",
            "getkey",
            "key",
            "getcode",
            "code",
            "getname",
            "name",
            "getuuid",
            "uuid",
            "getfieldname",
            "fieldname",
            "getpropertyname",
            "propertyname",
            "getparametername",
            "parametername",
            "getattributename",
            "attributename",
            "getcolumnname",
            "columnname");
    private static final int LONGEST_CHAIN = 50;

    private final Code code;
    private final Set<String> made;
    private final Handed handed;
    private final Operations operations;
    private final Callers callers;
    private final IdentityHashMap<Loop, Loop> known = new IdentityHashMap<>();

    Rounds(SystemModel system) {
        this.code = system.code();
        this.made = made(code);
        this.handed = system.ask(Handed.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.callers = system.ask(Callers.QUERY);
    }

    /** The loop that repeats a call, if its rounds come there more than once. */
    Optional<Loop> of(CallSite site) {
        return repeating(site.frame())
                .filter(loop -> !isPicked(site, loop))
                .map(loop -> known.computeIfAbsent(loop, l -> read(l, site)));
    }

    /**
     * The loop that repeats a place: the innermost one whose rounds depend on data; where there is none, the innermost loop at all. Text
     * after which a loop ends is not repeated by it, and work handed elsewhere is not repeated by the loop that hands it over.
     */
    private Optional<Loop> repeating(Frame frame) {
        Loop innermost = null;
        boolean last = false;
        for (Frame here : frame.chain()) {
            if (handed.isPutOff(here)) {
                return Optional.ofNullable(innermost);
            }
            switch (here.kind()) {
                case LAST -> last = true;
                case LAMBDA -> last = false;
                case LOOP -> {
                    Loop loop = here.loop().orElseThrow();
                    boolean statement =
                            here.node().filter(Node.Loop.class::isInstance).isPresent();
                    if (!statement || !last) {
                        if (loop.bound() == Loop.Bound.DATA) {
                            return Optional.of(loop);
                        }
                        innermost = innermost == null ? loop : innermost;
                    }
                    last = statement && last;
                }
                default -> {}
            }
        }
        return Optional.ofNullable(innermost);
    }

    /**
     * The loop as its surroundings make it. What the container puts together at start, or configuration lists, has as many elements as
     * somebody wrote; the rounds within a pipeline go out together.
     */
    private Loop read(Loop loop, CallSite site) {
        if (loop.bound() != Loop.Bound.DATA) {
            return loop;
        }
        if (isSentTogether(site)) {
            return bounded(loop, Loop.Bound.CHUNKED);
        }
        return isWritten(root(loop.over()), site.caller().owner()) ? bounded(loop, Loop.Bound.CONSTANT) : loop;
    }

    private static Loop bounded(Loop loop, Loop.Bound bound) {
        return new Loop(loop.size(), loop.over(), bound, 0, loop.concurrent(), loop.span());
    }

    private boolean isSentTogether(CallSite site) {
        return operations.isSentTogether(site)
                || callers.of(site.caller()).stream().anyMatch(operations::isSentTogether);
    }

    private static Node root(Node over) {
        Node here = over;
        for (int i = 0; i < LONGEST_CHAIN && here instanceof Node.Call call && call.receiver() != null; i++) {
            here = call.receiver();
        }
        return here;
    }

    private boolean isWritten(Node root, ProjectType owner) {
        String name = fieldName(root);
        for (ProjectType type : owner.lineage()) {
            Optional<FieldDecl> field = type.decl().fields().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst();
            if (field.isPresent()) {
                return isWritten(field.get(), type);
            }
        }
        return false;
    }

    private boolean isWritten(FieldDecl field, ProjectType owner) {
        boolean filled = !field.type().arguments().isEmpty()
                && field.annotations().stream()
                        .map(a -> code.catalog().injections(owner.names().annotation(a.name())))
                        .anyMatch(as -> as.contains("inject") || as.contains("property"));
        return filled
                || is(owner, "properties")
                || project(owner.names().resolve(field.type()), owner)
                        .filter(t -> is(t, "properties"))
                        .isPresent()
                || holdsBeans(field.type(), owner);
    }

    /** The field that a value is read from: {@code targets}, {@code this.targets} or {@code getTargets()}. */
    private static String fieldName(Node root) {
        if (root instanceof Node.Name plain) {
            return plain.id();
        }
        if (root instanceof Node.Call call && call.arguments().isEmpty()) {
            return call.name().matches("get[A-Z].*")
                    ? Character.toLowerCase(call.name().charAt(3)) + call.name().substring(4)
                    : call.name();
        }
        return root instanceof Node.Select select
                        && select.target() instanceof Node.Name self
                        && self.id().equals("this")
                ? select.name()
                : "";
    }

    /** {@code List<Handler>}, where handlers are beans. */
    private boolean holdsBeans(TypeName type, ProjectType owner) {
        if (type.arguments().isEmpty()) {
            return false;
        }
        TypeName element = type.arguments().get(type.arguments().size() - 1);
        return project(owner.names().resolve(element), owner)
                .filter(t -> isBean(t) || code.subtypes(t).stream().anyMatch(this::isBean))
                .isPresent();
    }

    private boolean isBean(ProjectType type) {
        return is(type, "bean-type") || made.contains(type.name());
    }

    /** The types of which methods make beans. */
    private static Set<String> made(Code code) {
        Set<String> made = new HashSet<>();
        for (ProjectType type : code.types()) {
            type.methods().stream()
                    .filter(method -> method.annotationNames().stream()
                            .anyMatch(name -> code.catalog().injections(name).contains("bean-method")))
                    .map(method -> type.names().resolve(method.decl().returns()).name())
                    .forEach(made::add);
        }
        return made;
    }

    private static Optional<ProjectType> project(TypeRef type, ProjectType owner) {
        return owner.names().view().findProject(type.name());
    }

    private boolean is(ProjectType type, String part) {
        return type.annotationNames().stream()
                .anyMatch(name -> code.catalog().injections(name).contains(part));
    }

    /** Whether one round at most comes to the call: that of the element with a given key, or the first that finds nothing kept. */
    private static boolean isPicked(CallSite site, Loop loop) {
        Set<String> own = new HashSet<>();
        Set<String> inside = new HashSet<>();
        List<Frame> frames = within(site, loop);
        for (Frame frame : frames) {
            frame.node().ifPresent(node -> {
                Variation.declared(node, own);
                node.each(here -> {
                    if (here instanceof Node.Local local) {
                        inside.add(local.name());
                    } else {
                        Variation.counted(here, own);
                    }
                });
            });
        }
        return frames.stream()
                .filter(frame -> frame.kind() == Frame.Kind.ARM)
                .anyMatch(frame -> frame.node().orElse(null) instanceof Node.Branch branch
                        && (picks(branch, own, site) || (frame.position() == 0 && fills(branch, inside))));
    }

    /** What stands around a call from the inside to the loop, the loop as the last. */
    private static List<Frame> within(CallSite site, Loop loop) {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame : site.frame().chain()) {
            frames.add(frame);
            if (frame.loop().filter(l -> Same.is(l, loop)).isPresent()) {
                break;
            }
        }
        return frames;
    }

    /** Whether an arm is taken until it has filled a variable that outlives the round: {@code if (kind == null) kind = load()}. */
    private static boolean fills(Node.Branch branch, Set<String> inside) {
        return branch.subject() instanceof Node.Operation test
                && test.operator().equals("==")
                && test.operands().get(0) instanceof Node.Name tested
                && test.operands().get(1) instanceof Node.Literal none
                && none.kind() == Node.LiteralKind.NULL
                && branch.arms()
                        .get(0)
                        .any(here -> here instanceof Node.Assign assign
                                && assign.target() instanceof Node.Name filled
                                && filled.id().equals(tested.id()))
                && !inside.contains(tested.id());
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
        return (isKey(one, own) && !Variation.mentions(other, own))
                || (isKey(other, own) && !Variation.mentions(one, own));
    }

    /** The element itself, its number, or what tells it from all others. */
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

    private static boolean contains(Node node, Node sought) {
        return node.any(here -> Same.is(here, sought));
    }
}
