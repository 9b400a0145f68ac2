package io.loadline.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people and libraries write them: {@code 5s}, {@code PT5S}, {@code 5000} with a unit. */
public final class Durations {

    private static final Pattern SIMPLE = Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]*)");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ns", Duration.ofNanos(1)),
            Map.entry("us", Duration.ofNanos(1000)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("millis", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)));

    private Durations() {}

    /**
     * The span that a text writes; empty when it writes none.
     *
     * @param unit of a number without one, such as {@code ms}; milliseconds where it names no unit of time
     */
    public static Optional<Duration> parse(String text, String unit) {
        String stripped = text.strip();
        Matcher simple = SIMPLE.matcher(stripped);
        if (simple.matches()) {
            String written = simple.group(2).isEmpty() ? unit : simple.group(2).toLowerCase(Locale.ROOT);
            Duration one = UNITS.get(written);
            if (one == null && simple.group(2).isEmpty()) {
                one = Duration.ofMillis(1);
            }
            return one == null ? Optional.empty() : times(one, simple.group(1));
        }
        try {
            return stripped.matches("(?i)[+-]?P.*") ? Optional.of(Duration.parse(stripped)) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> times(Duration one, String number) {
        try {
            BigDecimal nanos = new BigDecimal(number).multiply(BigDecimal.valueOf(one.toNanos()));
            BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
            return Optional.of(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue()));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** The span that a setting is known to have; empty when it has none or none is known. */
    public static Optional<Duration> of(Setting setting) {
        return setting.known().flatMap(text -> parse(text, "ms"));
    }

    /** Whether the text names a unit of time. */
    public static boolean isUnit(String word) {
        return UNITS.containsKey(word);
    }

    /** The shortest usual way of writing a span, such as {@code 200ms}, {@code 5s}, {@code 3m} or {@code 2h}. */
    public static String format(Duration span) {
        if (span.isZero()) {
            return "0s";
        }
        if (span.toNanosPart() != 0) {
            return span.toNanosPart() % 1_000_000 == 0 && span.abs().compareTo(Duration.ofDays(1)) < 0
                    ? span.toMillis() + "ms"
                    : span.toString();
        }
        long seconds = span.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && Math.abs(seconds) > 60 ? seconds / 60 + "m" : seconds + "s";
    }
}
