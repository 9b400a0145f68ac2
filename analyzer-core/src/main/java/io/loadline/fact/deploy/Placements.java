package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Placement;
import java.util.ArrayList;
import java.util.List;

/** Reads where the pods of a workload may run. */
final class Placements {

    private Placements() {}

    static Placement of(Part pod) {
        List<Placement.Spread> spreads = new ArrayList<>();
        for (Part constraint : pod.items("topologySpreadConstraints")) {
            boolean required = !constraint.text("whenUnsatisfiable").equals("ScheduleAnyway");
            spreads.add(new Placement.Spread(constraint.text("topologyKey"), required, constraint.at()));
        }
        List<String> tolerations =
                pod.items("tolerations").stream().map(t -> t.text("key")).toList();
        return new Placement(
                pod.labels("nodeSelector"),
                spreads,
                separations(pod.at("affinity", "podAntiAffinity")),
                tolerations,
                pod.isTrue("hostNetwork"),
                ndots(pod));
    }

    private static List<Placement.Separation> separations(Part affinity) {
        List<Placement.Separation> found = new ArrayList<>();
        for (Part term : affinity.items("requiredDuringSchedulingIgnoredDuringExecution")) {
            found.add(new Placement.Separation(term.text("topologyKey"), true, term.at()));
        }
        for (Part term : affinity.items("preferredDuringSchedulingIgnoredDuringExecution")) {
            found.add(new Placement.Separation(term.text("podAffinityTerm", "topologyKey"), false, term.at()));
        }
        return found;
    }

    private static Amount ndots(Part pod) {
        return pod.items("dnsConfig", "options").stream()
                .filter(o -> o.text("name").equals("ndots"))
                .map(o -> o.count("value"))
                .findFirst()
                .orElseGet(() -> Amount.absent(pod.at()));
    }
}
