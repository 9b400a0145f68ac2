package io.loadline.system.landscape;

import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.deploy.Word;
import io.loadline.system.configuration.Launch;
import io.loadline.system.configuration.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a container hands to its process: variables of the image, of config maps and of the container, and the command line. */
final class Launches {

    private final List<ConfigData> data;

    Launches(List<ConfigData> data) {
        this.data = List.copyOf(data);
    }

    Launch of(Container container, @Nullable ImageBuild image) {
        List<Variable> variables = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        if (image != null) {
            image.variables().entries().forEach(e -> variables.add(Variable.of(e.key(), e.value(), e.at())));
        }
        container.envFrom().forEach(from -> add(from, variables, unread));
        container.env().forEach(variable -> variables.add(of(variable)));
        return new Launch(variables, words(container, image), List.of(), unread);
    }

    private void add(EnvFrom from, List<Variable> variables, List<String> unread) {
        Optional<ConfigData> map = from.source() == EnvFrom.Source.CONFIG_MAP ? named(from.owner()) : Optional.empty();
        if (map.isEmpty()) {
            unread.add("the %s %s".formatted(word(from.source().name()), from.owner()));
            return;
        }
        for (Label entry : map.get().entries().entries()) {
            variables.add(Variable.of(from.prefix() + entry.key(), entry.value(), entry.at()));
        }
    }

    private Variable of(EnvVar variable) {
        Optional<String> written = variable.written();
        if (written.isPresent()) {
            return Variable.of(variable.name(), written.get(), variable.at());
        }
        if (variable.source() == EnvVar.Source.CONFIG_MAP) {
            Optional<Label> entry =
                    named(variable.owner()).flatMap(map -> map.entries().entry(variable.key()));
            if (entry.isPresent()) {
                return Variable.of(
                        variable.name(), entry.get().value(), entry.get().at());
            }
        }
        String origin = "the %s %s".formatted(word(variable.source().name()), variable.owner());
        return Variable.from(variable.name(), origin, variable.at());
    }

    private Optional<ConfigData> named(String name) {
        return data.stream()
                .filter(d -> !d.secret() && d.id().name().equals(name))
                .findFirst();
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
