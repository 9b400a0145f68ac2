package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Probe;
import io.loadline.deploy.Resources;
import io.loadline.deploy.Word;
import io.loadline.evidence.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the container of a Compose service. */
final class ComposeContainer {

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{\\w+:?-([^${}]*)}");
    private static final Pattern PORT =
            Pattern.compile("(?:(?:\\d+\\.[\\d.]+|\\[[0-9a-fA-F:]+]):)?(?:([\\d-]*):)?(\\d[\\d-]*)(?:/(\\w+))?");

    private ComposeContainer() {}

    static Container of(String name, Part service) {
        return new Container(
                name,
                service.at(),
                service.word("image"),
                service.text("pull_policy"),
                CommandWords.of(service.at("entrypoint")),
                CommandWords.of(service.at("command")),
                variables(service.at("environment")),
                files(service),
                ports(service.at("ports")),
                resources(service),
                probes(service.at("healthcheck")),
                ComposeVolumes.mounts(service),
                false,
                build(service.at("build")),
                null);
    }

    /** Reads an amount after filling in the defaults of references; the text stays as written. */
    static Amount withDefault(Part part, BiFunction<String, Location, Amount> read) {
        String text = part.text();
        if (text.isEmpty()) {
            return Amount.absent(part.at());
        }
        String filled = DEFAULT.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
        return new Amount(text, read.apply(filled, part.at()).value(), part.at());
    }

    /** Pairs written as a mapping or as a list of {@code key=value}. */
    static Labels pairs(Part part) {
        if (!part.isList()) {
            return part.labels();
        }
        List<Label> labels = new ArrayList<>();
        for (Word word : part.words()) {
            int equals = word.text().indexOf('=');
            String key = equals < 0 ? word.text() : word.text().substring(0, equals);
            labels.add(new Label(key, equals < 0 ? "" : word.text().substring(equals + 1), word.at()));
        }
        return new Labels(labels);
    }

    /** A variable without value is handed through from the shell that starts the project. */
    private static List<EnvVar> variables(Part part) {
        List<EnvVar> variables = new ArrayList<>();
        if (part.isList()) {
            for (Word word : part.words()) {
                int equals = word.text().indexOf('=');
                String value = equals < 0 ? null : word.text().substring(equals + 1);
                variables.add(variable(equals < 0 ? word.text() : word.text().substring(0, equals), value, word.at()));
            }
            return variables;
        }
        for (Part.Field field : part.fields()) {
            boolean handedThrough = field.value().tree() instanceof io.loadline.source.Tree.Scalar scalar
                    && scalar.value().isEmpty()
                    && !scalar.quoted();
            variables.add(variable(
                    field.key(),
                    handedThrough ? null : field.value().text(),
                    field.value().at()));
        }
        return variables;
    }

    private static EnvVar variable(String name, @Nullable String value, Location at) {
        EnvVar.Source source = value == null ? EnvVar.Source.HOST : EnvVar.Source.WRITTEN;
        return new EnvVar(name, source, value, "", "", at);
    }

    private static List<EnvFrom> files(Part service) {
        Part files = service.at("env_file");
        List<Part> all = files.isList() ? files.items() : files.exists() ? List.of(files) : List.of();
        String folder = RelativePaths.folder(service.path());
        return all.stream()
                .map(f -> f.isMapping() ? f.at("path") : f)
                .map(f -> new EnvFrom(EnvFrom.Source.FILE, RelativePaths.resolve(folder, f.text()), "", f.at()))
                .toList();
    }

    private static List<Container.Port> ports(Part part) {
        List<Container.Port> ports = new ArrayList<>();
        for (Part item : part.items()) {
            if (item.isMapping()) {
                ports.add(new Container.Port(
                        item.text("name"),
                        item.count("target"),
                        protocol(item.text("protocol")),
                        item.count("published")));
                continue;
            }
            Matcher port =
                    PORT.matcher(DEFAULT.matcher(item.text()).replaceAll(m -> Matcher.quoteReplacement(m.group(1))));
            if (port.matches()) {
                String host = port.group(1) == null ? "" : port.group(1);
                ports.add(new Container.Port(
                        "",
                        Amounts.count(port.group(2), item.at()),
                        protocol(port.group(3) == null ? "" : port.group(3)),
                        host.isEmpty() ? Amount.absent(item.at()) : Amounts.count(host, item.at())));
            }
        }
        return ports;
    }

    private static String protocol(String written) {
        return written.isEmpty() ? "TCP" : written.toUpperCase(java.util.Locale.ROOT);
    }

    /** The keys of the deploy section count before the older ones of the service itself. */
    private static Resources resources(Part service) {
        Part reserved = service.at("deploy", "resources", "reservations");
        Part limits = service.at("deploy", "resources", "limits");
        return new Resources(
                withDefault(reserved.at("cpus"), Amounts::count),
                withDefault(either(limits.at("cpus"), service.at("cpus")), Amounts::count),
                withDefault(either(reserved.at("memory"), service.at("mem_reservation")), Amounts::dockerBytes),
                withDefault(either(limits.at("memory"), service.at("mem_limit")), Amounts::dockerBytes),
                List.of());
    }

    private static Part either(Part first, Part second) {
        return first.exists() ? first : second;
    }

    private static List<Probe> probes(Part check) {
        if (!check.exists() || check.isTrue("disable")) {
            return List.of();
        }
        Part test = check.at("test");
        List<Word> words = CommandWords.of(test);
        boolean marked = test.isList()
                && !words.isEmpty()
                && List.of("CMD", "CMD-SHELL", "NONE").contains(words.get(0).text());
        return List.of(new Probe(
                Probe.Role.HEALTH,
                new Probe.Exec(marked ? words.subList(1, words.size()) : words),
                check.duration("start_period"),
                check.duration("interval"),
                check.duration("timeout"),
                check.count("retries"),
                Amount.absent(check.at()),
                check.at()));
    }

    private static Container.@Nullable BuildFrom build(Part part) {
        if (!part.exists()) {
            return null;
        }
        String written = part.isMapping() ? part.text("context") : part.text();
        String context = RelativePaths.resolve(RelativePaths.folder(part.path()), written);
        String dockerfile = part.text("dockerfile").isEmpty() ? "Dockerfile" : part.text("dockerfile");
        return new Container.BuildFrom(
                context,
                RelativePaths.resolve(context, dockerfile),
                part.text("target"),
                pairs(part.at("args")),
                part.at());
    }
}
