package io.loadline.fact;

import io.loadline.code.Unit;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * What all files state, sorted by path and by what it is about.
 *
 * @param units Java source
 * @param javaLines lines of Java source
 * @param settings everything that is not Java: builds, configuration, images and manifests
 */
public record Facts(List<Unit> units, long javaLines, List<Input> settings) {

    public Facts {
        units = List.copyOf(units);
        settings = List.copyOf(settings);
    }

    /** Takes the facts off the inputs of all files. */
    public static Facts observe(List<Input> inputs) {
        List<Unit> units = new ArrayList<>();
        List<Input> settings = new ArrayList<>();
        long lines = 0;
        for (Input input : inputs) {
            if (input instanceof Input.Java java) {
                units.add(java.unit());
                lines += java.lines();
            } else {
                settings.add(input);
            }
        }
        return new Facts(units, lines, settings);
    }
}
