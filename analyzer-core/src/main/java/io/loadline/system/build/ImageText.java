package io.loadline.system.build;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.evidence.Location;
import java.util.ArrayList;
import java.util.List;

/** What a build file has said so far of the image that it makes. */
final class ImageText {

    /**
     * The base image where none is stated.
     *
     * @see <a href="https://github.com/GoogleContainerTools/jib/blob/master/docs/default_base_image.md">default base image</a>
     */
    private static final String LAYERED_BASE = "eclipse-temurin";

    /**
     * The builder where none is stated, whatever its variant.
     *
     * @see <a href="https://docs.spring.io/spring-boot/maven-plugin/build-image.html">packaging images</a>
     */
    private static final String PACKED_BASE = "paketobuildpacks/builder";

    private static final String INHERITED = "INHERIT";

    private final String path;
    private final List<Label> variables = new ArrayList<>();
    private List<String> flags = List.of();
    private List<String> entrypoint = List.of();
    private Location line;
    private Location baseAt;
    private String base = "";
    private String name = "";
    private String main = "";

    ImageText(String path, Location at) {
        this.path = path;
        this.line = at;
        this.baseAt = at;
    }

    void base(String image, Location place) {
        base = image;
        baseAt = place;
    }

    void name(String image) {
        name = image;
    }

    void main(String type) {
        main = type;
    }

    void flags(List<String> options, Location place) {
        flags = List.copyOf(options);
        line = place;
    }

    void entrypoint(List<String> words, Location place) {
        entrypoint = List.copyOf(words);
        line = place;
    }

    void variables(List<Label> more) {
        variables.addAll(more);
    }

    /** The variable of the image that a variable of the buildpacks sets; others mean themselves. */
    static String variable(String written) {
        return written.replaceFirst("^BPE_(DEFAULT_|OVERRIDE_|APPEND_|PREPEND_)?", "");
    }

    /** An image of layers, which starts the virtual machine itself unless it is told otherwise. */
    ImageBuild layered() {
        boolean inherits = entrypoint.equals(List.of(INHERITED));
        List<String> words = new ArrayList<>(entrypoint);
        if (words.isEmpty()) {
            words.add("java");
            words.addAll(flags);
            words.addAll(List.of("-cp", "@/app/jib-classpath-file", main.isEmpty() ? "Main" : main));
        }
        String from = base.isEmpty() ? LAYERED_BASE : base;
        return image(inherits ? "" : from, inherits ? List.of() : words);
    }

    /** An image of buildpacks, which start the process in a way of their own. */
    ImageBuild packed() {
        return image(base.isEmpty() ? PACKED_BASE : base, List.of());
    }

    private ImageBuild image(String from, List<String> words) {
        return new ImageBuild(
                path,
                List.of(new ImageBuild.Stage(from, "", "", baseAt)),
                new Labels(variables),
                words.isEmpty() ? null : new ImageBuild.Command(words, String.join(" ", words), line),
                null,
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                name);
    }
}
