package io.loadline.flow.component;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.Role;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.flow.component.Cone.Step;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.Setting;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Limits that a client leaves to the requests made with it. */
final class Requests {

    /** Sets a limit by a step of a request's cone. */
    interface Setter {
        Setting set(Step step);
    }

    private final Program program;
    private final Uses uses;

    Requests(Program program, Uses uses) {
        this.program = program;
        this.uses = uses;
    }

    /** What every call with a client sets in its request, where the library lets requests carry the limit; empty where one does not. */
    Optional<Setting> limit(Making client, String name, Setter setter) {
        List<Component> carrying = carrying(client, name);
        List<Setting> all = new ArrayList<>();
        for (CallSite use : carrying.isEmpty() ? List.<CallSite>of() : uses.of(client)) {
            Optional<Setting> own = ofCall(use, name, setter);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            all.add(own.get());
        }
        return all.stream()
                .filter(Setting.Unbounded.class::isInstance)
                .findFirst()
                .or(() -> all.stream()
                        .filter(Setting.Unresolved.class::isInstance)
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static List<Component> carrying(Making client, String name) {
        ComponentMatch match = client.match();
        return match.file().components().stream()
                .filter(c -> c.role() == Role.PART
                        && Objects.equals(c.protocol(), match.component().protocol()))
                .filter(c -> isSet(c.limits().get(name)))
                .toList();
    }

    private static boolean isSet(@org.jspecify.annotations.Nullable Limit limit) {
        return limit != null && !limit.setBy().isEmpty();
    }

    private Optional<Setting> ofCall(CallSite use, String name, Setter setter) {
        Scope scope = Scope.of(program.texts().of(use.caller()));
        List<Evidence> hidden = new ArrayList<>();
        String why = "";
        int count = Arguments.of(use).size();
        for (int i = 0; i < count; i++) {
            Optional<Expr> argument = Arguments.of(use, i, scope).filter(a -> !(a.node() instanceof Node.Literal));
            Cone cone = argument.map(a -> new ConeWalk(program, true).of(a)).orElse(Cone.EMPTY);
            for (Step step : cone.steps()) {
                if (!program.matches().limits(step.site(), name).isEmpty()) {
                    return Optional.of(setter.set(step));
                }
            }
            for (Cone.Opaque opaque : cone.opaque()) {
                why = why.isEmpty() ? opaque.why() : why;
                hidden.add(new Evidence(opaque.at(), opaque.why()));
            }
        }
        return hidden.isEmpty() ? Optional.empty() : Optional.of(new Setting.Unresolved(why, hidden));
    }
}
