package io.loadline.system;

import io.loadline.config.LoadlineConfig;
import io.loadline.system.build.PomSource;

/**
 * What is known of a system from outside its tree.
 *
 * @param poms where POMs of third-party artifacts are looked up
 * @param stated what people state because no file of the system does
 */
public record Background(PomSource poms, LoadlineConfig stated) {

    /** Nothing is. */
    public static final Background NONE = new Background(PomSource.NONE, LoadlineConfig.NONE);
}
