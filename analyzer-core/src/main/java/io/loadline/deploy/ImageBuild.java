package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an image is built: what a Dockerfile says, or a build file that makes an image without one. Settings are those of the last stage,
 * with what that stage takes over from stages of the same file.
 *
 * @param path of the Dockerfile or build file
 * @param stages all stages in order, base images with the defaults of their arguments filled in
 * @param variables environment of the image, in order
 * @param entrypoint what is started
 * @param command what is started, or the arguments of the entry point
 * @param user as written; empty for the base image's
 * @param folder working directory as written; empty for the base image's
 * @param name that the build gives to the image; empty where something else names it
 */
public record ImageBuild(
        String path,
        List<Stage> stages,
        Labels variables,
        @Nullable Command entrypoint,
        @Nullable Command command,
        List<Copy> copies,
        List<Word> exposed,
        List<Word> runs,
        String user,
        String folder,
        String name) {

    public ImageBuild {
        stages = List.copyOf(stages);
        copies = List.copyOf(copies);
        exposed = List.copyOf(exposed);
        runs = List.copyOf(runs);
    }

    /**
     * One stage.
     *
     * @param base image, or the name of an earlier stage
     * @param name empty when it has none
     * @param platform as written; empty when not stated
     */
    public record Stage(String base, String name, String platform, Location at) {}

    /**
     * A command.
     *
     * @param words of the JSON form; empty for a line of a shell
     * @param text of the line as written
     */
    public record Command(List<String> words, String text, Location at) {
        public Command {
            words = List.copyOf(words);
        }

        /** Whether a shell runs it, and so receives its signals. */
        public boolean inShell() {
            return words.isEmpty();
        }
    }

    /**
     * Files taken into the image.
     *
     * @param from name of a stage or an image; empty for the build context
     */
    public record Copy(List<String> sources, String target, String from, Location at) {
        public Copy {
            sources = List.copyOf(sources);
        }
    }

    /** Whether a build file makes it, which names a class path rather than files to copy. */
    public boolean isOfBuildFile() {
        return path.endsWith("pom.xml") || path.endsWith(".gradle") || path.endsWith(".gradle.kts");
    }

    /** The image at the bottom of the last stage; empty when the file has no stage. */
    public String baseImage() {
        String base = "";
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            if (base.isEmpty() || base.equals(stage.name())) {
                base = stage.base();
            }
        }
        return base;
    }
}
