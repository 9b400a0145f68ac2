package io.loadline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: rounded half up, no trailing zeros, a point, never an exponent. */
final class Figures {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private Figures() {}

    static BigDecimal rounded(double value, int places) {
        BigDecimal exact = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
        BigDecimal trimmed = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    static String plain(double value) {
        return Double.isFinite(value) ? rounded(value, 1).toPlainString() : "unknown";
    }

    static String percent(double share) {
        return plain(Math.floor(share * 1000) / 10) + " %";
    }

    static String points(double points) {
        return points < 0.1 ? "less than +0.1" : "+" + plain(points);
    }

    static String seconds(double seconds) {
        if (seconds >= HOUR) {
            return plain(seconds / HOUR) + " h";
        }
        return seconds >= 2 * MINUTE ? plain(seconds / MINUTE) + " min" : plain(seconds) + " s";
    }

    /** With a comma between thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }
}
