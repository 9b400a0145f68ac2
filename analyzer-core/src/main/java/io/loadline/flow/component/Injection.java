package io.loadline.flow.component;

import io.loadline.code.Annotation;
import io.loadline.flow.component.Beans.Bean;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.Method;
import io.loadline.system.code.TypeRef;
import io.loadline.system.code.TypeView;
import java.util.List;
import java.util.Map;

/** Follows what the framework hands in: to the beans that fit, and to what may change those that the framework makes itself. */
final class Injection {

    private final Program program;
    private final Bearing bearing;
    private final ConeNotes notes;
    private final ConeWalk walk;

    Injection(Program program, Bearing bearing, ConeNotes notes, ConeWalk walk) {
        this.program = program;
        this.bearing = bearing;
        this.notes = notes;
        this.walk = walk;
    }

    /** Follows what is injected into a field or parameter of a type and name. */
    void into(TypeRef type, String name, List<Annotation> annotations, Expr here, int level) {
        TypeView view = ConeWalk.viewOf(here);
        TypeRef wanted = type.arguments().size() == 1
                        && (!bearing.carries(view, type)
                                || program.matches()
                                        .isComponent(view, type.argument(0).name()))
                ? type.argument(0)
                : type;
        if (!bearing.carries(view, wanted) || here.scope().depth() >= ConeWalk.DEEPEST) {
            return;
        }
        List<Bean> beans = program.beans().fitting(here.scope().type(), wanted, name, annotations);
        beans.forEach(bean -> bean(bean, here, level));
        if (beans.isEmpty()) {
            program.beans()
                    .factories(here.scope().type(), wanted)
                    .forEach(factory -> notes.hide(
                            factory.type().simpleName() + " makes the " + wanted.simpleName(),
                            factory.maker()
                                    .map(Method::at)
                                    .orElse(factory.owner().at())));
            if (!program.matches().isComponent(view, wanted.name())
                    && !program.matches().isNamed(wanted.name())
                    && notes.bears()) {
                notes.hide("nothing in the project makes the " + wanted.simpleName() + " " + name, here.location());
            }
            customizers(wanted, here, level);
        }
    }

    private void bean(Bean bean, Expr here, int level) {
        if (bean.maker().isEmpty() || !notes.meet(bean)) {
            return;
        }
        MethodText text = program.texts().of(bean.maker().get());
        Scope inside = here.scope().enter(text, Map.of());
        if (bean.isMadeByMethod()) {
            text.returned().forEach(r -> walk.walk(Expr.of(r, inside), level));
        } else {
            walk.body(text, inside, level);
        }
    }

    /** What the framework makes, it lets the project's customizers change. */
    private void customizers(TypeRef made, Expr here, int level) {
        for (String type : program.matches().customizersOf(made.name())) {
            for (Bean bean : program.beans().fitting(here.scope().type(), TypeRef.of(type), "", List.of())) {
                bean(bean, here, level);
                notes.hide(
                        "a " + TypeRef.of(type).simpleName() + " may configure it",
                        bean.maker().map(Method::at).orElse(bean.owner().at()));
            }
        }
    }
}
