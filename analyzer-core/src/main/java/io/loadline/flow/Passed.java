package io.loadline.flow;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a method's parameters on one way to it: literals and constants that the call passes.
 *
 * @param values by the names of the parameters
 */
record Passed(Map<String, Node> values) {

    static final Passed NOTHING = new Passed(Map.of());

    private static final java.util.regex.Pattern CONSTANT = java.util.regex.Pattern.compile("[A-Z][A-Z0-9_]+");

    Passed {
        values = Map.copyOf(values);
    }

    /** What a call passes on to a method. */
    Passed into(Method callee, CallSite site) {
        if (!(site.node() instanceof Node.Call call)) {
            return NOTHING;
        }
        List<MethodDecl.Parameter> parameters = callee.decl().parameters();
        Map<String, Node> known = new HashMap<>();
        for (int i = 0; i < parameters.size() && i < call.arguments().size(); i++) {
            String name = parameters.get(i).name();
            value(call.arguments().get(i))
                    .filter(v -> !isAssigned(name, callee))
                    .ifPresent(v -> known.put(name, v));
        }
        return known.isEmpty() ? NOTHING : new Passed(known);
    }

    private Optional<Node> value(Node argument) {
        if (argument instanceof Node.Name name) {
            return CONSTANT.matcher(name.id()).matches()
                    ? Optional.of(name)
                    : Optional.ofNullable(values.get(name.id()));
        }
        if (argument instanceof Node.Select select) {
            return CONSTANT.matcher(select.name()).matches()
                    ? Optional.of(new Node.Name(select.name()))
                    : Optional.empty();
        }
        return argument instanceof Node.Literal literal
                        && (literal.kind() == Node.LiteralKind.BOOLEAN || literal.kind() == Node.LiteralKind.NULL)
                ? Optional.of(literal)
                : Optional.empty();
    }

    private static boolean isAssigned(String name, Method method) {
        return method.decl().body() != null
                && method.decl()
                        .body()
                        .any(here -> here instanceof Node.Assign assign
                                && assign.target() instanceof Node.Name target
                                && target.id().equals(name));
    }

    /** Whether some choice around a call falls the other way. */
    boolean excludes(CallSite site) {
        if (values.isEmpty()) {
            return false;
        }
        for (Frame frame : site.frame().chain()) {
            if (frame.kind() == Frame.Kind.ARM
                    && frame.node().orElse(null) instanceof Node.Branch branch
                    && branch.arms().size() <= 2
                    && truth(branch.subject())
                            .filter(holds -> holds == (frame.position() != 0))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Boolean> truth(Node condition) {
        if (condition instanceof Node.Operation operation) {
            return truth(operation);
        }
        return value(condition)
                .filter(v -> v instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.BOOLEAN)
                .map(v -> ((Node.Literal) v).text().equals("true"));
    }

    private Optional<Boolean> truth(Node.Operation operation) {
        List<Node> operands = operation.operands();
        return switch (operation.operator()) {
            case "!" -> truth(operands.get(0)).map(holds -> !holds);
            case "&&" -> all(operands, true);
            case "||" -> all(operands, false);
            case "==" -> same(operands);
            case "!=" -> same(operands).map(holds -> !holds);
            default -> Optional.empty();
        };
    }

    /** The value of a chain of {@code &&} ({@code neutral} is true) or {@code ||}. */
    private Optional<Boolean> all(List<Node> operands, boolean neutral) {
        List<Optional<Boolean>> each = operands.stream().map(this::truth).toList();
        if (each.contains(Optional.of(!neutral))) {
            return Optional.of(!neutral);
        }
        return each.stream().allMatch(Optional::isPresent) ? Optional.of(neutral) : Optional.empty();
    }

    private Optional<Boolean> same(List<Node> operands) {
        Optional<Node> one = value(operands.get(0));
        Optional<Node> other = value(operands.get(1));
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().equals(other.get())) : Optional.empty();
    }
}
