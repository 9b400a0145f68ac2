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
 * A round trip to a data store; one subject for each loop that repeats it, or one when no loop does. Those to a shared cache are
 * subjects where a loop repeats them.
 *
 * @param site the call in the source that makes the round trip
 * @param repeatedBy the loop that repeats it, with the way from there
 */
public record QueryCall(
        CallSite site, Operation operation, @Nullable Repetition repeatedBy, Reach reach, List<String> services)
        implements Subject {

    public QueryCall {
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
