package io.loadline.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file's bytes, read when asked. The file was seen to be no link, so a link found in its place is not followed. */
record DiskContent(Path root, String path) implements SourceFile.Content {

    /** 64 MiB: more than any file that people write. */
    static final int LIMIT_BYTES = 64 << 20;

    @Override
    public byte[] bytes() throws IOException {
        byte[] bytes;
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(root.resolve(path), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            bytes = in.readNBytes(LIMIT_BYTES + 1);
        } catch (IOException e) {
            throw new IOException("the file cannot be read: " + Reason.of(e), e);
        }
        if (bytes.length > LIMIT_BYTES) {
            throw new IOException("the file is larger than 64 MiB, the most that is read of one file");
        }
        return bytes;
    }
}
