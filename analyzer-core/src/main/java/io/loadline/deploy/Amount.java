package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A number as a manifest states it, in the base unit of its field: cores, bytes, seconds or pieces.
 *
 * @param text as written; empty when nothing is written
 * @param value absent when nothing is written or when the text is no number, such as a template or a reference
 * @param at where it stands, or where it would be written
 */
public record Amount(String text, @Nullable BigDecimal value, Location at) {

    /** Nothing is written; the place is that of what it would belong to. */
    public static Amount absent(Location at) {
        return new Amount("", null, at);
    }

    /** Whether anything is written, be it a number or not. */
    public boolean isStated() {
        return !text.isEmpty();
    }

    /** Whether something is written that cannot be told without rendering or running. */
    public boolean isUnresolved() {
        return isStated() && value == null;
    }

    /** Whether it is a percentage; the number is then that of hundredths. */
    public boolean isPercentage() {
        return text.endsWith("%");
    }

    /** The number, where there is one. */
    public Optional<BigDecimal> number() {
        return Optional.ofNullable(value);
    }

    /** The number rounded up to a whole one: bytes, seconds, pieces. */
    public OptionalLong whole() {
        return scaled(BigDecimal.ONE);
    }

    /** The number in thousandths, rounded up: millicores, milliseconds. */
    public OptionalLong thousandths() {
        return scaled(BigDecimal.valueOf(1_000));
    }

    private OptionalLong scaled(BigDecimal factor) {
        if (value == null) {
            return OptionalLong.empty();
        }
        BigDecimal rounded = value.multiply(factor).setScale(0, RoundingMode.CEILING);
        boolean fits = rounded.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? OptionalLong.of(rounded.longValue()) : OptionalLong.empty();
    }
}
