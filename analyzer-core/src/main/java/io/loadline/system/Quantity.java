package io.loadline.system;

import io.loadline.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A number, or an interval, that remembers where it came from. Arithmetic joins the evidence; unknown in means unknown out.
 *
 * @param low lower bound, inclusive; {@code NaN} when unknown
 * @param high upper bound, inclusive; infinite when there is none, {@code NaN} when unknown
 * @param why what is missing when unknown
 */
public record Quantity(
        double low,
        double high,
        List<Evidence> evidence,
        @Nullable String why) {

    public Quantity {
        evidence = List.copyOf(evidence);
    }

    /** An exact number. */
    public static Quantity of(double value, List<Evidence> evidence) {
        return new Quantity(value, value, evidence, null);
    }

    /** An interval. */
    public static Quantity between(double low, double high, List<Evidence> evidence) {
        return new Quantity(low, high, evidence, null);
    }

    /** Not known, and why. */
    public static Quantity unknown(String why) {
        return new Quantity(Double.NaN, Double.NaN, List.of(), why);
    }

    /** Whether there is a number. */
    public boolean isKnown() {
        return why == null;
    }

    /** What is missing, when unknown. */
    public Optional<String> missing() {
        return Optional.ofNullable(why);
    }

    /** The number, where it is known and exact. */
    public OptionalDouble exact() {
        return isKnown() && low == high ? OptionalDouble.of(low) : OptionalDouble.empty();
    }

    /** The sum. */
    public Quantity plus(Quantity other) {
        return combine(other, low + other.low, high + other.high);
    }

    /** The product; both must be non-negative. */
    public Quantity times(Quantity other) {
        return combine(other, low * other.low, high * other.high);
    }

    private Quantity combine(Quantity other, double newLow, double newHigh) {
        if (!isKnown() || !other.isKnown()) {
            return unknown(why != null ? why : String.valueOf(other.why));
        }
        List<Evidence> all = new ArrayList<>(evidence);
        other.evidence.stream().filter(e -> !all.contains(e)).forEach(all::add);
        return new Quantity(newLow, newHigh, all, null);
    }
}
