package io.loadline.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people. */
final class Points {

    private Points() {}

    /** At most one decimal, none where it is 0: {@code 9}, {@code 4.5}. Rounds down, so that 69.99 never looks like the 70 it misses. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.FLOOR)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What a fix adds, rounded as every report shows it: {@code +4.5}. */
    static String gain(double value) {
        return value < 0.1
                ? "less than +0.1"
                : "+"
                        + BigDecimal.valueOf(value)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString();
    }
}
