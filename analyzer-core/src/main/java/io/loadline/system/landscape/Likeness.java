package io.loadline.system.landscape;

import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.Container;
import io.loadline.deploy.Workload;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes two workloads of one service run alike: everything but where it is written, for which environment, and which image of it
 * is taken. The text is compared and never shown.
 */
record Likeness(String name, String text) {

    private static final Pattern PLACE = Pattern.compile("[^\\s,=\\[\\]]*:\\d+:\\d+");

    static Likeness of(Workload workload, @Nullable Autoscaler autoscaler) {
        StringBuilder text = new StringBuilder();
        text.append(workload.kind())
                .append(workload.replicas())
                .append(workload.rollout())
                .append(workload.termination());
        for (Container container : workload.containers()) {
            text.append(container.name())
                    .append(container.command())
                    .append(container.args())
                    .append(container.resources())
                    .append(container.probes())
                    .append(container.beforeStop());
            container.env().stream()
                    .filter(e -> e.name().contains("JAVA")
                            || e.name().contains("JDK")
                            || e.name().contains("JVM"))
                    .forEach(text::append);
        }
        if (autoscaler != null) {
            text.append(autoscaler.min()).append(autoscaler.max()).append(autoscaler.behavior());
        }
        return new Likeness(workload.id().name(), PLACE.matcher(text).replaceAll(""));
    }
}
