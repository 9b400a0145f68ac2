package io.loadline.rules.data;

import io.loadline.flow.rows.Growth;
import io.loadline.flow.rows.ResultSize;
import io.loadline.flow.rows.ResultSize.Extent;
import io.loadline.flow.rows.ResultUse;
import io.loadline.rule.Severity;
import java.util.Optional;

/** How heavily a result without bound weighs, by how much of its table it is and how that grows; empty where that is not known. */
final class ResultWeight {

    private ResultWeight() {}

    /** In a request or for a message. */
    static Optional<Severity> whereSomebodyWaits(ResultSize size, ResultUse use) {
        // What is summed up each time is a history; what is deleted is read once.
        boolean history = use != ResultUse.DELETED && (size.growth() == Growth.EVENTS || use == ResultUse.SUMMED);
        return switch (size.extent()) {
            case WHOLE -> Optional.of(grows(size) ? Severity.BLOCKER : Severity.MAJOR);
            case PART -> grows(size) ? Optional.of(Severity.MAJOR) : Optional.empty();
            case ONE_PARENT ->
                history ? Optional.of(Severity.MAJOR) : grows(size) ? Optional.of(Severity.MINOR) : Optional.empty();
        };
    }

    /** In work that nobody waits for. */
    static Optional<Severity> inBackground(ResultSize size) {
        if (size.extent() == Extent.WHOLE) {
            return Optional.of(grows(size) ? Severity.MAJOR : Severity.MINOR);
        }
        return size.extent() == Extent.PART && grows(size) ? Optional.of(Severity.MINOR) : Optional.empty();
    }

    private static boolean grows(ResultSize size) {
        return size.growth() == Growth.GROWING || size.growth() == Growth.EVENTS;
    }
}
