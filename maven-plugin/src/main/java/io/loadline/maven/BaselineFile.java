package io.loadline.maven;

import io.loadline.config.ConfigException;
import io.loadline.verdict.Baseline;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** A baseline on the disk. */
record BaselineFile(Path path) {

    /** What the file is called when nobody says otherwise. */
    static final String NAME = "loadline-baseline.json";

    boolean exists() {
        return new OwnFile(path).exists();
    }

    Baseline read() throws MojoExecutionException {
        if (!exists()) {
            throw new MojoExecutionException(
                    "loadline.baseline: found no file %s, expected one that the goal 'baseline' wrote".formatted(path));
        }
        try {
            return Baseline.read(path.toString(), new OwnFile(path).text());
        } catch (ConfigException | IOException unreadable) {
            throw new MojoExecutionException(unreadable.getMessage(), unreadable);
        }
    }

    void write(Baseline baseline) throws MojoExecutionException {
        try {
            new OwnFile(path).replaceWith(baseline.text());
        } catch (IOException refused) {
            throw new MojoExecutionException(refused.getMessage(), refused);
        }
    }
}
