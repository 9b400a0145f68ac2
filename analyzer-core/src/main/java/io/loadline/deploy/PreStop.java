package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs before a container is told to stop.
 *
 * @param command empty unless it is a command
 * @param path of the HTTP request; empty unless it is one
 * @param pause seconds, where it is nothing but a pause
 */
public record PreStop(List<Word> command, String path, Amount pause, Location at) {

    private static final Pattern SLEEP = Pattern.compile("(?:^|[\\s;&/])sleep\\s+(\\d{1,9})(?:s\\b|\\b)");

    public PreStop {
        command = List.copyOf(command);
    }

    /** Seconds that it sleeps, where that can be told from what is written. */
    public OptionalLong sleepSeconds() {
        if (pause.isStated()) {
            return pause.whole();
        }
        Matcher sleep =
                SLEEP.matcher(String.join(" ", command.stream().map(Word::text).toList()));
        return sleep.find() ? OptionalLong.of(Long.parseLong(sleep.group(1))) : OptionalLong.empty();
    }
}
