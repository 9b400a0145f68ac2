package io.loadline.system.configuration;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import io.loadline.system.configuration.Placeholders.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The effective configuration of one service in one environment. From strong to weak: arguments of the command line, system
 * properties, environment variables, files that manifests put into the container, files of active profiles, base files, files of a configuration repository.
 */
public final class Configuration {

    private final CommandLine commandLine;
    private final List<ConfigurationSource> local;
    private final List<ConfigurationSource> remote;
    private final List<ConfigurationSource> mounted;
    private final List<String> unread;
    private final Set<String> profiles;
    private final NavigableMap<String, Entry> merged = new TreeMap<>();
    private final Set<String> remotePaths;
    private final ConfigurationFiles files;
    private final List<String> directories;

    /**
     * What decides the configuration of one service in one environment.
     *
     * @param directories of its modules, its own first
     * @param names under which a configuration repository may know it
     * @param profiles that the environment's name stands for; they count where the launch says none
     * @param platforms that it runs on, such as {@code kubernetes}
     */
    public record Circumstances(
            List<String> directories,
            List<String> names,
            List<String> profiles,
            List<String> platforms,
            Launch launch) {
        public Circumstances {
            directories = List.copyOf(directories);
            names = List.copyOf(names);
            profiles = List.copyOf(profiles);
            platforms = List.copyOf(platforms);
        }
    }

    private Configuration(ConfigurationFiles files, Circumstances circumstances) {
        this.files = files;
        directories = circumstances.directories();
        commandLine = new CommandLine(circumstances.launch());
        List<String> stems = stems();
        local = files.local(directories, stems);
        remote = files.remote(circumstances.names());
        mounted = MountedFiles.sources(circumstances.launch().files(), stems);
        unread = circumstances.launch().unread();
        remotePaths = Set.copyOf(remote.stream().map(ConfigurationSource::path).toList());
        merge(Set.of());
        profiles = Profiles.active(named(circumstances), key -> lookup(key).flatMap(Setting::known));
        Set<String> active = new LinkedHashSet<>(profiles);
        circumstances.platforms().forEach(platform -> active.add(Conventions.PLATFORM_PREFIX + platform));
        merged.clear();
        merge(active);
    }

    /** The configuration under given circumstances. */
    public static Configuration of(ConfigurationFiles files, Circumstances circumstances) {
        return new Configuration(files, circumstances);
    }

    /** The stems of its files: as the launch states them, or else as its code does, or else by convention. */
    private List<String> stems() {
        List<String> launched = commandLine
                .stated(Key.canonical(Conventions.STEM_KEY))
                .map(Entry::value)
                .or(() -> commandLine.variable(Conventions.STEM_KEY).flatMap(commandLine::valueOf))
                .map(StatedStems::split)
                .orElse(List.of());
        String own = directories.isEmpty() ? "" : directories.get(0);
        return launched.isEmpty() ? files.stems(own) : ConfigurationFiles.replaced(launched);
    }

