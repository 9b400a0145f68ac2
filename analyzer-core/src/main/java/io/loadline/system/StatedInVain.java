package io.loadline.system;

import io.loadline.config.LoadlineConfig;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.system.configuration.Environment;
import io.loadline.system.landscape.Landscape;
import java.util.ArrayList;
import java.util.List;

/** What people state in the configuration file without any effect. */
final class StatedInVain {

    private StatedInVain() {}

    static List<Problem> problems(LoadlineConfig stated, Landscape landscape) {
        List<String> messages = new ArrayList<>();
        List<Environment> judged = landscape.environments();
        for (String asked : stated.environments()) {
            if (judged.stream().noneMatch(e -> e.isMeantBy(asked))) {
                messages.add("environments: the system does not show %s; judged is %s"
                        .formatted(
                                asked,
                                String.join(
                                        ", ",
                                        judged.stream().map(Environment::name).toList())));
            }
        }
        LoadlineConfig.Facts facts = stated.facts();
        LoadlineConfig.LoadProfile profile = stated.loadProfile();
        if (!facts.quotas().isEmpty()) {
            messages.add(withoutEffect("facts.quotas"));
        }
        if (facts.latencyObjective().isPresent()) {
            messages.add(withoutEffect("facts.latencyObjective"));
        }
        if (profile.targetRate().isPresent()
                || !profile.entries().isEmpty()
                || !profile.holdTimes().isEmpty()) {
            messages.add(withoutEffect("loadProfile"));
        }
        Location at = Location.of(stated.file());
        return messages.stream()
                .map(message -> new Problem(at, "link", message))
                .toList();
    }

    private static String withoutEffect(String key) {
        return key + " is read and has no effect in this version: no rule and no forecast asks for it yet";
    }
}
