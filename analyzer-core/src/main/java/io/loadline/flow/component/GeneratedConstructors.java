package io.loadline.flow.component;

import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.ProjectType;
import java.util.List;

/** What the project's own code hands to constructors that are generated from the fields of a type. */
final class GeneratedConstructors {

    private final Program program;

    GeneratedConstructors(Program program) {
        this.program = program;
    }

    /** The arguments that fill a field; none where a container makes the type, or too many places do. */
    List<Expr> arguments(FieldText field, Scope from) {
        ProjectType owner = field.owner();
        List<FieldDecl> filled = owner.decl().fields().stream()
                .filter(f -> f.modifiers().contains(Modifier.FINAL)
                        && !f.modifiers().contains(Modifier.STATIC)
                        && f.initializer() == null)
                .toList();
        int index = filled.indexOf(field.decl());
        List<CallSite> makers = program.callers().allocating(owner);
        boolean generated = index >= 0
                && owner.methods(MethodDecl.CONSTRUCTOR).isEmpty()
                && !program.beans().isBeanType(owner);
        if (!generated || makers.size() > ConeWalk.MOST_CALLERS) {
            return List.of();
        }
        return makers.stream()
                .filter(maker -> Arguments.of(maker).size() == filled.size())
                .flatMap(maker -> Arguments.of(maker, index, program.texts(), from).stream())
                .toList();
    }
}
