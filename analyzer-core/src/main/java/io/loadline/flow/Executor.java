package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import java.util.List;

/**
 * A pool of threads with its queue.
 *
 * @param perRequest whether it is made anew while work from outside is served
 */
public record Executor(ComponentSite site, boolean perRequest, Reach reach, List<String> services) implements Subject {

    public Executor {
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
