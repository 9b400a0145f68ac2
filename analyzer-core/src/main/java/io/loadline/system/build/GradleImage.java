package io.loadline.system.build;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.evidence.Location;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the image that the plugins of a Gradle script make. */
final class GradleImage {

    private static final String LAYERED = "jib";
    private static final String PACKED = "bootBuildImage";
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?s)([\\w.]+)(?:\\.set\\(|\\.addAll\\(|\\s*\\+?=\\s*)(.*)");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private final Module module;
    private final Input.Gradle script;
    private final Map<String, Stated> stated = new TreeMap<>();

    private record Stated(String value, Location at) {}

    GradleImage(Module module, Input.Gradle script) {
        this.module = module;
        this.script = script;
        script.statements().forEach(this::take);
    }

    /** Names of settings from the plugin's own on: {@code jib.container.jvmFlags}. */
    private void take(Input.Statement statement) {
        Matcher assignment = ASSIGNMENT.matcher(statement.text());
        if (!assignment.matches()) {
            return;
        }
        List<String> steps = new ArrayList<>();
        for (String block : statement.blocks()) {
            steps.add(block.contains(PACKED) ? PACKED : block);
        }
        String key = String.join(".", steps) + "." + assignment.group(1);
        for (String plugin : List.of(LAYERED, PACKED)) {
            int at = ("." + key + ".").indexOf("." + plugin + ".");
            if (at >= 0) {
                stated.put(
                        key.substring(Math.min(key.length(), at)),
                        new Stated(assignment.group(2), Location.of(script.path(), statement.span())));
            }
        }
    }

    Optional<ImageBuild> read() {
        return layered().or(this::packed);
    }

    private Optional<ImageBuild> layered() {
        Optional<Location> at = first(LAYERED + ".");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        ImageText image = new ImageText(script.path(), at.get());
        common(image, "jib.from.image", "jib.to.image", "jib.container.environment", "");
        setting("jib.container.mainClass").ifPresent(main -> image.main(text(main)));
        setting("jib.container.jvmFlags").ifPresent(flags -> image.flags(texts(flags), flags.at()));
        setting("jib.container.entrypoint").ifPresent(entry -> image.entrypoint(texts(entry), entry.at()));
        return Optional.of(image.layered());
    }

    private Optional<ImageBuild> packed() {
        Optional<Location> at = first(PACKED + ".");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        ImageText image = new ImageText(script.path(), at.get());
        common(image, "bootBuildImage.builder", "bootBuildImage.imageName", "bootBuildImage.environment", "BPE_");
        return Optional.of(image.packed());
    }

    private void common(ImageText image, String base, String name, String variables, String prefix) {
        setting(base).ifPresent(from -> image.base(text(from), from.at()));
        setting(name).ifPresent(to -> image.name(text(to)));
        setting(variables).ifPresent(map -> image.variables(labels(map, prefix)));
    }

    private Optional<Location> first(String prefix) {
        return stated.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> entry.getValue().at())
                .min(Location::compareTo);
    }

    private Optional<Stated> setting(String key) {
        return Optional.ofNullable(stated.get(key));
    }

    private String text(Stated setting) {
        return texts(setting).stream().findFirst().orElse("");
    }

    private List<String> texts(Stated setting) {
        List<String> texts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(setting.value());
        while (quoted.find()) {
            String text = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            texts.add(text.replaceAll(
                    "\\$\\{?(project\\.|rootProject\\.)?name}?", Matcher.quoteReplacement(module.name())));
        }
        return texts;
    }

    /** {@code ['A': 'x']}, {@code [A: 'x']} and {@code mapOf("A" to "x")}. */
    private static List<Label> labels(Stated map, String prefix) {
        List<Label> labels = new ArrayList<>();
        Matcher entry = Pattern.compile("['\"]?(\\w+)['\"]?\\s*(?::|to)\\s*['\"]([^'\"]*)['\"]")
                .matcher(map.value());
        while (entry.find()) {
            if (entry.group(1).startsWith(prefix)) {
                labels.add(new Label(ImageText.variable(entry.group(1)), entry.group(2), map.at()));
            }
        }
        return labels;
    }
}