    private List<String> named(Circumstances circumstances) {
        for (String key : Conventions.ACTIVE_KEYS) {
            boolean launched = commandLine.stated(Key.canonical(key)).isPresent()
                    || commandLine.variable(key).isPresent();
            List<String> names = Profiles.split(
                    launched ? lookup(key).flatMap(Setting::known).orElse("") : "");
            if (!names.isEmpty()) {
                return names;
            }
        }
        if (!circumstances.profiles().isEmpty()) {
            return circumstances.profiles();
        }
        return Conventions.ACTIVE_KEYS.stream()
                .map(key -> Profiles.split(lookup(key).flatMap(Setting::known).orElse("")))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void merge(Set<String> active) {
        List<String> order = new ArrayList<>(active);
        Comparator<ConfigurationSource> byProfile = Comparator.comparingInt(source -> order.indexOf(source.profile()));
        for (List<ConfigurationSource> sources : List.of(remote, local, mounted)) {
            sources.stream()
                    .filter(source -> source.profile().isEmpty() || active.contains(source.profile()))
                    .filter(source -> ProfileExpression.holds(source.condition(), active))
                    .sorted(byProfile)
                    .forEach(this::merge);
        }
    }

    /** A list of a stronger source replaces the whole of a weaker one's. */
    private void merge(ConfigurationSource source) {
        source.entries().stream()
                .map(Entry::canonical)
                .filter(key -> key.indexOf('[') > 0)
                .map(key -> key.substring(0, key.indexOf('[')))
                .distinct()
                .forEach(list -> merged.subMap(list + "[", list + "\\").clear());
        source.entries().forEach(entry -> merged.put(entry.canonical(), entry));
    }

    /** Profiles that are active, in the order in which later ones win. */
    public List<String> profiles() {
        return List.copyOf(profiles);
    }

    /** What holds for a key, in any of its spellings; empty when nobody says anything of it. Secrets come hidden. */
    public Optional<Setting> lookup(String key) {
        return resolve(key).map(Resolved::setting);
    }

    /** How sure the value of a key is; {@link Confidence#HIGH} for a key of which nobody says anything. */
    public Confidence confidence(String key) {
        return resolve(key).map(Resolved::confidence).orElse(Confidence.HIGH);
    }

    private record Resolved(Setting setting, Confidence confidence) {}

    private Optional<Resolved> resolve(String key) {
        Found found = found(key);
        if (found.why() != null) {
            return Optional.of(new Resolved(new Setting.Unresolved(found.why(), found.evidence()), found.confidence()));
        }
        if (found.text() == null) {
            return Optional.empty();
        }
        List<Evidence> origin = new ArrayList<>(found.evidence());
        if (Secrets.isSecret(key)) {
            return Optional.of(new Resolved(new Setting.Stated(Secrets.HIDDEN, origin), found.confidence()));
        }
        Placeholders placeholders = new Placeholders(this::found, unread);
        String value = BuildTokens.replaced(
                placeholders.resolved(found.text()),
                directories.isEmpty() ? Optional.empty() : files.modules().at(directories.get(0)));
        placeholders.evidence().stream().filter(e -> !origin.contains(e)).forEach(origin::add);
        String missing = placeholders.missing();
        if (missing == null && BuildTokens.remain(value)) {
            missing = "the build fills it in";
        }
        Setting setting = missing == null
                ? new Setting.Stated(Secrets.shown(key, value), origin)
                : new Setting.Unresolved(missing, origin);
        Confidence limit = unread.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        return Optional.of(new Resolved(
                setting, found.confidence().and(placeholders.confidence()).and(limit)));
    }

    /** What stands for a name, before placeholders are replaced. */
    private Found found(String name) {
        String canonical = Key.canonical(name);
        Optional<Entry> argument = commandLine.stated(canonical);
        if (argument.isPresent()) {
            return found(argument.get());
        }
        Optional<Variable> variable = commandLine.variable(name);
        if (variable.isPresent()) {
            return found(variable.get());
        }
        Entry entry = merged.get(canonical);
        if (entry == null) {
            return list(canonical);
        }
        boolean isVariable = name.matches("[A-Z][A-Z\\d_]*") && !entry.key().equals(name);
        return isVariable ? Found.NOTHING : found(entry);
    }

    private Found found(Entry entry) {
        boolean isRemote = remotePaths.contains(entry.at().path());
        String label = entry.key() + ": " + Secrets.shown(entry.key(), entry.value())
                + (isRemote ? " in a configuration repository" : "");
        return new Found(
                hidden(entry.key(), entry.value()),
                null,
                List.of(new Evidence(entry.at(), label)),
                isRemote ? Confidence.MEDIUM : Confidence.HIGH);
    }

    private Found found(Variable variable) {
        Optional<String> value = commandLine.valueOf(variable);
        String shown = value.map(v -> Secrets.shown(variable.name(), v)).orElse("from " + variable.origin());
        List<Evidence> evidence = List.of(new Evidence(variable.at(), variable.name() + ": " + shown));
        String why = value.isPresent() ? null : variable.name() + " comes from " + variable.origin();
        return new Found(value.map(v -> hidden(variable.name(), v)).orElse(null), why, evidence, Confidence.HIGH);
    }

    private static String hidden(String name, String value) {
        return Secrets.isSecret(name) ? Secrets.HIDDEN : value;
    }

    private Found list(String canonical) {
        List<Entry> elements = new ArrayList<>();
        for (Entry element = merged.get(canonical + "[0]"); element != null; ) {
            elements.add(element);
            element = merged.get(canonical + "[" + elements.size() + "]");
        }
        if (elements.isEmpty()) {
            return Found.NOTHING;
        }
        Found first = found(elements.get(0));
        String joined = String.join(",", elements.stream().map(Entry::value).toList());
        return new Found(joined, null, first.evidence(), first.confidence());
    }

    /** All keys as written, of files and of the command line, sorted; and the names of all environment variables. */
    public List<String> keys() {
        Map<String, String> keys = new TreeMap<>();
        merged.values().forEach(entry -> keys.put(entry.canonical(), entry.key()));
        commandLine.stated().forEach(entry -> keys.putIfAbsent(entry.canonical(), entry.key()));
        commandLine.variableNames().forEach(name -> keys.putIfAbsent(name, name));
        return keys.values().stream().sorted().toList();
    }

    /** Keys as written that lie below a prefix, sorted, each once whatever its spelling. */
    public List<String> keysUnder(String prefix) {
        String canonical = Key.canonical(prefix);
        Map<String, String> keys = new TreeMap<>();
        merged.tailMap(canonical, false).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(canonical))
                .forEach(e -> keys.put(e.getKey(), e.getValue().key()));
        commandLine.stated().forEach(entry -> keys.putIfAbsent(entry.canonical(), entry.key()));
        keys.keySet().removeIf(key -> !Key.isBelow(key, canonical));
        return keys.values().stream().sorted().toList();
    }

    /**
     * Where a reviewer would point for a key that is absent: at the closest key above it in the service's own base files, or else at
     * the start of the strongest of these. Empty when the service has no configuration file.
     */
    public Optional<Location> placeFor(String key) {
        List<ConfigurationSource> own =
                new ArrayList<>(files.local(directories.subList(0, Math.min(1, directories.size())), stems()));
        List<ConfigurationSource> base =
                new ArrayList<>(own.stream().filter(ConfigurationSource::isBase).toList());
        Collections.reverse(base);
        Collections.reverse(own);
        List<ConfigurationSource> candidates = base.isEmpty() ? own : base;
        return Flattening.closest(candidates, Key.canonical(key))
                .or(() -> candidates.stream().findFirst().map(source -> Location.of(source.path())));
    }
}
