package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Results that code keeps by hand: {@code if (rates == null) rates = client.rates()}, where {@code rates} outlives the call. */
final class Memo {

    private Memo() {}

    /** Whether a call runs only while a field of its object is still empty, and fills it. */
    static boolean guards(CallSite site) {
        return site.frame().chain().stream()
                .filter(frame -> frame.kind() == Frame.Kind.ARM)
                .anyMatch(frame -> frame.node()
                        .filter(node -> node instanceof Node.Branch branch && fillsField(branch, site))
                        .isPresent());
    }

    private static boolean fillsField(Node.Branch branch, CallSite site) {
        Set<String> empty = new HashSet<>();
        Set<String> filled = new HashSet<>();
        names(branch.subject(), true, empty);
        branch.arms().forEach(arm -> names(arm, false, filled));
        return site.caller().owner().decl().fields().stream()
                .anyMatch(field -> empty.contains(field.name()) && filled.contains(field.name()));
    }

    /** Names that are compared with null, or that are assigned to. */
    private static void names(Node node, boolean compared, Set<String> into) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty()) {
            Node here = open.pop();
            if (compared
                    && here instanceof Node.Operation test
                    && test.operator().equals("==")
                    && isNullTest(test)) {
                test.operands().forEach(operand -> add(operand, into));
            } else if (!compared && here instanceof Node.Assign assign) {
                add(assign.target(), into);
            }
            here.children().forEach(open::push);
        }
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
