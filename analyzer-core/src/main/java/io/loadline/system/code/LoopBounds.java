package io.loadline.system.code;

import io.loadline.catalog.CatalogFile.Repeat;
import io.loadline.catalog.CatalogFile.Size;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Tells what is known of the number of rounds of a loop, and what they are for. */
final class LoopBounds {

    /** No chain that a person wrote is longer. */
    private static final int LONGEST_CHAIN = 200;

    private static final int DEEPEST = 4;

    private final CodeIndex index;
    private final ProjectType type;
    private final Variables variables;
    private final IdentityHashMap<Node, Target> targets;

    LoopBounds(CodeIndex index, ProjectType type, Variables variables, IdentityHashMap<Node, Target> targets) {
        this.index = index;
        this.type = type;
        this.variables = variables;
        this.targets = targets;
    }

    /** A call that runs a function once per element. */
    Loop ofCall(Node.Call call, Repeat repeat) {
        if ("enclosing".equals(repeat.over())) {
            return new Loop("elements", call, Loop.Bound.DATA, -1, repeat.concurrent(), call.nameSpan());
        }
        Node over = over(call, repeat);
        Node base = base(over);
        Extent extent = extent(base, 0);
        return new Loop(size(base), over, extent.bound, extent.count, repeat.concurrent(), call.nameSpan());
    }

    private static Node over(Node.Call call, Repeat repeat) {
        String where = repeat.over() == null ? "receiver" : repeat.over();
        if (where.startsWith("argument:")) {
            int argument = Integer.parseInt(where.substring("argument:".length()));
            if (argument < call.arguments().size()) {
                return call.arguments().get(argument);
            }
        }
        return call.receiver() == null ? call : call.receiver();
    }

    Loop ofStatement(Node.Loop loop) {
        if (loop.kind() == Node.LoopKind.FOR_EACH) {
            Node over = loop.once().get(0);
            Node base = base(over);
            Extent extent = extent(base, 0);
            return new Loop(size(base), over, extent.bound, extent.count, false, loop.span());
        }
        Node condition = loop.condition() == null ? new Node.Block(java.util.List.of()) : loop.condition();
        Extent extent = LoopShape.isRetry(loop) ? new Extent(Loop.Bound.RETRY, -1) : counted(loop, condition);
        return new Loop(conditionSize(condition), condition, extent.bound, extent.count, false, loop.span());
    }

    private Extent counted(Node.Loop loop, Node condition) {
        if (loop.kind() == Node.LoopKind.FOR && !loop.update().isEmpty()) {
            if (LoopShape.stepsByMore(loop)) {
                return new Extent(Loop.Bound.CHUNKED, -1);
            }
            Optional<Integer> limit = LoopShape.limit(condition).flatMap(l -> number(l, 0));
            if (limit.isPresent()) {
                return new Extent(Loop.Bound.CONSTANT, limit.get());
            }
            return new Extent(Loop.Bound.DATA, -1);
        }
        return new Extent(LoopShape.ofCondition(loop, condition), -1);
    }

    private Optional<Integer> number(Node node, int depth) {
        if (node instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.INTEGER) {
            return literal.text().matches("\\d{1,9}") ? Optional.of(Integer.valueOf(literal.text())) : Optional.empty();
        }
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        if (node instanceof Node.Name name) {
            return valueOf(name.id()).flatMap(value -> number(value, depth + 1));
        }
        Optional<Node> measured = measured(node);
        if (measured.isPresent()) {
            Extent extent = extent(base(measured.get()), depth + 1);
            return extent.bound == Loop.Bound.CONSTANT && extent.count > 0
                    ? Optional.of(extent.count)
                    : Optional.empty();
        }
        if (node instanceof Node.Select select) {
            return constantOf(select).flatMap(value -> number(value, depth + 1));
        }
        return node instanceof Node.Call call && isLeast(call)
                ? call.arguments().stream()
                        .flatMap(a -> number(a, depth + 1).stream())
                        .min(Integer::compare)
                : Optional.empty();
    }

    /** What {@code orders.size()} and {@code orders.length} measure. */
    private static Optional<Node> measured(Node node) {
        if (node instanceof Node.Call call
                && call.name().equals("size")
                && call.arguments().isEmpty()) {
            return Optional.ofNullable(call.receiver());
        }
        return node instanceof Node.Select select && select.name().equals("length")
                ? Optional.of(select.target())
                : Optional.empty();
    }

    /** {@code Math.min}: one known number bounds the other. */
    private static boolean isLeast(Node.Call call) {
        return call.name().equals("min")
                && call.receiver() instanceof Node.Name on
                && on.id().equals("Math");
    }

    /** The value of a constant of another type: {@code Limits.KINDS}. */
    private Optional<Node> constantOf(Node.Select select) {
        return select.target() instanceof Node.Name owner
                ? type.names()
                        .lookup(owner.id())
                        .flatMap(named -> type.names().view().findProject(named.name()))
                        .flatMap(of -> index.constant(of, select.name()))
                : Optional.empty();
    }

    private record Extent(Loop.Bound bound, int count) {}

    private Extent extent(Node node, int depth) {
        if (node instanceof Node.Name name && depth < DEEPEST) {
            Optional<Integer> filled = variables.filled(name.id());
            if (filled.isPresent()) {
                return new Extent(Loop.Bound.CONSTANT, filled.get());
            }
            Optional<Node> value = valueOf(name.id());
            return value.isPresent() ? extent(base(value.get()), depth + 1) : new Extent(Loop.Bound.DATA, -1);
        }
        if (node instanceof Node.Select select && depth < DEEPEST) {
            Optional<Node> value = constantOf(select);
            return value.isPresent() ? extent(base(value.get()), depth + 1) : new Extent(Loop.Bound.DATA, -1);
        }
        if (node instanceof Node.ArrayOf array && array.sizes().isEmpty()) {
            return new Extent(Loop.Bound.CONSTANT, array.elements().size());
        }
        if (node instanceof Node.Call call) {
            return ofResult(call);
        }
        return new Extent(Loop.Bound.DATA, -1);
    }

