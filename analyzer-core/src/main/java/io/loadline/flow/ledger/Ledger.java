package io.loadline.flow.ledger;

import io.loadline.evidence.Evidence;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every database server with all that is asked of it. */
public final class Ledger {

    /** Draws the ledger up. */
    public static final Query<Ledger> QUERY = new Query<>("ledger") {
        @Override
        protected Ledger compute(SystemModel system) {
            return new Ledger(system);
        }
    };

    private final List<Database> databases = new ArrayList<>();

    private Ledger(SystemModel system) {
        Pools pools = new Pools(system);
        List<Asked> all = system.subjects(DeployedContainer.class).stream()
                .flatMap(container -> pools.of(container).stream().flatMap(pool -> asked(container, pool).stream()))
                .toList();
        List<String> environments = all.stream()
                .flatMap(asked -> asked.draw().workload().environment().stream())
                .distinct()
                .sorted()
                .toList();
        Supplies supplies = new Supplies(system);
        if (environments.isEmpty()) {
            enter(all, null, supplies);
        }
        environments.forEach(environment -> enter(all, environment, supplies));
    }

    /** All of them, by environment and first use. */
    public List<Database> databases() {
        return List.copyOf(databases);
    }

    private void enter(List<Asked> all, @Nullable String environment, Supplies supplies) {
        Map<String, List<Asked>> byName = new LinkedHashMap<>();
        for (Asked asked : all) {
            Optional<String> limited = asked.draw().workload().environment();
            if (environment == null || limited.isEmpty() || limited.get().equals(environment)) {
                byName.computeIfAbsent(asked.name(), name -> new ArrayList<>()).add(asked);
            }
        }
        byName.forEach((name, users) -> {
            Asked first = users.get(0);
            boolean everywhere = users.stream()
                    .allMatch(u -> u.draw().workload().environment().isEmpty());
            databases.add(new Database(
                    name,
                    first.obscure(),
                    everywhere ? null : environment,
                    largest(users),
                    first.address() == null ? Supply.UNKNOWN : supplies.of(first.address())));
        });
    }

    /** Of alternative ways to deploy one service the one that asks for most; they do not run beside each other. */
    private static List<Draw> largest(List<Asked> users) {
        Map<String, Draw> byService = new LinkedHashMap<>();
        for (Asked user : users) {
            String who = user.draw().workload().service().id() + " " + user.pool();
            byService.merge(
                    who,
                    user.draw(),
                    (one, other) -> other.rollout().orElse(-1) > one.rollout().orElse(-1) ? other : one);
        }
        return List.copyOf(byService.values());
    }

    /** One pool of one workload, and the server it leads to where that can be told. */
    private record Asked(
            String name,
            String pool,
            @Nullable Address address,
            @Nullable String obscure,
            Draw draw) {}

    private static Optional<Asked> asked(DeployedContainer container, Pool pool) {
        Evidence at = pool.stands(new Evidence(container.at(), pool.key()));
        Draw draw = new Draw(container.in(), pool.size(), at);
        String own = "the database of " + container.in().service().id();
        if (pool.address() instanceof Setting.Unresolved open) {
            return Optional.of(new Asked(own, pool.key(), null, open.why(), draw));
        }
        Optional<Address> address = pool.address().known().flatMap(Address::of);
        if (address.filter(Address::isLocal).isPresent()) {
            String why = "the address of %s: %s names the machine itself".formatted(own, pool.key());
            return Optional.of(new Asked(own, pool.key(), null, why, draw));
        }
        return address.map(a -> new Asked(a.title(), pool.key(), a, null, draw));
    }

    /** The databases as subjects. */
    public static SubjectSource<Database> subjects() {
        return new SubjectSource<>() {
            @Override
            public Class<Database> kind() {
                return Database.class;
            }

            @Override
            public List<Database> find(SystemModel system) {
                return Objects.requireNonNull(system.ask(QUERY)).databases();
            }
        };
    }
}
