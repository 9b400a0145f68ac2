package io.loadline.score;

import io.loadline.rule.Answer;
import io.loadline.verdict.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Level and score of every service. A finding counts in each service that it concerns; one that concerns none that is known counts in
 * none.
 */
public final class Scoring {

    private final ScorePolicy policy;
    private final SortedMap<String, List<Finding>> findings = new TreeMap<>();
    private final SortedMap<String, List<Answer>> answers = new TreeMap<>();
    private final double readShare;

    /**
     * Prepares the scores.
     *
     * @param services ids of the services to score
     * @param readShare share of the files that could be read, 0 to 1
     */
    public Scoring(
            ScorePolicy policy,
            Collection<String> services,
            List<Finding> findings,
            List<Answer> answers,
            double readShare) {
        this.policy = policy;
        this.readShare = readShare;
        for (String service : services) {
            this.findings.put(service, new ArrayList<>());
            this.answers.put(service, new ArrayList<>());
        }
        for (Finding finding : findings) {
            finding.services().forEach(service -> add(this.findings, service, finding));
        }
        for (Answer answer : answers) {
            answer.subject().services().forEach(service -> add(this.answers, service, answer));
        }
    }

    /** The score of every service by id, sorted by id. */
    public SortedMap<String, ServiceScore> scores() {
        SortedMap<String, ServiceScore> scores = new TreeMap<>();
        findings.forEach((service, own) -> scores.put(
                service, new ServiceScoring(policy, own, answers.getOrDefault(service, List.of())).score(readShare)));
        return scores;
    }

    /**
     * By fingerprint: the points that fixing an open finding adds to the score of its service, the largest where it concerns several.
     * Suppressed findings and opportunities add nothing and are left out.
     */
    public SortedMap<String, Double> gains() {
        SortedMap<String, Double> gains = new TreeMap<>();
        for (List<Finding> own : findings.values()) {
            Damage damage =
                    Damage.of(policy, own.stream().filter(Damage::counts).toList());
            for (Finding finding : damage.findings()) {
                gains.merge(finding.fingerprint(), damage.gain(finding), Math::max);
            }
        }
        return gains;
    }

    private static <T> void add(Map<String, List<T>> byService, String service, T item) {
        List<T> own = byService.get(service);
        if (own != null) {
            own.add(item);
        }
    }
}
