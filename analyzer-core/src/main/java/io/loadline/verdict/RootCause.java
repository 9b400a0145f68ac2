package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.rule.RuleCard;
import io.loadline.system.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The claims of one cause in services that have to do with each other. */
final class RootCause {

    private final List<Claim> claims;
    private final NavigableSet<String> services = new TreeSet<>();

    private RootCause(List<Claim> claims) {
        this.claims = new ArrayList<>(claims);
        claims.forEach(claim -> services.addAll(claim.services()));
    }

    /**
     * Joins claims of one key into causes. The same cause in services that share nothing has to be repaired in each of them, so it is
     * one cause each.
     *
     * @return ordered by services, then place
     */
    static List<RootCause> join(List<Claim> claims) {
        List<RootCause> causes = new ArrayList<>();
        for (Claim claim : claims) {
            RootCause joined = new RootCause(List.of(claim));
            for (Iterator<RootCause> others = causes.iterator(); others.hasNext(); ) {
                RootCause other = others.next();
                if (other.concerns(claim.services())) {
                    joined.absorb(other);
                    others.remove();
                }
            }
            causes.add(joined);
        }
        causes.sort(Comparator.comparing((RootCause cause) -> String.join("\0", cause.services))
                .thenComparing(cause -> cause.leading().at()));
        return causes;
    }

    /** This cause with something done to each of its claims. */
    RootCause map(UnaryOperator<Claim> change) {
        return new RootCause(claims.stream().map(change).toList());
    }

    /**
     * The finding that tells of this cause. It is as severe, sure and widely reached as its claims together, so that one more claim
     * never softens it, and it stays open until every claim is accepted.
     */
    Finding finding(String fingerprint) {
        Claim leading = leading();
        RuleCard card = leading.answer().card();
        return new Finding(
                leading.answer().rule(),
                card.dimension(),
                Collections.max(claims.stream().map(Claim::severity).toList()),
                Collections.max(
                        claims.stream().map(claim -> claim.proof().confidence()).toList()),
                List.copyOf(services),
                leading.environment(),
                leading.at(),
                leading.message(),
                leading.effect(),
                leading.fix(),
                leading.proof().steps(),
                sites(leading),
                reach(),
                fingerprint,
                leading.acceptance() == null ? null : leading.acceptance().reason(),
                Finding.BaselineState.NONE);
    }

    private Claim leading() {
        return Collections.min(claims, Claim.LEADING);
    }

    private List<Location> sites(Claim leading) {
        return claims.stream()
                .filter(claim -> leading.acceptance() != null || claim.acceptance() == null)
                .flatMap(claim -> Stream.concat(Stream.of(claim.at()), claim.sites().stream()))
                .filter(site -> !site.equals(leading.at()))
                .distinct()
                .sorted()
                .toList();
    }

    private Reach reach() {
        List<Reach> all =
                claims.stream().map(claim -> claim.answer().subject().reach()).toList();
        return new Reach(
                Collections.max(all.stream().map(Reach::heat).toList()),
                all.stream()
                        .flatMap(reach -> reach.entries().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private boolean concerns(List<String> others) {
        return others.isEmpty() ? services.isEmpty() : others.stream().anyMatch(services::contains);
    }

    private void absorb(RootCause other) {
        claims.addAll(other.claims);
        services.addAll(other.services);
    }
}
