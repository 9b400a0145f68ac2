package io.loadline.config;

import io.loadline.config.LoadlineConfig.Accepted;
import io.loadline.config.LoadlineConfig.Facts;
import io.loadline.config.LoadlineConfig.LoadProfile;
import io.loadline.config.LoadlineConfig.RuleChoice;
import io.loadline.config.LoadlineConfig.ServiceParts;
import io.loadline.evidence.Location;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code loadline.yml}, strictly: an unknown key or word is an error that names file, line, what was found and expected. */
public final class ConfigLoader {

    private static final List<String> SEVERITIES = List.of("blocker", "major", "minor", "info");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern GATE =
            Pattern.compile("none|(?:TERM)(?:\\s*,\\s*(?:TERM))*".replace("TERM", gateTerm()));

    private final String file;

    private ConfigLoader(String file) {
        this.file = file;
    }

    /** The file that holds for an audited folder: {@code loadline.yml} or {@code loadline.yaml} there or in the nearest folder above. */
    public static Optional<OwnFile> find(Path audited) {
        return OwnFile.above(audited, "loadline.yml", "loadline.yaml");
    }

    /**
     * Reads a file from the disk.
     *
     * @throws IOException when it cannot be read, with a message fit for people
     * @throws ConfigException when it says something that is not understood
     */
    public static LoadlineConfig read(OwnFile file) throws IOException {
        return read(String.valueOf(file.path().getFileName()), file.text());
    }

    /**
     * Reads a text.
     *
     * @param file how messages call it
     * @throws ConfigException when it says something that is not understood
     */
    public static LoadlineConfig read(String file, String yaml) {
        return Section.read(file, yaml).map(new ConfigLoader(file)::config).orElse(LoadlineConfig.NONE);
    }

    private LoadlineConfig config(Section root) {
        root.only(
                "environments",
                "services",
                "facts",
                "rules",
                "exclude",
                "failOn",
                "catalog",
                "suppressions",
                "loadProfile");
        return new LoadlineConfig(
                file,
                texts(root, "environments"),
                map(root, "services", ConfigLoader::service),
                root.at("facts").map(ConfigLoader::facts).orElse(Facts.NONE),
                map(root, "rules", this::rule),
                texts(root, "exclude"),
                root.at("failOn").map(ConfigLoader::gate).orElse(null),
                texts(root, "catalog"),
                root.at("suppressions").map(Section::items).orElse(List.of()).stream()
                        .map(this::accepted)
                        .toList(),
                root.at("loadProfile").map(ConfigLoader::loadProfile).orElse(LoadProfile.NONE));
    }

    private static ServiceParts service(Section section) {
        section.only("modules", "workloads");
        return new ServiceParts(texts(section, "modules"), texts(section, "workloads"));
    }

    private static Facts facts(Section section) {
        section.only("smallTables", "databases", "quotas", "singletons", "sizes", "latencyObjective");
        return new Facts(
                texts(section, "smallTables"),
                map(section, "databases", Section::count),
                map(section, "quotas", Section::rate),
                texts(section, "singletons"),
                map(section, "sizes", Section::count),
                section.at("latencyObjective").map(Section::duration).orElse(null));
    }

    private RuleChoice rule(Section section) {
        section.only("enabled", "severity");
        return new RuleChoice(
                section.at("enabled").map(Section::flag).orElse(true),
                section.at("severity").map(ConfigLoader::severity).orElse(null),
                place(section));
    }

    private static String severity(Section section) {
        if (!SEVERITIES.contains(section.text())) {
            throw section.expected("one of " + String.join(", ", SEVERITIES));
        }
        return section.text();
    }

    private static String gate(Section section) {
        if (!GATE.matcher(section.text()).matches()) {
            throw section.expected(
                    "none or, with commas between: new, blocker, major, minor, info, new-blocker, new-major,"
                            + " new-minor, new-info, level:L1, score:70");
        }
        return section.text();
    }

    private static String gateTerm() {
        return "new|(?:new-)?(?:blocker|major|minor|info)|level:L[0-4]|score:(?:100(?:\\.0+)?|\\d{1,2}(?:\\.\\d+)?)";
    }

    private Accepted accepted(Section section) {
        section.only("rule", "path", "service", "fingerprint", "reason", "until");
        Optional<Section> path = section.at("path");
        Optional<Section> service = section.at("service");
        Optional<Section> fingerprint = section.at("fingerprint");
        if (Stream.of(path, service, fingerprint).filter(Optional::isPresent).count() != 1) {
            throw section.expected("one of path, service and fingerprint in it");
        }
        fingerprint.filter(hex -> !FINGERPRINT.matcher(hex.text()).matches()).ifPresent(hex -> {
            throw hex.expected("32 hexadecimal digits");
        });
        LocalDate until = section.at("until").map(Section::day).orElse(null);
        return new Accepted(
                section.need("rule").text(),
                section.need("reason").text(),
                until,
                path.map(Section::text).map(PathPattern::new).orElse(null),
                service.map(Section::text).orElse(null),
                fingerprint.map(Section::text).orElse(null),
                place(section));
    }

    private static LoadProfile loadProfile(Section section) {
        section.only("target", "entries", "holdTimes");
        return new LoadProfile(
                section.at("target").map(Section::rate).orElse(null),
                map(section, "entries", Section::rate),
                map(section, "holdTimes", Section::duration));
    }

    private Location place(Section section) {
        return new Location(file, section.line(), section.column(), section.line(), section.column());
    }

    private static List<String> texts(Section section, String key) {
        return section.at(key).map(Section::texts).orElse(List.of());
    }

    private static <V> SortedMap<String, V> map(Section section, String key, Function<Section, V> value) {
        SortedMap<String, V> map = new TreeMap<>();
        section.at(key).ifPresent(found -> found.entries().forEach((name, entry) -> map.put(name, value.apply(entry))));
        return map;
    }
}
