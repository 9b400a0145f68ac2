package io.loadline.flow.component;

import io.loadline.code.Node;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that mean the same in the JDK and in every library that follows its custom. */
final class Words {

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("nanos", Duration.ofNanos(1)),
            Map.entry("nanoseconds", Duration.ofNanos(1)),
            Map.entry("micros", Duration.ofNanos(1000)),
            Map.entry("microseconds", Duration.ofNanos(1000)),
            Map.entry("millis", Duration.ofMillis(1)),
            Map.entry("milliseconds", Duration.ofMillis(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("days", Duration.ofDays(1)));
    private static final Pattern OF = Pattern.compile("of([A-Z]\\w+)");
    private static final Pattern TO = Pattern.compile("(?:to|get)([A-Z]\\w+)");
    private static final Pattern WRAPPING =
            Pattern.compile("valueOf|parse\\w*|toIntExact|of|ofNullable|requireNonNull|from");
    private static final Pattern UNWRAPPING =
            Pattern.compile("\\w+Value|get|toString|trim|strip|orElseThrow|getAsInt|getAsLong");
    private static final Pattern READING_KEYS =
            Pattern.compile("getProperty|getRequiredProperty|getInteger|getLong|getBoolean|getenv|getValue");

    private Words() {}

    /** The unit of time that a constant such as {@code TimeUnit.SECONDS} names. */
    static Optional<Duration> unit(Node node) {
        String name = node instanceof Node.Select select ? select.name() : node instanceof Node.Name id ? id.id() : "";
        return name.equals(name.toUpperCase(Locale.ROOT))
                ? Optional.ofNullable(UNITS.get(name.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The unit of {@code ofSeconds} and the like. */
    static Optional<Duration> unitMadeBy(String method) {
        return unitIn(OF, method);
    }

    /** The unit of {@code toMillis} and the like. */
    static Optional<Duration> unitAskedBy(String method) {
        return unitIn(TO, method);
    }

    private static Optional<Duration> unitIn(Pattern pattern, String method) {
        Matcher matcher = pattern.matcher(method);
        return matcher.matches()
                ? Optional.ofNullable(UNITS.get(matcher.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether a method of one argument gives back the same value in another form. */
    static boolean wraps(String method) {
        return WRAPPING.matcher(method).matches();
    }

    /** Whether a method gives back its first argument and only asks whether it is there. */
    static boolean passesOn(String method) {
        return method.equals("requireNonNull") || method.equals("checkNotNull");
    }

    /** Whether a method without arguments gives back the value that it is called on. */
    static boolean unwraps(String method) {
        return UNWRAPPING.matcher(method).matches();
    }

    /** Whether a method reads the configuration key that its first argument names. */
    static boolean readsKey(String method) {
        return READING_KEYS.matcher(method).matches();
    }

    /** The value of a constant of the JDK, or of one that is named as the JDK would. */
    static Optional<String> constant(String type, String name) {
        if (name.equals("MAX_VALUE")) {
            return Optional.of(Long.toString(type.equals("Long") ? Long.MAX_VALUE : Integer.MAX_VALUE));
        }
        return switch (name) {
            case "ZERO", "ZERO_MILLISECONDS", "DISABLED" -> Optional.of("0s");
            case "TRUE" -> Optional.of("true");
            case "FALSE" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    /** A property's name as configuration files write it. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
