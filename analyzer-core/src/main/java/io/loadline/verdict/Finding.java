package io.loadline.verdict;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Dimension;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One root cause.
 *
 * @param services ids of the services it concerns, sorted
 * @param environment the environment it is limited to; absent when it holds in all
 * @param effect what happens under load; empty for an opportunity, where nothing is wrong
 * @param evidence the path to follow, in order
 * @param sites further places at which the same cause shows, sorted
 * @param fingerprint hexadecimal, independent of lines, paths and class names
 * @param suppression the reason given for suppressing it; absent for an open finding
 * @param state how it compares with the baseline
 * @param members the findings that it stands for, each with a fingerprint of its own; empty where it stands for itself
 */
public record Finding(
        String rule,
        Dimension dimension,
        Severity severity,
        Confidence confidence,
        List<String> services,
        @Nullable String environment,
        Location at,
        String message,
        String effect,
        String fix,
        List<Evidence> evidence,
        List<Location> sites,
        Reach reach,
        String fingerprint,
        @Nullable String suppression,
        BaselineState state,
        List<Finding> members) {

    /** How a finding compares with the baseline. */
    public enum BaselineState {
        /** There is no baseline. */
        NONE,
        NEW,
        UNCHANGED
    }

    public Finding {
        services = List.copyOf(services);
        evidence = List.copyOf(evidence);
        sites = List.copyOf(sites);
        members = List.copyOf(members);
    }

    /** A finding that stands for itself. */
    public Finding(
            String rule,
            Dimension dimension,
            Severity severity,
            Confidence confidence,
            List<String> services,
            @Nullable String environment,
            Location at,
            String message,
            String effect,
            String fix,
            List<Evidence> evidence,
            List<Location> sites,
            Reach reach,
            String fingerprint,
            @Nullable String suppression,
            BaselineState state) {
        this(
                rule,
                dimension,
                severity,
                confidence,
                services,
                environment,
                at,
                message,
                effect,
                fix,
                evidence,
                sites,
                reach,
                fingerprint,
                suppression,
                state,
                List.of());
    }

    /** Whether nobody has accepted it. */
    public boolean isOpen() {
        return suppression == null;
    }

    /** Whether nothing is wrong and there is only something to gain; such a finding never counts in a score or gate. */
    public boolean isOpportunity() {
        return effect.isEmpty();
    }

    /** This finding, compared with a baseline. */
    public Finding in(BaselineState compared) {
        return new Finding(
                rule,
                dimension,
                severity,
                confidence,
                services,
                environment,
                at,
                message,
                effect,
                fix,
                evidence,
                sites,
                reach,
                fingerprint,
                suppression,
                compared,
                members);
    }

    /** The reason given for suppressing it. */
    public Optional<String> suppressionReason() {
        return Optional.ofNullable(suppression);
    }
}
