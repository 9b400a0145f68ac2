package io.loadline.flow;

import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import io.loadline.system.code.CallSite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to another process that is not a data store; one subject for each loop that repeats it, or one when no loop does.
 *
 * @param site the call in the source that leaves the process
 * @param repeatedBy the loop that repeats it, with the way from there
 */
public record RemoteCall(
        CallSite site, Operation operation, @Nullable Repetition repeatedBy, Reach reach, List<String> services)
        implements Subject {

    public RemoteCall {
        services = List.copyOf(services);
    }

    /** The loop that repeats it, with the way from there. */
    public Optional<Repetition> repetition() {
        return Optional.ofNullable(repeatedBy);
    }

    @Override
    public String key() {
        return CallKeys.of(site, repeatedBy);
    }

    @Override
    public Location at() {
        return repeatedBy == null ? site.at() : repeatedBy.site().at();
    }
}
