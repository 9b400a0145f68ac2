package io.loadline.flow.ledger;

import io.loadline.evidence.Location;
import io.loadline.system.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A database server and all services that keep connections to it, in one environment.
 *
 * @param name host and port, or whose database it is where the address cannot be told
 * @param obscure why the address cannot be told, as a clause
 * @param environment absent where the services run alike in all
 * @param draws by service, at least one
 */
public record Database(
        String name, @Nullable String obscure, @Nullable String environment, List<Draw> draws, Supply supply)
        implements Subject {

    public Database {
        draws = List.copyOf(draws);
    }

    /** Why it is not known which database this is. */
    public Optional<String> whyObscure() {
        return Optional.ofNullable(obscure);
    }

    /** The environment that it is limited to. */
    public Optional<String> limitedTo() {
        return Optional.ofNullable(environment);
    }

    /** Connections that all services hold at their most replicas; empty where one of them cannot be told. */
    public OptionalLong steady() {
        return sum(Draw::steady);
    }

    /** Connections while all services are being replaced. */
    public OptionalLong rollout() {
        return sum(Draw::rollout);
    }

    private OptionalLong sum(Function<Draw, OptionalLong> part) {
        long all = 0;
        for (Draw draw : draws) {
            OptionalLong one = part.apply(draw);
            if (one.isEmpty()) {
                return one;
            }
            all += one.getAsLong();
        }
        return OptionalLong.of(all);
    }

    /** Replicas at the most, of all services; empty where one of them cannot be told. */
    public OptionalLong replicas() {
        return sum(draw -> draw.workload().mostReplicas());
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public Location at() {
        return draws.get(0).at().at();
    }

    @Override
    public List<String> services() {
        return draws.stream()
                .flatMap(draw -> draw.workload().services().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
