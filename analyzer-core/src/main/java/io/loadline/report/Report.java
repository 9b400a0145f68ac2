package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.score.Ceiling;
import io.loadline.score.ScorePolicy;
import io.loadline.score.ServiceScore;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is told, in the order in which it is told. All lists are sorted; renderers decide nothing.
 *
 * @param title the name of the audited directory
 * @param verdict the answer to "can it scale?" in one sentence
 * @param findings open ones first, by severity, gain and place; then suppressed ones
 * @param gains by fingerprint: points that fixing the finding adds to its service's score
 * @param forecast what breaks first, soonest first
 * @param fixed fingerprints of the baseline that are gone
 * @param excerpts the source lines that findings point at; {@link Excerpts#NONE} when they are not at hand
 * @param weights the policy that the score was computed with, in the order in which it is explained
 */
public record Report(
        Tool tool,
        String title,
        String verdict,
        Inputs inputs,
        List<Environment> environments,
        List<Service> services,
        List<Edge> edges,
        List<Entry> entries,
        List<Resource> resources,
        List<Finding> findings,
        Map<String, Double> gains,
        List<RuleCoverage> coverage,
        List<Unknown> unknowns,
        List<Ceiling> forecast,
        List<String> fixed,
        List<Problem> problems,
        Excerpts excerpts,
        List<Weight> weights) {

    /** The same report, its findings compared with a baseline. */
    public Report comparedWith(List<Finding> compared, List<String> gone) {
        return new Report(
                tool,
                title,
                verdict,
                inputs,
                environments,
                services,
                edges,
                entries,
                resources,
                compared,
                gains,
                coverage,
                unknowns,
                forecast,
                gone,
                problems,
                excerpts,
                weights);
    }

    /** Whether too little was read to judge: nothing, or fewer files than could not be read. */
    public boolean readsTooLittle() {
        long unread = problems.stream()
                .filter(problem -> problem.stage().equals("read"))
                .map(problem -> problem.at().path())
                .distinct()
                .count();
        int read = inputs.javaFiles() + inputs.configFiles();
        return read == 0 || unread > read;
    }

    /** Whether an environment is judged that a word names, in any usual spelling. */
    public boolean judges(String environment) {
        return environments.stream()
                .anyMatch(e -> io.loadline.system.configuration.Environment.isMeant(e.name(), environment));
    }

    /** Findings that count, worst first. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }

    /** Findings that somebody suppressed with a reason. */
    public List<Finding> suppressed() {
        return findings.stream().filter(finding -> !finding.isOpen()).toList();
    }

    /** How many open findings have a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(Finding::isOpen)
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Points that fixing a finding adds to its service's score; absent where it adds none. */
    public Optional<Double> gain(Finding finding) {
        return Optional.ofNullable(gains.get(finding.fingerprint())).filter(points -> points > 0);
    }

    /** The rule with an id, as its pack describes it. */
    public Optional<RuleInfo> rule(String id) {
        return tool.packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    /** The tool that made the report. */
    public record Tool(String name, String version, List<Pack> packs) {}

    /** A rule pack that was asked, with the cards and Markdown pages of its rules, sorted by id. */
    public record Pack(String name, String version, List<RuleInfo> rules) {}

    /** One rule for people: {@code page} is Markdown. */
    public record RuleInfo(String id, RuleCard card, String page) {}

    /**
     * What was read.
     *
     * @param resolvedCallShare share of method calls whose declaring type is known, 0 to 1
     */
    public record Inputs(
            int javaFiles, long javaLines, int configFiles, int manifestDocuments, double resolvedCallShare) {}

    /** An environment that was judged, and why it is believed to exist. */
    public record Environment(String name, List<Location> why) {}

    /** A service with its score. {@code kind} is {@code deployable} or {@code library}. */
    public record Service(String id, String kind, List<String> modules, List<String> workloads, ServiceScore score) {}

    /** A dependency of one service on another or on a resource. */
    public record Edge(
            String from, String to, String kind, boolean synchronous, List<Location> evidence, String confidence) {}

    /**
     * A way in.
     *
     * @param cost symbolic cost per operation class, such as {@code remote -> "1 + orders"}
     * @param degree highest power of a data-dependent size, 0 when every cost is constant
     * @param waitSeconds worst configured wait; absent when unknown or unbounded
     * @param waitUnbounded whether something on the path can wait for ever
     * @param because where the wait comes from
     */
    public record Entry(
            String service,
            String id,
            String kind,
            Location at,
            Map<String, String> cost,
            int degree,
            @Nullable Double waitSeconds,
            boolean waitUnbounded,
            List<Evidence> because) {

        public Entry {
            cost = Collections.unmodifiableSortedMap(new TreeMap<>(cost));
            because = List.copyOf(because);
        }
    }

    /**
     * A shared resource.
     *
     * @param supply absent when nothing states it
     * @param supplySource {@code declared}, {@code default}, {@code assumed}, {@code measured} or {@code unknown}
     */
    public record Resource(
            String id,
            String kind,
            long steadyDemand,
            long rolloutDemand,
            @Nullable Long supply,
            String supplySource,
            List<Evidence> evidence) {}

    /** How the subjects of a rule were judged. */
    public record RuleCoverage(String rule, int holds, int breach, int unknown, int notApplicable) {}

    /** A subject that could not be judged, and what would settle it. */
    public record Unknown(String rule, String subject, Location at, String settledBy) {}

    /**
     * One number of the score's policy.
     *
     * @param group what it weighs, such as {@code impact}
     * @param name the case it applies to, such as {@code blocker}
     * @param value 0 to 1; for grades the lowest score, 0 to 100
     */
    public record Weight(String group, String name, double value) {

        /** Every number of a policy. */
        public static List<Weight> of(ScorePolicy policy) {
            List<Weight> weights = new ArrayList<>();
            ScorePolicy.ReachWeight reach = policy.reach();
            new TreeMap<>(policy.impact())
                    .descendingMap()
                    .forEach((severity, value) -> weights.add(new Weight("impact", severity.word(), value)));
            new TreeMap<>(policy.confidence())
                    .descendingMap()
                    .forEach((sureness, value) -> weights.add(new Weight("confidence", sureness.word(), value)));
            new TreeMap<>(reach.tiers())
                    .descendingMap()
                    .forEach((heat, value) -> weights.add(new Weight("reach: tier", word(heat), value)));
            weights.add(new Weight("reach: ways in", "base", reach.base()));
            weights.add(new Weight("reach: ways in", "spread", reach.spread()));
            weights.add(new Weight("reach: ways in", "scale", reach.scale()));
            policy.grades().forEach(grade -> weights.add(new Weight("grade from", grade.letter(), grade.from())));
            return List.copyOf(weights);
        }

        private static String word(Heat heat) {
            return heat.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
