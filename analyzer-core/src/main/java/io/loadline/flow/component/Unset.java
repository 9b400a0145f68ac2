package io.loadline.flow.component;

import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields that hold a number which nothing gives them. */
final class Unset {

    /** How the evidence for a number begins that has its value because nothing gives it another. */
    static final String BECAUSE = "nothing sets ";

    private static final Set<String> NUMBERS = Set.of("int", "long", "short");

    private final Program program;

    Unset(Program program) {
        this.program = program;
    }

    /** A number that nothing gives a value is zero; one that only the outside may set is not known. Empty for all others. */
    Optional<Setting> number(FieldText field) {
        if (!isNumber(field) || isMade(field)) {
            return Optional.empty();
        }
        Location at = Location.of(field.owner().path(), field.decl().span());
        Evidence here = new Evidence(at, BECAUSE + field.decl().name() + ", so it is 0");
        List<Expr> values = field.values();
        if (values.isEmpty()) {
            return Optional.of(new Setting.Unresolved(
                    field.decl().name() + " is 0 unless something outside the code sets it", List.of(here)));
        }
        return values.stream().allMatch(this::isNeverGiven)
                ? Optional.of(new Setting.Stated("0", List.of(here)))
                : Optional.empty();
    }

    private static boolean isNumber(FieldText field) {
        return field.decl().type().dimensions() == 0
                && NUMBERS.contains(field.decl().type().name());
    }

    /** Whether a constructor or a framework gives the field its value, or the objects are not the project's own to make. */
    private boolean isMade(FieldText field) {
        return field.decl().modifiers().contains(Modifier.FINAL)
                || field.decl().initializer() != null
                || !field.decl().annotations().isEmpty()
                || program.beans().isFilled(field)
                || program.callers().allocating(field.owner()).isEmpty();
    }

    /** Whether a value is the parameter of a method that nothing calls. */
    private boolean isNeverGiven(Expr value) {
        MethodText text = value.scope().text();
        return text != null
                && value.node() instanceof Node.Name name
                && text.variable(name.id(), value.at())
                        .filter(v -> v.kind() == Variable.Kind.PARAMETER)
                        .isPresent()
                && !text.method().decl().isConstructor()
                && text.method().decl().annotations().isEmpty()
                && program.callers().isUncalled(text.method());
    }
}
