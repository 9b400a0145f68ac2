package io.loadline.verdict;

import io.loadline.config.LoadlineConfig;
import io.loadline.config.PathPattern;
import io.loadline.evidence.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reasoned wish to leave out what one rule finds in one place.
 *
 * @param rule the rule's id
 * @param reason why it is accepted, never blank
 * @param until the last day on which it is honoured; for ever where absent
 * @param at where the wish is written
 * @param cover what it speaks about
 * @param borrowed whether it is written for another tool and honoured here, so that it need not suppress anything
 */
public record Suppression(
        String rule, String reason, @Nullable LocalDate until, Location at, Cover cover, boolean borrowed) {

    public Suppression {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a suppression needs a reason");
        }
    }

    /** The suppression that a configuration file asks for. */
    public static Suppression of(LoadlineConfig.Accepted accepted) {
        return new Suppression(
                accepted.rule(), accepted.reason(), accepted.until(), accepted.at(), cover(accepted), false);
    }

    private static Cover cover(LoadlineConfig.Accepted accepted) {
        if (accepted.path() != null) {
            return new Files(accepted.path());
        }
        if (accepted.service() != null) {
            return new OneService(accepted.service());
        }
        return new Cause(accepted.fingerprint() == null ? "" : accepted.fingerprint());
    }

    /** The last day on which it is honoured. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(until);
    }

    /** Whether its last day is over. */
    boolean isExpired(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    /** What a suppression speaks about. */
    public sealed interface Cover {

        /** Whether it speaks about a claim. */
        boolean includes(Location at, List<String> services, String fingerprint);
    }

    /** Lines of one file, both inclusive, from 1. */
    public record Lines(String path, int first, int last) implements Cover {
        @Override
        public boolean includes(Location at, List<String> services, String fingerprint) {
            return at.path().equals(path) && at.line() <= last && at.endLine() >= first;
        }
    }

    /** Every file whose path matches. */
    public record Files(PathPattern pattern) implements Cover {
        @Override
        public boolean includes(Location at, List<String> services, String fingerprint) {
            return pattern.matches(at.path());
        }
    }

    /** What concerns one service and no other. */
    public record OneService(String service) implements Cover {
        @Override
        public boolean includes(Location at, List<String> services, String fingerprint) {
            return services.equals(List.of(service));
        }
    }

    /** One root cause. */
    public record Cause(String fingerprint) implements Cover {
        @Override
        public boolean includes(Location at, List<String> services, String other) {
            return fingerprint.equals(other);
        }
    }
}
