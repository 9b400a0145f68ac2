package io.loadline.rules.capacity;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.ledger.Database;
import io.loadline.flow.ledger.Draw;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;

/** Does the database accept the connections of all replicas of all services? */
final class ConnectionsExceedDatabaseMax extends Rule<Database> {

    ConnectionsExceedDatabaseMax() {
        super(
                Database.class,
                new RuleCard(
                        "Does the database accept the connections of all replicas of all services?",
                        Dimension.CAPACITY,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    /** Share of the connections that may be used before people, migrations and jobs find none; in per cent. */
    private static final long ROOM = 80;

    @Override
    protected Outcome check(Database database, SystemModel system) {
        if (database.whyObscure().isPresent()) {
            return Outcome.unknown(database.whyObscure().get());
        }
        for (Draw draw : database.draws()) {
            if (!draw.missing().isEmpty()) {
                return Outcome.unknown(draw.missing());
            }
        }
        long steady = database.steady().orElseThrow();
        long rollout = database.rollout().orElseThrow();
        if (database.supply().usable().isEmpty()) {
            return Outcome.unknown(
                    "how many connections %s accepts (services ask for %s, %s while rolling out): say it under facts.databases in loadline.yml"
                            .formatted(database.name(), steady, rollout));
        }
        long usable = database.supply().usable().getAsLong();
        return rollout * 100 <= usable * ROOM ? Outcome.holds() : breach(database, steady, rollout, usable);
    }

    private static Outcome breach(Database database, long steady, long rollout, long usable) {
        Proof proof = Proof.of(database.at(), "address of " + database.name());
        for (Draw draw : database.draws()) {
            proof = proof.and(draw.workload().at(), draw.title());
        }
        for (Evidence supply : database.supply().evidence()) {
            proof = proof.and(supply.at(), supply.label());
        }
        long pods = database.replicas().orElseThrow();
        Outcome.Breach breach = Outcome.breach(database.at(), database.key() + " connections", proof)
                .saying(
                        "%s replicas may open %s connections to %s, %s while rolling out; it accepts %s."
                                .formatted(pods, steady, database.name(), rollout, usable),
                        "New replicas fail to start or take connections from others: scaling out causes the outage.",
                        "Let pools be so small that replicas x size stays below %s, put a pooler in between, or raise the database's limit."
                                .formatted(usable * ROOM / 100))
                .in(database.limitedTo().orElse(null));
        return steady > usable ? breach : breach.atMost(Severity.MAJOR);
    }
}
