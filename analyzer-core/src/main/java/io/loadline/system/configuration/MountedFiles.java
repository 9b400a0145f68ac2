package io.loadline.system.configuration;

import io.loadline.source.Input;
import io.loadline.source.Readers;
import io.loadline.system.configuration.Launch.MountedFile;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configuration files whose text stands in a manifest. */
final class MountedFiles {

    private MountedFiles() {}

    /**
     * The sources that they hold, weakest first. Files of other names are not configuration of the service.
     *
     * @param stems that the service's files may have, weakest first
     */
    static List<ConfigurationSource> sources(List<MountedFile> files, List<String> stems) {
        List<ConfigurationSource> sources = new ArrayList<>();
        files.stream()
                .filter(file -> SourceName.of(file.name(), stems).isPresent())
                .sorted(Comparator.comparingInt(file -> strength(file, stems)))
                .forEach(file -> sources.addAll(sources(file, stems)));
        return sources;
    }

    private static int strength(MountedFile file, List<String> stems) {
        SourceName name = SourceName.of(file.name(), stems).orElseThrow();
        return stems.indexOf(name.stem()) * Conventions.ENDINGS.size() + name.ending();
    }

    private static List<ConfigurationSource> sources(MountedFile file, List<String> stems) {
        String profile = SourceName.of(file.name(), stems).orElseThrow().profile();
        Optional<SourceFile> source =
                Workspace.of(Map.of(file.name(), file.text())).files().stream().findFirst();
        Input input = source.map(s -> new Readers().read(s).input()).orElse(null);
        return input == null
                ? List.of()
                : Flattening.sources(input).stream()
                        .map(s -> s.forProfile(profile).standingAt(file.at()))
                        .toList();
    }
}
