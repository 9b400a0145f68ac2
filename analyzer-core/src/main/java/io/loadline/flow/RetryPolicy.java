package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import java.util.List;

/**
 * A rule by which failed work is repeated.
 *
 * @param perRequest whether it is made anew while work from outside is served
 */
public record RetryPolicy(ComponentSite site, boolean perRequest, Reach reach, List<String> services)
        implements Subject {

    public RetryPolicy {
        services = List.copyOf(services);
    }

    /** What it is called in messages: its simple type, and its name where it has one. */
    public String title() {
        return ComponentSubjects.title(site);
    }

    @Override
    public String key() {
        return ComponentSubjects.key(site);
    }

    @Override
    public Location at() {
        return site.at();
    }
}
