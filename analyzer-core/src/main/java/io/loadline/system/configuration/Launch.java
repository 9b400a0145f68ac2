package io.loadline.system.configuration;

import io.loadline.deploy.Word;
import io.loadline.evidence.Location;
import java.util.List;

/**
 * What a container hands to the process that it starts.
 *
 * @param variables weakest first: those of the image, then those of the workload
 * @param words of the command line, in order; one may be a whole line of a shell
 * @param files configuration files that are put into the container
 * @param unread what else it is given that is not in the tree, as {@code "the config map orders"}
 */
public record Launch(List<Variable> variables, List<Word> words, List<MountedFile> files, List<String> unread) {

    /** Nothing is known of how the process is started. */
    public static final Launch UNKNOWN = new Launch(List.of(), List.of());

    public Launch {
        variables = List.copyOf(variables);
        words = List.copyOf(words);
        files = List.copyOf(files);
        unread = List.copyOf(unread);
    }

    /** A process that is given variables and a command line, and nothing else. */
    public Launch(List<Variable> variables, List<Word> words) {
        this(variables, words, List.of(), List.of());
    }

    /**
     * A file whose text stands in a manifest.
     *
     * @param name of the file, without folders
     * @param at where the text stands
     */
    public record MountedFile(String name, String text, Location at) {}
}
