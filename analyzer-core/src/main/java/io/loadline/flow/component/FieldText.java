package io.loadline.flow.component;

import io.loadline.code.FieldDecl;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * A field and every body that uses it by name.
 *
 * @param owner the type that declares it
 * @param uses in source order
 */
record FieldText(ProjectType owner, FieldDecl decl, List<Use> uses) {

    /** What one body does with the field. */
    record Use(MethodText text, Variable variable) {}

    FieldText {
        uses = List.copyOf(uses);
    }

    /** All values that it is ever given. */
    List<Expr> values() {
        List<Expr> all = new ArrayList<>();
        for (Use use : uses) {
            use.variable().values().forEach(v -> all.add(Expr.of(v, Expr.Scope.of(use.text()))));
        }
        return all;
    }
}
