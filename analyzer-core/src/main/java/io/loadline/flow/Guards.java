package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.code.Same;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen before work that has begun comes to a call in its text.
 *
 * @param choices how many choices have to fall that way; a test whether there is anything to do is none
 * @param afterFailure whether it is only come to when something has failed
 * @param ends whether the work ends right after by throwing, so that it is come to once at most
 */
record Guards(int choices, boolean afterFailure, boolean ends) {

    private static final Guards NONE = new Guards(0, false, false);

    /** Tests whether there is anything at all. */
    private static final Set<String> ANY =
            Set.of("isNotEmpty", "isNotBlank", "hasText", "hasLength", "isPresent", "nonNull", "hasNext", "notEmpty");

    private static final Set<String> NOTHING = Set.of("isEmpty", "isBlank", "isNull", "isNullOrEmpty", "isNotPresent");

    /** Those between the start of the method and the call. */
    static Guards of(CallSite site) {
        return of(site, null);
    }

    /** Those between the start of a round of a loop around the call and the call. */
    static Guards of(CallSite site, @Nullable Loop loop) {
        int choices = 0;
        boolean failure = false;
        boolean ends = false;
        for (Frame frame : site.frame().chain()) {
            if (loop != null && frame.loop().filter(l -> Same.is(l, loop)).isPresent()) {
                break;
            }
            if (frame.kind() == Frame.Kind.HANDLER) {
                failure = true;
            } else if (frame.kind() == Frame.Kind.ARM && frame.node().orElse(null) instanceof Node.Branch branch) {
                choices += isPresence(branch.subject(), frame.position() == 0) ? 0 : 1;
                ends |= frame.position() < branch.arms().size()
                        && ends(branch.arms().get(frame.position()));
            }
        }
        return choices == 0 && !failure && !ends ? NONE : new Guards(choices, failure, ends);
    }

    private static boolean ends(Node arm) {
        List<Node> steps = arm instanceof Node.Block block ? block.steps() : List.of(arm);
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Node.Throw;
    }

    /** Whether a condition, where it comes out as wanted, only says that there is something. */
    private static boolean isPresence(Node condition, boolean wanted) {
        if (condition instanceof Node.Operation operation) {
            List<Node> operands = operation.operands();
            return switch (operation.operator()) {
                case "!" -> isPresence(operands.get(0), !wanted);
                case "&&" -> wanted && operands.stream().allMatch(o -> isPresence(o, true));
                case "||" -> !wanted && operands.stream().allMatch(o -> isPresence(o, false));
                case "!=", ">" -> wanted && isNothing(operands.get(1));
                case "==" -> !wanted && isNothing(operands.get(1));
                default -> false;
            };
        }
        return condition instanceof Node.Call call && (wanted ? ANY : NOTHING).contains(call.name());
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Literal literal
                && (literal.kind() == Node.LiteralKind.NULL || literal.text().equals("0"));
    }
}
