package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method that a timer of the process runs.
 *
 * @param does the way to something that it changes outside the process
 * @param isGuarded whether something lets only one replica run it
 */
public record ScheduledJob(Entry entry, @Nullable Way does, boolean isGuarded, Reach reach, List<String> services)
        implements Subject {

    public ScheduledJob {
        services = List.copyOf(services);
    }

    /** The way to something that it changes outside the process. */
    public Optional<Way> effect() {
        return Optional.ofNullable(does);
    }

    @Override
    public String key() {
        return entry.method().key();
    }

    @Override
    public Location at() {
        return entry.at();
    }
}
