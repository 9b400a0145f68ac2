package io.loadline.rules.data;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.Kept;
import io.loadline.flow.Reaches.Way;
import io.loadline.flow.Transaction;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.List;

/** Is the database transaction closed before anything slow is called? */
final class RemoteCallInsideTransaction extends Rule<Transaction> {

    RemoteCallInsideTransaction() {
        super(
                Transaction.class,
                new RuleCard(
                        "Is the database transaction closed before anything slow is called?",
                        Dimension.DATA,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(Transaction transaction, SystemModel system) {
        if (!transaction.usesDatabase()) {
            return Outcome.notApplicable();
        }
        List<Way> sure = transaction.slow().stream()
                .filter(way -> way.confidence() != Confidence.LOW)
                .toList();
        List<Way> paid = sure.stream().filter(way -> way.kept() == Kept.NOT).toList();
        if (!paid.isEmpty()) {
            return breach(transaction, paid);
        }
        if (!sure.isEmpty()) {
            return breach(transaction, sure).atMost(Severity.MINOR);
        }
        return transaction.slow().isEmpty()
                ? Outcome.holds()
                : Outcome.unknown("which implementation of %s runs inside the transaction"
                        .formatted(transaction.slow().get(0).sites().get(0).title()));
    }

    /** Few connections are held for long by what runs once, and by what no known work leads to perhaps. */
    private static Severity atMost(Heat heat) {
        return switch (heat) {
            case STARTUP -> Severity.MINOR;
            case UNKNOWN -> Severity.MAJOR;
            case BACKGROUND, LISTENER, REQUEST, WHOLE_SERVICE -> Severity.BLOCKER;
        };
    }

    private static Outcome.Breach breach(Transaction transaction, List<Way> slow) {
        Way first = slow.get(0);
        Proof proof = Proof.of(transaction.opens(), transaction.how() + " holds a connection from here");
        for (CallSite step : first.sites()) {
            proof = proof.and(new Proof(List.of(new Evidence(step.at(), step.title())), first.confidence()));
        }
        boolean ofType = transaction.isOfType();
        String cause = ofType ? transaction.owner().owner().name() + " " + transaction.how() : transaction.key();
        return Outcome.breach(first.sites().get(0).at(), cause, proof)
                .saying(
                        "%s keeps its database transaction open while %s is called."
                                .formatted(
                                        transaction.owner().title(),
                                        first.operation().title()),
                        "Each call holds a pooled connection for as long as the other side takes: 10 connections and a call of 1 s cap"
                                + " the replica at 10 transactions per second, and a slow callee empties the pool.",
                        (ofType ? "Open transactions on the methods that write rather than on the whole type. " : "")
                                + "Make the call before the transaction opens or after it commits, or write an outbox row and let a worker call.")
                .atMost(atMost(transaction.reach().heat()))
                .shownAt(slow.stream()
                        .skip(1)
                        .map(way -> way.sites().get(0).at())
                        .toList());
    }
}
