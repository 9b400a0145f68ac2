package io.loadline.system.code;

import io.loadline.catalog.CatalogFile.Deferral;
import io.loadline.catalog.CatalogFile.Repeat;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions in one body: lambdas and method references, how they run and what they are given. */
final class FunctionWalk {

    private final CodeIndex index;
    private final TypeView view;
    private final Names names;
    private final Variables variables;
    private final LoopBounds bounds;
    private final Identifiers identifiers;
    private final BodyWalk walk;
    private TypeRef given = TypeRef.UNKNOWN;

    /** @param walk takes the expressions inside the functions */
    FunctionWalk(
            CodeIndex index,
            Names names,
            Variables variables,
            LoopBounds bounds,
            Identifiers identifiers,
            BodyWalk walk) {
        this.index = index;
        this.view = names.view();
        this.names = names;
        this.variables = variables;
        this.bounds = bounds;
        this.identifiers = identifiers;
        this.walk = walk;
    }

    /** Notes what the body around gives back; the first known type tells the result of a lambda. */
    void gives(TypeRef result) {
        given = given.isKnown() ? given : result;
    }

    static boolean isFunction(Node argument) {
        return argument instanceof Node.Lambda || argument instanceof Node.MethodRef;
    }

    /** A function passed to a call: tells how it runs, walks it and learns from its result. */
    void passed(
            Node function,
            Target taker,
            TypeRef wanted,
            Map<String, TypeRef> bindings,
            Frame frame,
            int position,
            Node.@Nullable Call call) {
        Frame inside = frameOf(function, taker, frame, position, call);
        Optional<Signature> shape = view.functional(wanted);
        List<TypeRef> parameters = shape.isPresent()
                ? shape.get().parameters().stream()
                        .map(p -> p.bind(bindings).closed())
                        .toList()
                : elementsFor(inside, taker);
        TypeRef result = function(function, parameters, inside);
        shape.ifPresent(s -> s.returns().infer(result, bindings));
    }

    private List<TypeRef> elementsFor(Frame inside, Target taker) {
        return inside.kind() == Frame.Kind.LOOP ? List.of(taker.receiver().argument(0)) : List.of();
    }

    /** What stands around a function or object that is passed to a call. */
    Frame frameOf(Node function, Target taker, Frame frame, int position, Node.@Nullable Call call) {
        if (call != null) {
            Optional<Repeat> repeat = index.repeat(view, taker);
            if (repeat.isPresent() && (position == 0 || repeat.get().over() != null)) {
                return frame.in(bounds.ofCall(call, repeat.get()), function, taker);
            }
        }
        Optional<Deferral> deferral = index.deferral(view, taker);
        String runs = deferral.isPresent() ? deferral.get().runs() : taker.isResolved() ? "" : "unknown";
        return frame.lambda(taker, function, runs, position);
    }

    /** Walks a function and tells the type of its result. */
    TypeRef function(Node function, List<TypeRef> parameters, Frame inside) {
        if (function instanceof Node.MethodRef ref) {
            return reference(ref, parameters, inside);
        }
        Node.Lambda lambda = (Node.Lambda) function;
        variables.open();
        for (int i = 0; i < lambda.parameters().size(); i++) {
            MethodDecl.Parameter parameter = lambda.parameters().get(i);
            TypeRef written = names.resolve(parameter.type());
            TypeRef passed = i < parameters.size() ? parameters.get(i) : TypeRef.UNKNOWN;
            variables.declare(parameter.name(), written.isKnown() ? written : passed, null);
        }
        TypeRef before = given;
        given = TypeRef.UNKNOWN;
        TypeRef value = walk.visit(lambda.body(), inside);
        TypeRef result = lambda.body() instanceof Node.Block ? given : value;
        given = before;
        variables.close();
        return result;
    }

    private TypeRef reference(Node.MethodRef ref, List<TypeRef> parameters, Frame inside) {
        Optional<TypeRef> named = identifiers.typeNamed(ref.scope());
        TypeRef on = named.isPresent() ? named.get() : walk.visit(ref.scope(), inside);
        List<Signature> candidates = view.signatures(on, ref.name());
        int arguments = parameters.size();
        Optional<Signature> chosen = candidates.stream()
                .filter(s -> s.accepts(arguments) || (named.isPresent() && s.accepts(arguments - 1)))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
        int taken = chosen.map(s -> s.parameters().size()).orElse(arguments);
        walk.note(
                ref,
                new Target(
                        on,
                        ref.name(),
                        taken,
                        chosen.flatMap(Signature::projectMethod).orElse(null)),
                inside);
        TypeRef fallback = ref.name().equals(MethodDecl.CONSTRUCTOR) ? on : TypeRef.UNKNOWN;
        return chosen.map(s -> s.returns().closed()).filter(TypeRef::isKnown).orElse(fallback);
    }
}
