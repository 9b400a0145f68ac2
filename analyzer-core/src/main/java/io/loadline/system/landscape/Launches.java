package io.loadline.system.landscape;

import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.deploy.Volume;
import io.loadline.deploy.Word;
import io.loadline.deploy.Workload;
import io.loadline.system.configuration.Launch;
import io.loadline.system.configuration.Launch.MountedFile;
import io.loadline.system.configuration.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container hands to its process: variables of the image, of config maps and of the container, and the command line. */
final class Launches {

    private final List<ConfigData> data;

    Launches(List<ConfigData> data) {
        this.data = List.copyOf(data);
    }

    Launch of(Workload workload, Container container, @Nullable ImageBuild image) {
        List<Variable> variables = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        if (image != null) {
            image.variables().entries().forEach(e -> variables.add(Variable.of(e.key(), e.value(), e.at())));
        }
        container.envFrom().forEach(from -> add(workload, from, variables, unread));
        container.env().forEach(variable -> variables.add(of(workload, variable)));
        return new Launch(variables, words(container, image), files(workload, container), unread);
    }

    /** The files of config maps that the container mounts, by the name that they have there. */
    private List<MountedFile> files(Workload workload, Container container) {
        List<MountedFile> files = new ArrayList<>();
        for (Container.Mount mount : container.mounts()) {
            workload.volumes().stream()
                    .filter(volume -> volume.kind() == Volume.Kind.CONFIG_MAP)
                    .filter(volume -> volume.name().equals(mount.volume()))
                    .flatMap(volume -> named(workload, volume.source()).stream())
                    .flatMap(map -> map.entries().entries().stream())
                    .filter(entry ->
                            mount.subPath().isEmpty() || mount.subPath().equals(entry.key()))
                    .map(entry -> new MountedFile(
                            mount.subPath().isEmpty() ? entry.key() : name(mount.path()), entry.value(), entry.at()))
                    .forEach(files::add);
        }
        return files;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void add(Workload workload, EnvFrom from, List<Variable> variables, List<String> unread) {
        Optional<ConfigData> map =
                from.source() == EnvFrom.Source.CONFIG_MAP ? named(workload, from.owner()) : Optional.empty();
        if (map.isEmpty()) {
            unread.add("the %s %s".formatted(word(from.source().name()), from.owner()));
            return;
        }
        for (Label entry : map.get().entries().entries()) {
            variables.add(Variable.of(from.prefix() + entry.key(), entry.value(), entry.at()));
        }
    }

    private Variable of(Workload workload, EnvVar variable) {
        Optional<String> written = variable.written();
        if (written.isPresent()) {
            return Variable.of(variable.name(), written.get(), variable.at());
        }
        if (variable.source() == EnvVar.Source.CONFIG_MAP) {
            Optional<Label> entry = named(workload, variable.owner())
                    .flatMap(map -> map.entries().entry(variable.key()));
            if (entry.isPresent()) {
                return Variable.of(
                        variable.name(), entry.get().value(), entry.get().at());
            }
        }
        String origin = "the %s %s".formatted(word(variable.source().name()), variable.owner());
        return Variable.from(variable.name(), origin, variable.at());
    }

    /** The map of that name that is meant for the workload's place; one that names the place is meant rather than one for any. */
    private Optional<ConfigData> named(Workload workload, String name) {
        return data.stream()
                .filter(d -> !d.secret() && d.id().name().equals(name) && Landscape.sameSpace(d, workload))
                .min(Comparator.comparing((ConfigData d) -> d.id().environment().isEmpty())
                        .thenComparing(d -> d.id().namespace().isEmpty()));
    }

    private static String word(String source) {
        return source.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** The command line: the container's where it states one, otherwise the image's. */
    static List<Word> words(Container container, @Nullable ImageBuild image) {
        List<Word> words = new ArrayList<>();
        if (!container.command().isEmpty()) {
            words.addAll(container.command());
        } else if (image != null) {
            add(image.entrypoint(), words);
        }
        if (!container.args().isEmpty()) {
            words.addAll(container.args());
        } else if (container.command().isEmpty() && image != null) {
            add(image.command(), words);
        }
        return words;
    }

    private static void add(ImageBuild.@Nullable Command command, List<Word> words) {
        if (command == null) {
            return;
        }
        List<String> parts = command.inShell() ? List.of(command.text()) : command.words();
        parts.forEach(part -> words.add(new Word(part, command.at())));
    }
}
