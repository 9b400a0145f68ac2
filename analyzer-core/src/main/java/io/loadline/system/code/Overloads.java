package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.List;
import java.util.Optional;

/** Chooses among signatures of one name by number and kind of arguments. */
final class Overloads {

    private Overloads() {}

    static Optional<Signature> choose(
            TypeView view, TypeRef receiver, String name, List<Node> written, List<TypeRef> arguments) {
        List<Signature> candidates = view.signatures(receiver, name, arguments.size());
        if (candidates.size() < 2) {
            return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(0));
        }
        Signature best = null;
        int bestScore = Integer.MIN_VALUE;
        for (Signature candidate : candidates) {
            int score = score(view, candidate, written, arguments);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int score(TypeView view, Signature candidate, List<Node> written, List<TypeRef> arguments) {
        int score = candidate.varArgs() ? -1 : 0;
        for (int i = 0; i < arguments.size(); i++) {
            score += fit(view, candidate.parameter(i), written.get(i), arguments.get(i));
        }
        return score;
    }

    private static int fit(TypeView view, TypeRef wanted, Node written, TypeRef given) {
        if (written instanceof Node.Lambda lambda) {
            Optional<Signature> shape = view.functional(wanted);
            int same = shape.filter(s ->
                                    s.parameters().size() == lambda.parameters().size())
                            .isPresent()
                    ? 2
                    : -3;
            return shape.isPresent() ? same : wanted.isKnown() && !wanted.isVariable() ? -1 : 0;
        }
        if (!given.isKnown() || !wanted.isKnown() || wanted.isVariable()) {
            return 0;
        }
        if (given.dimensions() != wanted.dimensions()) {
            return wanted.equals(TypeRef.OBJECT) ? 0 : -2;
        }
        if (given.name().equals(wanted.name())) {
            return 3;
        }
        if (view.isA(given.name(), wanted.name())) {
            return 2;
        }
        return view.find(given.name()).isPresent() ? -2 : 0;
    }
}
