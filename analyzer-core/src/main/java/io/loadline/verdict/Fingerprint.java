package io.loadline.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a root cause for good: the first 16 bytes of a SHA-256 in hexadecimal, free of lines, paths and class names. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /**
     * The fingerprint of a cause.
     *
     * @param ordinal from 0; tells apart causes that have the same name in services that share nothing
     */
    static String of(Claim.Key key, int ordinal) {
        String kind = key.opportunity() ? "opportunity" : "breach";
        String text = String.join("\0", "1", key.rule(), key.cause(), key.environment(), kind, "" + ordinal);
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
