package io.loadline.flow.component;

import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.evidence.Evidence;
import io.loadline.system.Durations;
import io.loadline.system.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value means as a limit: its unit, and what nothing, zero and less than zero stand for. */
final class Meaning {

    /** The value of a limit that code sets to something that cannot be worked out. */
    static final String SET = "set in code";

    private static final Set<String> UNBOUNDED = Set.of("unbounded", "unlimited", "infinite");

    private Meaning() {}

    /** The catalog's word for a unit of time. */
    static String unit(Duration one) {
        if (one.toNanos() < 1_000_000) {
            return one.toNanos() == 1 ? "ns" : "us";
        }
        return switch ((int) (one.toMillis() / 1000)) {
            case 0 -> "ms";
            case 1 -> "s";
            case 60 -> "min";
            case 3600 -> "h";
            default -> "d";
        };
    }

    /**
     * The setting that a value makes.
     *
     * @param value empty where it cannot be worked out
     * @param unit of a number without one
     * @param here what sets it
     */
    static Setting of(Limit limit, Optional<Setting> value, String unit, Evidence here) {
        List<Evidence> origin = new ArrayList<>(List.of(here));
        value.ifPresent(
                v -> v.origin().stream().filter(e -> !origin.contains(e)).forEach(origin::add));
        if (value.isEmpty()) {
            return new Setting.Stated(SET, origin);
        }
        Optional<String> text = value.get().known().map(String::strip);
        if (text.isEmpty()) {
            return value.get() instanceof Setting.Unresolved open
                    ? new Setting.Unresolved(open.why(), origin)
                    : new Setting.Unbounded("an explicit setting", origin);
        }
        if (UNBOUNDED.contains(text.get()) || isLargest(text.get())) {
            return new Setting.Unbounded("an explicit " + text.get(), origin);
        }
        Optional<Duration> span = isTimed(unit) ? Durations.parse(text.get(), unit) : Optional.empty();
        int sign = span.map(s -> Integer.signum(s.compareTo(Duration.ZERO))).orElseGet(() -> sign(text.get()));
        String special = sign == 0 ? orValue(limit.zero()) : sign < 0 ? orValue(limit.negative()) : "value";
        if (special.equals("unbounded")) {
            String by = origin.stream()
                    .map(Evidence::label)
                    .filter(label -> label.startsWith(Unset.BECAUSE))
                    .findFirst()
                    .orElse("an explicit " + text.get());
            return new Setting.Unbounded(by, origin);
        }
        return new Setting.Stated(span.map(Durations::format).orElse(text.get()), origin);
    }

    /** Whether the catalog's word for a unit is one of time; {@code argument N} names the argument that tells it. */
    static boolean isTimed(String unit) {
        return unit.equals("duration") || unit.startsWith("argument ") || Durations.isUnit(unit);
    }

    /** A default as it is written elsewhere: spans of time in their shortest form. */
    static String canonical(String value, @Nullable String unit) {
        boolean timed = (unit != null && Durations.isUnit(unit)) || value.matches("\\d+\\s*[a-z]{1,2}");
        return timed
                ? Durations.parse(value, unit == null ? "ms" : unit)
                        .map(Durations::format)
                        .orElse(value)
                : value;
    }

    private static String orValue(@Nullable String meaning) {
        return meaning == null ? "value" : meaning;
    }

    private static boolean isLargest(String text) {
        return text.equals(Integer.toString(Integer.MAX_VALUE)) || text.equals(Long.toString(Long.MAX_VALUE));
    }

    /** The sign of a number; positive for what is none. */
    private static int sign(String text) {
        try {
            return new BigDecimal(text).signum();
        } catch (NumberFormatException aWord) {
            return 1;
        }
    }
}
