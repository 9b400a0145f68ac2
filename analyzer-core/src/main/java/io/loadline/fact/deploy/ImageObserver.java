package io.loadline.fact.deploy;

import io.loadline.deploy.ImageBuild;
import io.loadline.source.Input;
import java.util.Optional;

/** Reads what a Dockerfile builds. */
public final class ImageObserver {

    private ImageObserver() {}

    /** What the last stage of a Dockerfile builds; empty when the file starts no stage. */
    public static Optional<ImageBuild> observe(Input.Dockerfile input) {
        StageReading reading = new StageReading(input.path());
        input.instructions().forEach(reading::add);
        return reading.build();
    }
}
