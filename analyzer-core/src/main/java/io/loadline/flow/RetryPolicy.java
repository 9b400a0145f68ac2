package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.system.Reach;
import io.loadline.system.Setting;
import io.loadline.system.Subject;
import java.util.List;
import java.util.OptionalLong;

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

    /** How often the work is tried in all, the first time included; empty where that is not known. */
    public OptionalLong attempts() {
        OptionalLong all = number("max-attempts", 0);
        return all.isPresent() ? all : number("max-retries", 1);
    }

    private OptionalLong number(String limit, int more) {
        return site.limit(limit)
                .flatMap(Setting::known)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> OptionalLong.of(Long.parseLong(text) + more))
                .orElse(OptionalLong.empty());
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
