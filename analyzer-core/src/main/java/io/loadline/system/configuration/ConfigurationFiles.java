package io.loadline.system.configuration;

import io.loadline.source.Input;
import io.loadline.source.Tree;
import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.build.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The configuration files of a tree, by the modules and services that read them. */
public final class ConfigurationFiles {

    private static final Pattern REPOSITORY_FOLDER =
            Pattern.compile("(?i)(.*/)?([^/]*config[^/]*|shared|properties|nacos|consul)(/.*)?");
    private static final Comparator<Placed> WEAKEST_FIRST = Comparator.comparingInt(Placed::folder)
            .thenComparingInt(Placed::stem)
            .thenComparingInt(p -> p.name().ending())
            .thenComparing(p -> p.source().path())
            .thenComparingInt(Placed::document);

    private final Modules modules;
    private final StatedStems stated;
    private final Map<String, List<Kept>> byModule = new TreeMap<>();
    private final Map<String, List<Placed>> byService = new TreeMap<>();
    private final Map<String, List<Placed>> shared = new TreeMap<>();
    private final Map<String, Set<String>> repositories = new TreeMap<>();

    /** A source with what decides its strength among those of a module. */
    record Placed(int folder, int stem, SourceName name, int document, ConfigurationSource source) {}

    /** A file in a folder where a module keeps configuration; its name tells whether it is any. */
    private record Kept(int folder, Input input) {}

    private ConfigurationFiles(Modules modules, StatedStems stated) {
        this.modules = modules;
        this.stated = stated;
    }

    /** Sorts the files among inputs that are configuration, where code states no names of its own for them. */
    public static ConfigurationFiles of(Collection<? extends Input> inputs, Modules modules) {
        return of(inputs, modules, StatedStems.NONE);
    }

    /** Sorts the files among inputs that are configuration. */
    public static ConfigurationFiles of(Collection<? extends Input> inputs, Modules modules, StatedStems stated) {
        ConfigurationFiles files = new ConfigurationFiles(modules, stated);
        List<Input> sorted = inputs.stream()
                .<Input>map(input -> input)
                .filter(input -> !isManifest(input))
                .sorted(Comparator.comparing(Input::path))
                .toList();
        List<Input> others =
                sorted.stream().filter(input -> !files.takeOwn(input)).toList();
        Set<String> services = files.serviceNames();
        others.forEach(input -> files.takeService(input, services));
        sorted.forEach(files::takeShared);
        return files;
    }

    /** Kubernetes objects and Compose files bear names like those of services too. */
    private static boolean isManifest(Input input) {
        return input instanceof Input.Documents file
                && file.documents().stream().anyMatch(ConfigurationFiles::isManifest);
    }

    private static boolean isManifest(Tree document) {
        boolean isObject = document.entry("apiVersion").isPresent()
                && document.entry("kind").isPresent();
        return isObject
                || document.at("services")
                        .filter(Tree.Mapping.class::isInstance)
                        .isPresent();
    }

    /** Whether a file is a module's own by its name; others in its folders are kept for launches that state their name. */
    private boolean takeOwn(Input input) {
        Optional<Module> module = modules.owning(input.path());
        if (module.isEmpty() || SourceName.ending(input.path()) < 0) {
            return false;
        }
        String directory = module.get().directory();
        String below = directory.isEmpty() ? input.path() : input.path().substring(directory.length() + 1);
        int folder = Conventions.FOLDERS.indexOf(Paths.folder(below));
        if (folder < 0) {
            return false;
        }
        byModule.computeIfAbsent(directory, d -> new ArrayList<>()).add(new Kept(folder, input));
        return SourceName.of(input.path(), Conventions.STEMS).isPresent()
                || SourceName.of(input.path(), stems(directory)).isPresent();
    }

    /** The stems of the files that a module's service reads, weakest first. */
    List<String> stems(String directory) {
        List<String> own = stated.in(directory);
        return own.isEmpty() ? Conventions.STEMS : replaced(own);
    }

    /** The conventional stems, with others in place of the one that can be replaced. */
    static List<String> replaced(List<String> own) {
        List<String> stems = new ArrayList<>(Conventions.STEMS);
        stems.remove(Conventions.STEM);
        stems.addAll(own);
        return stems;
    }

    private static void place(Input input, SourceName name, int folder, int stem, List<Placed> into) {
        int document = 0;
        for (ConfigurationSource source : Flattening.sources(input)) {
            into.add(new Placed(folder, stem, name, document++, source.forProfile(name.profile())));
        }
    }

    private Set<String> serviceNames() {
        Set<String> names = new TreeSet<>();
        for (Module module : modules.all()) {
            if (!module.packaging().equals("pom")) {
                names.add(module.name());
                names.add(applicationName(module.directory()));
            }
        }
        Conventions.STEMS.forEach(names::remove);
        names.remove("");
        return names;
    }

