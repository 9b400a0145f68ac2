package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import java.util.List;

/**
 * A cache in the process.
 *
 * @param perRequest whether it is made anew while work from outside is served
 */
public record Cache(ComponentSite site, boolean perRequest, Reach reach, List<String> services) implements Subject {

    public Cache {
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
