package io.loadline.flow;

import io.loadline.catalog.Trait;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Frame;
import io.loadline.system.code.ProjectType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Results that are kept: by a cache of entities, or by hand as in {@code if (rates == null) rates = client.rates()}, where {@code rates} outlives the call, {@code
 * computeIfAbsent}, and {@code get}, test for null, load and {@code put}.
 */
final class Memo {

    private static final Set<String> READING = Set.of("get", "getIfPresent", "containsKey", "contains");
    private static final Set<String> KEEPING = Set.of("put", "putIfAbsent", "add");

    private final Code code;
    private final Operations operations;
    private final CachedEntities entities;
    private final Map<CallSite, Kept> known = new HashMap<>();

    Memo(Code code, Operations operations) {
        this.code = code;
        this.operations = operations;
        this.entities = new CachedEntities(code);
    }

    /** Whether a call runs only while something that outlives it is still empty, and fills it. */
    Kept keeps(CallSite site) {
        return known.computeIfAbsent(site, this::find);
    }

    private Kept find(CallSite site) {
        boolean byKey = operations
                .of(site)
                .filter(o -> o.traits().contains(Trait.BY_KEY))
                .isPresent();
        Kept kept = byKey && entities.isAskedFor(site) ? Kept.PER_KEY : Kept.NOT;
        for (Frame frame : site.frame().chain()) {
            boolean loads = frame.taker()
                    .filter(taker -> taker.name().equals("computeIfAbsent"))
                    .isPresent();
            if (loads || frame.isKept()) {
                kept = kept.and(Kept.PER_KEY);
            } else if (frame.kind() == Frame.Kind.ARM && frame.node().orElse(null) instanceof Node.Branch branch) {
                kept = kept.and(ofBranch(branch, frame.position(), site));
            }
        }
        return isAnsweredBefore(site) ? kept.and(Kept.PER_KEY) : kept;
    }

    /** What a choice tells to be null where a certain alternative of it runs. */
    private static Set<String> empty(Node.Branch branch, int arm) {
        Set<String> empty = new HashSet<>();
        branch.subject().each(here -> {
            if (here instanceof Node.Operation test
                    && test.operator().equals(arm == 0 ? "==" : "!=")
                    && isNullTest(test)) {
                test.operands().forEach(operand -> add(operand, empty));
            }
        });
        return empty;
    }

    /** Whether the method ends before the call where something kept has the answer: {@code if (rate != null) return rate;}. */
    private static boolean isAnsweredBefore(CallSite site) {
        Node body = site.caller().decl().body();
        return body != null
                && body.any(here -> here instanceof Node.Call call && KEEPING.contains(call.name()))
                && body.any(here -> here instanceof Node.Block block && endsBefore(block, site));
    }

    private static boolean endsBefore(Node.Block block, CallSite site) {
        for (Node step : block.steps()) {
            if (step.any(here -> Same.is(here, site.node()))) {
                return false;
            }
            if (step instanceof Node.Branch branch
                    && !branch.arms().isEmpty()
                    && branch.arms().get(0).any(Node.Return.class::isInstance)
                    && isKept(empty(branch, 1), site)) {
                return block.any(here -> Same.is(here, site.node()));
            }
        }
        return false;
    }

    /** Whether a variable was taken out of something that the object keeps. */
    private static boolean isKept(Set<String> tested, CallSite site) {
        Node body = site.caller().decl().body();
        return body != null
                && body.any(here -> here instanceof Node.Local local
                        && tested.contains(local.name())
                        && local.init() instanceof Node.Call call
                        && READING.contains(call.name())
                        && call.receiver() != null
                        && site.caller().owner().decl().fields().stream()
                                .anyMatch(field -> call.receiver()
                                        .any(on -> on instanceof Node.Name name
                                                && name.id().equals(field.name()))));
    }

    private Kept ofBranch(Node.Branch branch, int arm, CallSite site) {
        Set<String> empty = empty(branch, arm);
        if (empty.isEmpty() && !asks(branch.subject())) {
            return Kept.NOT;
        }
        Set<String> filled = new HashSet<>();
        Set<String> calls = new HashSet<>();
        branch.arms()
                .forEach(each -> each.each(here -> {
                    if (here instanceof Node.Assign assign) {
                        add(assign.target(), filled);
                    } else if (here instanceof Node.Call call) {
                        calls.add(call.name());
                    }
                }));
        ProjectType owner = site.caller().owner();
        for (var field : owner.decl().fields()) {
            if (empty.contains(field.name()) && filled.contains(field.name())) {
                boolean one = field.modifiers().contains(Modifier.STATIC) || isBean(owner);
                return one ? Kept.ONCE : Kept.PER_KEY;
            }
        }
        return calls.stream().anyMatch(KEEPING::contains) && reads(empty, branch.subject(), site)
                ? Kept.PER_KEY
                : Kept.NOT;
    }

    private static boolean asks(Node subject) {
        return subject.any(here -> here instanceof Node.Call call && READING.contains(call.name()));
    }

    /** Whether what is tested came out of something that keeps: {@code rate = rates.get(key)}. */
    private static boolean reads(Set<String> tested, Node subject, CallSite site) {
        if (asks(subject)) {
            return true;
        }
        Node body = site.caller().decl().body();
        return body != null
                && body.any(here -> here instanceof Node.Local local
                        && tested.contains(local.name())
                        && local.init() != null
                        && asks(local.init()));
    }

    private boolean isBean(ProjectType type) {
        return type.annotationNames().stream()
                .anyMatch(name -> code.catalog().injections(name).contains("bean-type"));
    }

    private static boolean isNullTest(Node.Operation test) {
        return test.operands().stream()
                .anyMatch(o -> o instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.NULL);
    }

    private static void add(Node node, Set<String> into) {
        if (node instanceof Node.Name name) {
            into.add(name.id());
        } else if (node instanceof Node.Select select) {
            into.add(select.name());
        }
    }
}
