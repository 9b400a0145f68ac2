package io.loadline.flow;

import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.Effect;
import io.loadline.code.Node;
import io.loadline.deploy.Route;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.flow.component.Making;
import io.loadline.flow.component.Uses;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.landscape.Landscape;
import io.loadline.system.service.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which service calls which other service of the system, by the host names in its addresses. */
public final class Dependencies {

    /** Finds the calls between services. */
    public static final Query<Dependencies> QUERY = new Query<>("calls between services") {
        @Override
        protected Dependencies compute(SystemModel system) {
            return new Dependencies(system);
        }
    };

    /**
     * One service calls another.
     *
     * @param sites where it does, in the order of files
     * @param confidence high where the name stands as a host
     */
    public record Dependency(String from, String to, String protocol, List<Location> sites, Confidence confidence) {
        public Dependency {
            sites = List.copyOf(sites);
        }
    }

    private static final Pattern HOST =
            Pattern.compile("(?<![A-Za-z0-9_.-])([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?![A-Za-z0-9_-])");
    private static final int DEEPEST = 4;
    private static final int LONGEST = 500;

    private final Map<String, String> names = new TreeMap<>();
    private final Components components;
    private final Map<String, Dependency> found = new TreeMap<>();

    private Dependencies(SystemModel system) {
        this.components = system.ask(Components.QUERY);
        system.services().forEach(service -> name(service, system.landscape()));
        Operations operations = system.ask(Operations.QUERY);
        Uses uses = system.ask(Uses.QUERY);
        for (CallSite site : operations.sites()) {
            Operation operation = operations.of(site).orElseThrow();
            if (operation.does() == Effect.REMOTE || operation.does() == Effect.SEND) {
                List<String> texts = texts(site, operation, uses);
                system.servicesOf(site.caller()).forEach(from -> add(from, site, operation, texts));
            }
        }
    }

    private void name(Service service, Landscape landscape) {
        names.put(service.id().toLowerCase(Locale.ROOT), service.id());
        service.workloads().forEach(workload -> {
            names.putIfAbsent(workload.id().name(), service.id());
            landscape.all(Route.class).stream()
                    .filter(r -> r.kind() == Route.Kind.SERVICE
                            && workload.podLabels().satisfy(r.selector()))
                    .forEach(r -> names.putIfAbsent(r.id().name(), service.id()));
        });
    }

    /** All of them, by calling and called service. */
    public List<Dependency> all() {
        return List.copyOf(found.values());
    }

    private List<String> texts(CallSite site, Operation operation, Uses uses) {
        List<String> all = new ArrayList<>();
        for (Making making : uses.behind(site)) {
            components
                    .of(making)
                    .flatMap(c -> c.limit("address"))
                    .flatMap(Setting::known)
                    .ifPresent(all::add);
        }
        Integer target = operation.target();
        if (target != null
                && site.node() instanceof Node.Call call
                && target < call.arguments().size()) {
            literals(call.arguments().get(target), site.caller(), all);
        }
        return all;
    }

    /** The texts that an expression is put together from, with those of the variables in it. */
    private static void literals(Node expression, Method caller, List<String> into) {
        record Step(Node node, int depth) {}
        Deque<Step> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.push(new Step(expression, 0));
        while (!open.isEmpty()) {
            Step here = open.pop();
            if (here.node() instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.STRING) {
                into.add(literal.text());
            } else if (here.node() instanceof Node.Name name && here.depth() < DEEPEST && seen.add(name.id())) {
                Initialiser.of(name.id(), caller).ifPresent(init -> open.push(new Step(init, here.depth() + 1)));
            }
            here.node().children().forEach(child -> open.push(new Step(child, here.depth())));
        }
    }

    private void add(String from, CallSite site, Operation operation, List<String> texts) {
        String protocol = Optional.ofNullable(operation.protocol()).orElse("remote");
        for (String text : texts) {
            Matcher host = HOST.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            while (host.find()) {
                String to = names.get(host.group(1));
                if (to != null && !to.equals(from)) {
                    boolean sure = text.equals(host.group(1)) || text.startsWith("//", Math.max(0, host.start() - 2));
                    add(new Dependency(
                            from, to, protocol, List.of(site.at()), sure ? Confidence.HIGH : Confidence.MEDIUM));
                }
            }
        }
    }

    private void add(Dependency one) {
        found.merge(one.from() + " " + one.to() + " " + one.protocol(), one, (known, next) -> {
            List<Location> sites = new ArrayList<>(known.sites());
            next.sites().stream().filter(s -> !sites.contains(s)).forEach(sites::add);
            boolean sure = known.confidence() == Confidence.HIGH || next.confidence() == Confidence.HIGH;
            return new Dependency(
                    known.from(), known.to(), known.protocol(), sites, sure ? Confidence.HIGH : Confidence.MEDIUM);
        });
    }
}
