package io.loadline.rule;

import io.loadline.system.Subject;
import io.loadline.system.SystemModel;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question about one kind of subject. A rule has no state, walks no code and parses nothing: it asks the model and judges the
 * answer. The engine puts the question to every subject of the kind, so that it also knows where the property held.
 */
public abstract class Rule<S extends Subject> {

    private final Class<S> kind;
    private final RuleCard card;

    protected Rule(Class<S> kind, RuleCard card) {
        this.kind = kind;
        this.card = card;
    }

    /** The rule's id, derived from its class name: {@code RemoteCallInLoop} is {@code remote-call-in-loop}. */
    public final String id() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** What the rule says of itself. */
    public final RuleCard card() {
        return card;
    }

    /** The kind of subject it is asked about. */
    public final Class<S> kind() {
        return kind;
    }

    /** Judges one subject. */
    protected abstract Outcome check(S subject, SystemModel system);

    /** Judges one subject for the engine. A breach shows wherever its subject stands again. */
    final Outcome judge(S subject, SystemModel system) {
        Optional<String> doubt = subject.doubt();
        if (doubt.isPresent()) {
            return Outcome.unknown(doubt.get());
        }
        Outcome outcome = check(subject, system);
        if (!(outcome instanceof Outcome.Breach breach) || subject.alsoAt().isEmpty()) {
            return outcome;
        }
        return breach.shownAt(Stream.concat(breach.sites().stream(), subject.alsoAt().stream())
                .distinct()
                .toList());
    }
}
