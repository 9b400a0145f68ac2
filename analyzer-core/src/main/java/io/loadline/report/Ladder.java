package io.loadline.report;

import io.loadline.score.Level;
import io.loadline.score.ServiceScore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ladder of levels in words. */
final class Ladder {

    private Ladder() {}

    /** The level above; absent at the top. */
    static Optional<Level> above(Level level) {
        return Stream.of(Level.values())
                .filter(other -> other.compareTo(level) > 0)
                .findFirst();
    }

    /** The services that have furthest to go first, those of which nothing could be judged last. */
    static List<Report.Service> worstFirst(List<Report.Service> services) {
        return services.stream()
                .sorted(Comparator.comparing(
                                (Report.Service service) -> !service.score().isJudged())
                        .thenComparing(service -> service.score().level())
                        .thenComparing(service -> service.score().value())
                        .thenComparing(Report.Service::id))
                .toList();
    }

    /** Such as {@code L2 contained (unverified)}. */
    static String standing(ServiceScore score) {
        return score.level() + " " + score.level().word() + (score.verified() ? "" : " (unverified)");
    }

    /** Such as {@code 3 root causes to L2}; empty at the top and where nothing but proof is missing. */
    static String distance(ServiceScore score) {
        return above(score.level())
                .filter(next -> score.toNext() > 0)
                .map(next -> Figures.count(score.toNext(), "root cause", "root causes") + " to " + next)
                .orElse("");
    }
}
