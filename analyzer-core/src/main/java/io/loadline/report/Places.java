package io.loadline.report;

import io.loadline.evidence.Location;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Places as people and machines write them. */
final class Places {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private Places() {}

    /** {@code path:line:column}; {@code .} for the audited root. */
    static String place(Location at) {
        return at.path().isEmpty() ? "." : Plain.line(at.path()) + ":" + at.line() + ":" + at.column();
    }

    /** {@code path:line}; {@code .} for the audited root. */
    static String line(Location at) {
        return at.path().isEmpty() ? "." : Plain.line(at.path()) + ":" + at.line();
    }

    /** The file's name and the line. */
    static String brief(Location at) {
        String line = line(at);
        return line.substring(line.lastIndexOf('/') + 1);
    }

    /** The path below the repository's root; {@code .} for the root itself. */
    static String path(String prefix, Location at) {
        String path = Plain.line(prefix + at.path());
        return path.isEmpty() ? "." : path;
    }

    /** A relative URI reference, percent-encoded; {@code .} for the audited root. */
    static String uri(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
            }
        }
        return out.toString();
    }
}
