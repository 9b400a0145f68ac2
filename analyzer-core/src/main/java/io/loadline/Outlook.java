package io.loadline;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.flow.Dependencies;
import io.loadline.flow.Entry;
import io.loadline.flow.EntryPoints;
import io.loadline.flow.Waits;
import io.loadline.flow.Waits.Wait;
import io.loadline.flow.ledger.Database;
import io.loadline.flow.ledger.Draw;
import io.loadline.flow.ledger.Ledger;
import io.loadline.report.Report;
import io.loadline.score.Ceiling;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What services share and call, and which configured ceiling they reach first. */
final class Outlook {

    private final SystemModel system;

    Outlook(SystemModel system) {
        this.system = system;
    }

    /** The shared resources with demand and supply. */
    List<Report.Resource> resources() {
        return databases()
                .filter(database -> database.steady().isPresent())
                .map(database -> new Report.Resource(
                        id(database),
                        "database",
                        database.steady().orElseThrow(),
                        database.rollout().orElseThrow(),
                        database.supply().usable().isPresent()
                                ? database.supply().usable().getAsLong()
                                : null,
                        database.supply().source(),
                        Stream.concat(
                                        database.draws().stream()
                                                .map(draw -> new Evidence(
                                                        draw.workload().at(), draw.title())),
                                        database.supply().evidence().stream())
                                .toList()))
                .sorted(Comparator.comparing(Report.Resource::id))
                .toList();
    }

    private Stream<Database> databases() {
        return system.ask(Ledger.QUERY).databases().stream()
                .filter(database -> database.whyObscure().isEmpty());
    }

    private static String id(Database database) {
        return database.limitedTo().map(e -> database.name() + " (" + e + ")").orElse(database.name());
    }

    /** Which service depends on which other and on which resource. */
    List<Report.Edge> edges() {
        List<Report.Edge> all = new ArrayList<>();
        system.ask(Dependencies.QUERY)
                .all()
                .forEach(d -> all.add(new Report.Edge(
                        d.from(),
                        d.to(),
                        d.protocol(),
                        true,
                        d.sites(),
                        d.confidence().name().toLowerCase(Locale.ROOT))));
        databases().forEach(database -> {
            Map<String, List<Location>> users = new TreeMap<>();
            for (Draw draw : database.draws()) {
                users.computeIfAbsent(draw.workload().service().id(), s -> new ArrayList<>())
                        .add(draw.at().at());
            }
            users.forEach((service, at) -> all.add(new Report.Edge(service, id(database), "jdbc", true, at, "high")));
        });
        return all.stream()
                .sorted(Comparator.comparing(Report.Edge::from)
                        .thenComparing(Report.Edge::to)
                        .thenComparing(Report.Edge::kind))
                .toList();
    }

    /** The configured ceilings, soonest first. */
    List<Ceiling> forecast() {
        return Stream.concat(databases().flatMap(Outlook::connections), waits())
                .sorted(Comparator.comparing(Ceiling::urgency).thenComparing(Ceiling::name))
                .toList();
    }

    private static Stream<Ceiling> connections(Database database) {
        if (database.supply().usable().isEmpty() || database.steady().orElse(0) == 0) {
            return Stream.empty();
        }
        long usable = database.supply().usable().getAsLong();
        long steady = database.steady().getAsLong();
        long pods = database.replicas().orElseThrow();
        double fit = Math.floor(usable * (double) pods / steady);
        String sentence = "%s accepts %s connections and %s may ask for %s: at most %s fit."
                .formatted(database.name(), usable, pods == 1 ? "1 replica" : pods + " replicas", steady, (long) fit);
        List<Evidence> why = Stream.concat(
                        database.draws().stream()
                                .map(draw -> new Evidence(draw.workload().at(), draw.title())),
                        database.supply().evidence().stream())
                .toList();
        List<String> services = database.services();
        return Stream.of(new Ceiling(
                services.size() == 1 ? services.get(0) : "",
                "connections of " + id(database),
                fit,
                "replicas",
                sentence,
                usable / (double) steady,
                why));
    }

    /** One ceiling for each service that answers requests and may wait for ever. */
    private Stream<Ceiling> waits() {
        Waits waits = system.ask(Waits.QUERY);
        Map<String, List<Wait>> endless = new TreeMap<>();
        Map<String, Integer> asked = new TreeMap<>();
        for (Entry entry : system.ask(EntryPoints.QUERY).all()) {
            if (entry.heat() == Heat.REQUEST) {
                for (String service : system.servicesOf(entry.method())) {
                    asked.merge(service, 1, Integer::sum);
                    waits.of(entry)
                            .filter(Wait::unbounded)
                            .ifPresent(w -> endless.computeIfAbsent(service, s -> new ArrayList<>())
                                    .add(w));
                }
            }
        }
        return endless.entrySet().stream()
                .map(e -> endless(e.getKey(), e.getValue(), asked.getOrDefault(e.getKey(), 0)));
    }

    private static Ceiling endless(String service, List<Wait> waits, int entries) {
        String sentence =
                "%s of %s request entries of %s wait for a callee without limit: one that stops answering takes every request thread."
                        .formatted(waits.size(), entries, service);
        return new Ceiling(
                service,
                "the request threads of " + service + " when a callee stops answering",
                null,
                "s",
                sentence,
                -waits.size() / (double) Math.max(1, entries),
                waits.get(0).because());
    }
}