    private Extent ofResult(Node.Call call) {
        Target target = targetOf(call);
        boolean ofEnum = target.name().equals("values")
                && type.names()
                        .view()
                        .findProject(target.receiver().name())
                        .filter(t -> t.decl().kind() == TypeDecl.Kind.ENUM)
                        .isPresent();
        if (ofEnum) {
            return new Extent(Loop.Bound.CONSTANT, 0);
        }
        Optional<Size> size = index.size(type.names().view(), target);
        if (size.isEmpty()) {
            return new Extent(LoopShape.cutsUp(call) ? Loop.Bound.CHUNKED : Loop.Bound.DATA, -1);
        }
        String word = size.get().size();
        if (word.startsWith("at-most:")) {
            return limit(call, word)
                    .map(most -> new Extent(Loop.Bound.CONSTANT, most))
                    .orElse(new Extent(Loop.Bound.DATA, -1));
        }
        if (word.startsWith("chunk")) {
            return new Extent(Loop.Bound.CHUNKED, -1);
        }
        if (word.equals("constant")) {
            return new Extent(Loop.Bound.CONSTANT, 0);
        }
        boolean spread =
                call.arguments().size() == 1 && isSpread(call.arguments().get(0));
        return spread
                ? extent(base(call.arguments().get(0)), 1)
                : new Extent(Loop.Bound.CONSTANT, call.arguments().size());
    }

    /** Whether a single argument may be an array that stands for many: {@code Arrays.asList(names)}. */
    private boolean isSpread(Node argument) {
        if (argument instanceof Node.Name name) {
            return variables
                    .find(name.id())
                    .map(Variables.Variable::type)
                    .or(() -> index.fieldAround(type, name.id()))
                    .filter(t -> t.isKnown() && !t.isArray())
                    .isEmpty();
        }
        return argument instanceof Node.Call call
                && !(call.receiver() == null)
                && call.name().equals("values");
    }

    private Target targetOf(Node.Call call) {
        Target seen = targets.get(call);
        if (seen != null) {
            return seen;
        }
        TypeRef owner = call.receiver() instanceof Node.Name name
                ? type.names().lookup(name.id()).orElse(TypeRef.UNKNOWN)
                : TypeRef.UNKNOWN;
        return new Target(owner, call.name(), call.arguments().size(), null);
    }

    private Optional<Node> valueOf(String name) {
        Optional<Variables.Variable> local = variables.find(name);
        return local.isPresent() ? Optional.ofNullable(local.get().init()) : index.constant(type, name);
    }

    /** What a chain of views and stream operations starts from. */
    private Node base(Node node) {
        Node here = node;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Optional<Node> source = here instanceof Node.Call call ? source(call) : Optional.empty();
            if (source.isEmpty()) {
                return here;
            }
            here = source.get();
        }
        return here;
    }

    /** Where the elements of a call's result come from, when they are those of something else. */
    private Optional<Node> source(Node.Call call) {
        Optional<String> word = index.size(type.names().view(), targetOf(call)).map(Size::size);
        if (word.isPresent() && word.get().startsWith("argument:")) {
            int argument = Integer.parseInt(word.get().substring("argument:".length()));
            return call.arguments().stream().skip(argument).findFirst();
        }
        boolean same = word.isPresent()
                ? word.get().equals("receiver")
                        || (word.get().startsWith("at-most:")
                                && limit(call, word.get()).isEmpty())
                : LoopShape.KEEPS_ELEMENTS.contains(call.name());
        return same ? Optional.ofNullable(call.receiver()) : Optional.empty();
    }

    private Optional<Integer> limit(Node.Call call, String word) {
        int argument = Integer.parseInt(word.substring("at-most:".length()));
        return call.arguments().stream().skip(argument).findFirst().flatMap(limit -> number(limit, 0));
    }

    private static String size(Node base) {
        String words = Wording.of(base);
        return words.isEmpty() ? "elements" : words;
    }

    private String conditionSize(Node condition) {
        return LoopShape.limit(condition)
                .or(() -> asked(condition))
                .map(this::counted)
                .filter(words -> !words.isEmpty())
                .orElse("elements");
    }

    /** What a limit counts: {@code orders} for {@code orders.size()} and for {@code Math.min(free, orders.size())}. */
    private String counted(Node limit) {
        if (limit instanceof Node.Call call && isLeast(call)) {
            return call.arguments().stream()
                    .filter(a -> !(a instanceof Node.Literal))
                    .reduce((first, last) -> last)
                    .map(this::counted)
                    .orElse("");
        }
        if (limit instanceof Node.Call call && call.receiver() != null && !Wording.isType(call.receiver())) {
            return Wording.of(call.receiver());
        }
        return limit instanceof Node.Select select ? Wording.of(select.target()) : Wording.of(limit);
    }

    /** What an iterator that a condition asks for more runs over. */
    private Optional<Node> asked(Node condition) {
        return condition instanceof Node.Call call && call.receiver() instanceof Node.Name iterator
                ? valueOf(iterator.id()).filter(value -> value instanceof Node.Call)
                : Optional.empty();
    }
}
