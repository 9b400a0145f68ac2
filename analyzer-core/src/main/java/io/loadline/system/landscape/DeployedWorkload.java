package io.loadline.system.landscape;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.Route;
import io.loadline.deploy.Workload;
import io.loadline.deploy.WorkloadKind;
import io.loadline.evidence.Location;
import io.loadline.system.Subject;
import io.loadline.system.service.Service;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A service as it runs in one place.
 *
 * @param autoscaler what changes the number of its replicas
 * @param route the service object by which requests reach it
 * @param alike other manifests of the service by which it runs just like this
 * @param differsIn the environment, where the service runs otherwise in others; absent where it runs alike everywhere
 */
public record DeployedWorkload(
        Service service,
        Workload workload,
        @Nullable Autoscaler autoscaler,
        @Nullable Route route,
        List<Workload> alike,
        @Nullable String differsIn)
        implements Subject {

    public DeployedWorkload {
        alike = List.copyOf(alike);
    }

    /** What changes the number of its replicas. */
    public Optional<Autoscaler> scaledBy() {
        return Optional.ofNullable(autoscaler);
    }

    /** Whether requests reach it from other places of the cluster. */
    public boolean isExposed() {
        return route != null;
    }

    /** Whether any replica can do the work of any other. */
    public boolean isInterchangeable() {
        return workload.kind() == WorkloadKind.DEPLOYMENT
                || workload.kind() == WorkloadKind.ROLLOUT
                || workload.kind() == WorkloadKind.DEPLOYMENT_CONFIG;
    }

    /** Fewest replicas that are ever meant to run; empty when a template or reference hides the number. */
    public OptionalLong leastReplicas() {
        return autoscaler != null ? number(autoscaler.min()) : number(workload.replicas());
    }

    /** Most replicas that are ever meant to run; empty when a template or reference hides the number. */
    public OptionalLong mostReplicas() {
        if (autoscaler == null) {
            return number(workload.replicas());
        }
        return autoscaler.max().isStated() ? autoscaler.max().whole() : OptionalLong.empty();
    }

    /**
     * Replicas that run on top of so many while they are being replaced; a quarter where nothing says otherwise, as the platform has it.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge">max surge</a>
     */
    public long surge(long replicas) {
        if (!isInterchangeable() || workload.rollout().type().equals("Recreate")) {
            return 0;
        }
        Amount stated = workload.rollout().maxSurge();
        BigDecimal number = stated.number().orElse(BigDecimal.valueOf(25));
        boolean perCent = stated.number().isEmpty() || stated.isPercentage();
        BigDecimal extra =
                perCent ? number.multiply(BigDecimal.valueOf(replicas)).movePointLeft(2) : number;
        return extra.setScale(0, RoundingMode.CEILING).longValue();
    }

    /** What is not written counts as one, as the platform has it. */
    private static OptionalLong number(Amount amount) {
        return amount.isStated() ? amount.whole() : OptionalLong.of(1);
    }

    /** The environment that it is limited to; empty where the service runs alike in all. */
    public Optional<String> environment() {
        return Optional.ofNullable(differsIn);
    }

    /** For people: {@code Deployment/orders}. */
    public String title() {
        return workload.id().toString();
    }

    @Override
    public String key() {
        return workload.id().name();
    }

    @Override
    public Location at() {
        return workload.at();
    }

    @Override
    public List<Location> alsoAt() {
        return alike.stream().map(Workload::at).toList();
    }

    @Override
    public Optional<String> doubt() {
        return service.whyUntold();
    }

    @Override
    public List<String> services() {
        return service.services();
    }
}
