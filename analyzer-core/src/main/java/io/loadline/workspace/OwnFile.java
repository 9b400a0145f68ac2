package io.loadline.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text file that a person named or put there for us: a configuration, a catalog, a baseline. It is no part of what is audited. */
public record OwnFile(Path path) {

    /** The nearest file of one of the names, in a folder or above it; earlier names win within a folder. */
    public static Optional<OwnFile> above(Path folder, String... names) {
        for (@Nullable Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            for (String name : names) {
                Path candidate = here.resolve(name);
                if (Files.isRegularFile(candidate)) {
                    return Optional.of(new OwnFile(candidate));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it exists. */
    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /**
     * Its text.
     *
     * @throws IOException when it is missing, cannot be read or is no UTF-8, with a message fit for people
     */
    public String text() throws IOException {
        if (!exists()) {
            throw new IOException(path + " does not exist or is no file");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new IOException(path + " cannot be read: " + Reason.of(e), e);
        }
    }

    /**
     * Writes it as a whole: whoever reads it meanwhile sees the old text or the new one, never a part.
     *
     * @throws IOException when its folder is missing or refuses, with a message fit for people; the old text is then untouched
     */
    public void replaceWith(String text) throws IOException {
        Path target = path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(path + " cannot be written: there is no folder to hold it");
        }
        Path written = null;
        try {
            written = Files.createTempFile(folder, "." + path.getFileName(), ".part");
            Files.writeString(written, text);
            move(written, target);
        } catch (IOException e) {
            throw new IOException(path + " cannot be written: " + Reason.of(e), e);
        } finally {
            if (written != null) {
                Files.deleteIfExists(written);
            }
        }
    }

    private static void move(Path written, Path target) throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
