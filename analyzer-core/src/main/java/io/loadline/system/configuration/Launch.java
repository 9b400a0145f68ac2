package io.loadline.system.configuration;

import io.loadline.evidence.Location;
import java.util.List;

/**
 * What a container hands to the process that it starts.
 *
 * @param variables weakest first: those of the image, then those of the workload
 * @param words of the command line, in order
 */
public record Launch(List<Variable> variables, List<Word> words) {

    /** Nothing is known of how the process is started. */
    public static final Launch UNKNOWN = new Launch(List.of(), List.of());

    public Launch {
        variables = List.copyOf(variables);
        words = List.copyOf(words);
    }

    /** One argument of a command line, which may itself be a line of a shell. */
    public record Word(String text, Location at) {}
}
