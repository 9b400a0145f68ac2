package io.loadline.rules.bounds;

import io.loadline.catalog.Role;
import io.loadline.evidence.Proof;
import io.loadline.flow.Cache;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does this cache stop growing? */
final class CacheWithoutBound extends Rule<Cache> {

    CacheWithoutBound() {
        super(Cache.class, new RuleCard("Does this cache stop growing?", Dimension.BOUNDS, Severity.MAJOR, "0.1.0"));
    }

    @Override
    protected Outcome check(Cache cache, SystemModel system) {
        if (cache.site().component().role() != Role.CACHE || cache.site().made().isEmpty()) {
            return Outcome.notApplicable();
        }
        List<Setting> limits = Stream.of("max-size", "expiry")
                .map(cache.site()::limit)
                .flatMap(Optional::stream)
                .toList();
        if (limits.isEmpty()) {
            return Outcome.notApplicable();
        }
        if (limits.stream().anyMatch(s -> s instanceof Setting.Stated || s instanceof Setting.Defaulted)) {
            return Outcome.holds();
        }
        return limits.stream()
                .filter(Setting.Unresolved.class::isInstance)
                .map(s -> Outcome.unknown(((Setting.Unresolved) s).why()))
                .findFirst()
                .orElseGet(() -> breach(cache, limits));
    }

    private static Outcome breach(Cache cache, List<Setting> limits) {
        Proof proof = Proof.of(cache.at(), "neither a size nor an expiry is set");
        for (Setting limit : limits) {
            proof = limit instanceof Setting.Unbounded none ? proof.atMost(none.sureness()) : proof;
        }
        return Outcome.breach(cache.at(), cache.key(), proof)
                .saying(
                        "%s has neither a maximum size nor an expiry.".formatted(cache.title()),
                        "The heap grows with the number of distinct keys, that is with success, until the process dies at its busiest hour.",
                        "Give it a maximum size and an expiry, of which a plain map has neither, and watch the hit ratio.");
    }
}
