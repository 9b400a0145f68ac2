package io.loadline.flow.ledger;

import io.loadline.catalog.Server;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.Label;
import io.loadline.deploy.Route;
import io.loadline.deploy.Volume;
import io.loadline.deploy.Word;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Evidence;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.Landscape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many connections database servers accept: what people declare, else what the server's own workload states or leaves to its default. */
final class Supplies {

    private final SystemModel system;
    private final Landscape landscape;
    private final List<Server> servers;

    Supplies(SystemModel system) {
        this.system = system;
        this.landscape = system.landscape();
        this.servers = system.code().catalog().servers();
    }

    Supply of(Address address) {
        return declared(address).or(() -> deployed(address)).orElse(Supply.UNKNOWN);
    }

    private Optional<Supply> declared(Address address) {
        return system.declared().databases().entrySet().stream()
                .filter(e -> address.title().contains(e.getKey().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(e -> new Supply(OptionalLong.of(e.getValue()), 0, "declared", List.of()));
    }

    private Optional<Supply> deployed(Address address) {
        return workloads(address.firstLabel())
                .flatMap(workload -> workload.containers().stream()
                        .flatMap(container -> servers.stream()
                                .filter(server -> isMadeOf(container, server))
                                .map(server -> of(server, workload, container))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The workloads that a cluster or a composition knows by a host name. */
    private Stream<Workload> workloads(String host) {
        List<Route> routes = landscape.all(Route.class).stream()
                .filter(r -> r.kind() == Route.Kind.SERVICE && r.id().name().equals(host))
                .toList();
        return landscape.all(Workload.class).stream()
                .filter(w -> w.id().name().equals(host)
                        || routes.stream().anyMatch(r -> w.podLabels().satisfy(r.selector())));
    }

    private static boolean isMadeOf(Container container, Server server) {
        String image = container.image().text().replaceFirst("[:@][^/]*$", "");
        return server.images().stream().anyMatch(known -> image.equals(known) || image.endsWith("/" + known));
    }

    private Optional<Supply> of(Server server, Workload workload, Container container) {
        Optional<Evidence> stated = words(container)
                .flatMap(word ->
                        stated(server, word.text()).map(n -> new Evidence(word.at(), "max connections " + n)).stream())
                .findFirst()
                .or(() -> variable(server, container))
                .or(() -> mounted(server, workload));
        if (stated.isPresent()) {
            String number = stated.get().label().replaceAll("\\D", "");
            return Optional.of(new Supply(
                    OptionalLong.of(Long.parseLong(number)), server.reserved(), "declared", List.of(stated.get())));
        }
        return Optional.ofNullable(server.accepts())
                .map(n -> new Supply(
                        OptionalLong.of(n),
                        server.reserved(),
                        "default",
                        List.of(new Evidence(
                                container.at(),
                                "%s leaves its number of connections at %s".formatted(server.kind(), n)))));
    }

    /** The words of the command line, and all of them as one, since an option and its value may be apart. */
    private static Stream<Word> words(Container container) {
        List<Word> all = Stream.concat(container.command().stream(), container.args().stream())
                .toList();
        return all.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        all.stream(),
                        Stream.of(new Word(
                                all.stream().map(Word::text).collect(Collectors.joining(" ")),
                                all.get(0).at())));
    }

    private static Optional<Evidence> variable(Server server, Container container) {
        return server.variables().stream()
                .flatMap(name -> container.variable(name).stream())
                .filter(v -> v.written().filter(t -> t.matches("\\d{1,7}")).isPresent())
                .findFirst()
                .map((EnvVar v) ->
                        new Evidence(v.at(), "max connections " + v.written().orElse("")));
    }

    private Optional<Evidence> mounted(Server server, Workload workload) {
        List<String> maps = workload.volumes().stream()
                .filter(v -> v.kind() == Volume.Kind.CONFIG_MAP)
                .map(Volume::source)
                .toList();
        return landscape.all(ConfigData.class).stream()
                .filter(data -> !data.secret() && maps.contains(data.id().name()))
                .flatMap(data -> data.entries().entries().stream())
                .flatMap((Label entry) ->
                        stated(server, entry.value())
                                .map(n -> new Evidence(entry.at(), "max connections " + n))
                                .stream())
                .findFirst();
    }

    private static Optional<String> stated(Server server, String text) {
        for (String option : server.options()) {
            Matcher matcher = Pattern.compile(
                            "(?m)(?:^|[\\s-])" + Pattern.quote(option) + "\\s*[=\\s]\\s*'?(\\d{1,7})\\b")
                    .matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