    private void takeService(Input input, Set<String> services) {
        String folder = Paths.folder(input.path());
        if (!REPOSITORY_FOLDER.matcher(folder).matches()) {
            return;
        }
        Optional<SourceName> name = SourceName.of(input.path(), services);
        if (name.isPresent()) {
            String service = name.get().stem();
            repositories.computeIfAbsent(folder, f -> new TreeSet<>()).add(service);
            place(input, name.get(), 0, 0, byService.computeIfAbsent(service, s -> new ArrayList<>()));
        } else if (services.contains(Paths.name(folder))) {
            SourceName.of(input.path(), Conventions.STEMS)
                    .ifPresent(n -> place(
                            input, n, 0, 0, byService.computeIfAbsent(Paths.name(folder), s -> new ArrayList<>())));
        }
    }

    /** Files beside those of services are for all of these, unless a module has them for itself. */
    private void takeShared(Input input) {
        Set<String> services = repositories.getOrDefault(Paths.folder(input.path()), Set.of());
        Optional<SourceName> name = SourceName.of(input.path(), List.of("application"));
        boolean isResource = ("/" + input.path()).matches(".*/src/main/resources/[^/]+");
        if (name.isPresent() && !isResource) {
            services.forEach(
                    service -> place(input, name.get(), 0, 0, shared.computeIfAbsent(service, s -> new ArrayList<>())));
        }
    }

    /** The name that a module's own configuration gives to the service; empty when it gives none that can be told. */
    public String applicationName(String directory) {
        List<ConfigurationSource> base = own(directory, stems(directory)).stream()
                .map(Placed::source)
                .filter(ConfigurationSource::isBase)
                .toList();
        for (String key : Conventions.NAME_KEYS) {
            String canonical = Key.canonical(key);
            Optional<String> stated = base.stream()
                    .flatMap(source -> source.entry(canonical).stream())
                    .map(Entry::value)
                    .reduce((weaker, stronger) -> stronger);
            if (stated.isPresent()) {
                String name = BuildTokens.replaced(stated.get(), modules.at(directory));
                String plain = name.replaceAll("^\\$\\{[^}:]*:([^}:$]+)}$", "$1");
                return plain.matches("[\\w.-]+") ? plain : "";
            }
        }
        return "";
    }

    /** Whether a module has configuration of its own. */
    public boolean isConfigured(String directory) {
        return !own(directory, stems(directory)).isEmpty();
    }

    /** Profiles that a module's configuration has files or documents for, sorted. */
    public Set<String> profiles(String directory) {
        Set<String> profiles = new TreeSet<>();
        for (Placed placed : own(directory, stems(directory))) {
            if (!placed.source().profile().isEmpty()) {
                profiles.add(placed.source().profile());
            }
            profiles.addAll(ProfileExpression.names(placed.source().condition()));
        }
        profiles.removeIf(name -> name.startsWith(Conventions.PLATFORM_PREFIX));
        return profiles;
    }

    /** Where a profile is configured, over all modules, sorted. */
    List<ConfigurationSource> sourcesOf(String profile) {
        return byModule.keySet().stream()
                .flatMap(directory -> own(directory, stems(directory)).stream())
                .map(Placed::source)
                .filter(source -> source.profile().equals(profile)
                        || ProfileExpression.names(source.condition()).contains(profile))
                .sorted(Comparator.comparing(ConfigurationSource::path))
                .toList();
    }

    private List<Placed> own(String directory, List<String> stems) {
        List<Placed> own = new ArrayList<>();
        for (Kept kept : byModule.getOrDefault(directory, List.of())) {
            SourceName.of(kept.input().path(), stems)
                    .ifPresent(name -> place(kept.input(), name, kept.folder(), stems.indexOf(name.stem()), own));
        }
        own.sort(WEAKEST_FIRST);
        return own;
    }

    /**
     * Sources of a service's modules, weakest first. A file of a used module that the service has too is hidden by the service's.
     *
     * @param directories the service's own module first
     * @param stems of the files that it reads, weakest first
     */
    List<ConfigurationSource> local(List<String> directories, List<String> stems) {
        List<ConfigurationSource> sources = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String directory : directories) {
            List<ConfigurationSource> visible = own(directory, stems).stream()
                    .map(Placed::source)
                    .filter(source -> !names.contains(Paths.name(source.path())))
                    .toList();
            sources.addAll(0, visible);
            visible.forEach(source -> names.add(Paths.name(source.path())));
        }
        return sources;
    }

    /** Sources that a configuration server would hand to a service of one of the names, weakest first. */
    List<ConfigurationSource> remote(Collection<String> names) {
        List<ConfigurationSource> sources = new ArrayList<>();
        for (Map<String, List<Placed>> kind : List.of(shared, byService)) {
            names.stream()
                    .distinct()
                    .flatMap(name -> kind.getOrDefault(name, List.of()).stream())
                    .sorted(WEAKEST_FIRST)
                    .map(Placed::source)
                    .distinct()
                    .forEach(sources::add);
        }
        return sources;
    }

    /** The modules whose configuration this is. */
    Modules modules() {
        return modules;
    }
}
