package io.loadline.flow.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database server listens, as a connection address tells it.
 *
 * @param scheme which kind of server, such as {@code postgresql}
 * @param host in lower case
 * @param port as written; empty for the usual one
 */
record Address(String scheme, String host, String port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?:jdbc|r2dbc|r2dbcs|vertx-reactive|pool|p6spy|otel|tc|aws-wrapper):)*([a-z0-9]+)(?::[a-z0-9:]*)?[:@/]*//?(?:[^/@?;]*@)?([^:/?;,@]+)(?::(\\d+))?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "0.0.0.0", "::1", "[", "host.docker.internal");

    private static final int LONGEST = 2_000;

    /** The server that an address leads to; empty for databases that live in a file or in the process itself. */
    static Optional<Address> of(String text) {
        String address = text.strip();
        if (address.length() > LONGEST || !address.contains("//")) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new Address(
                        form.group(1).toLowerCase(Locale.ROOT),
                        form.group(2).toLowerCase(Locale.ROOT),
                        form.group(3) == null ? "" : form.group(3)))
                : Optional.empty();
    }

    /** Whether it leads to the machine itself, which no deployed container means. */
    boolean isLocal() {
        return THIS_MACHINE.contains(host);
    }

    /** The first part of the host's name, under which a cluster knows it. */
    String firstLabel() {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** Host and, where one is written, port. */
    String title() {
        return port.isEmpty() ? host : host + ":" + port;
    }
}
