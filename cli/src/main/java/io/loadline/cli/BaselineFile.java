package io.loadline.cli;

import io.loadline.verdict.Baseline;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A baseline on the disk. */
final class BaselineFile {

    private BaselineFile() {}

    static Baseline read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadUse("the baseline %s does not exist; 'loadline baseline PATH --write %s' makes it"
                    .formatted(file, file));
        }
        try {
            return Baseline.read(file.toString(), new OwnFile(file).text());
        } catch (IOException unreadable) {
            throw new BadUse("the baseline %s cannot be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    static void write(Path file, Baseline baseline) {
        try {
            new OwnFile(file).replaceWith(baseline.text());
        } catch (IOException refused) {
            throw new BadUse("the baseline %s cannot be written: %s".formatted(file, refused.getMessage()));
        }
    }
}
