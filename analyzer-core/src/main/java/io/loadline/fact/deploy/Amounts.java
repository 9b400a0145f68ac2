package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.evidence.Location;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers with units as the platforms define them. Text that is no number keeps its text and has no value. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})");
    private static final Pattern QUANTITY =
            Pattern.compile("(" + NUMBER + ")(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\\d{1,2}))?");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("(" + NUMBER + ")\\s*([bkmgt]?)(?:i?b)?");

    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "ns",
            new BigDecimal("1e-9"),
            "us",
            new BigDecimal("1e-6"),
            "µs",
            new BigDecimal("1e-6"),
            "ms",
            new BigDecimal("1e-3"),
            "s",
            BigDecimal.ONE,
            "m",
            BigDecimal.valueOf(60),
            "h",
            BigDecimal.valueOf(3_600),
            "d",
            BigDecimal.valueOf(86_400));

    private Amounts() {}

    /** A whole or decimal number, or a percentage, which then counts hundredths. */
    static Amount count(String text, Location at) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        return new Amount(text, NUMBER.matcher(number).matches() ? new BigDecimal(number) : null, at);
    }

    /** A quantity of Kubernetes: {@code 500m}, {@code 0.5}, {@code 512Mi}, {@code 1G}, {@code 1e3}. */
    static Amount quantity(String text, Location at) {
        Matcher quantity = QUANTITY.matcher(text.strip());
        return new Amount(text, quantity.matches() ? value(quantity) : null, at);
    }

    private static BigDecimal value(Matcher quantity) {
        BigDecimal number = new BigDecimal(quantity.group(1));
        if (quantity.group(3) != null) {
            return number.scaleByPowerOfTen(Integer.parseInt(quantity.group(3)));
        }
        String suffix = quantity.group(2);
        if (suffix == null) {
            return number;
        }
        int decimal = "num".indexOf(suffix);
        if (decimal >= 0) {
            return number.scaleByPowerOfTen(3 * decimal - 9);
        }
        int power = "KMGTPE".indexOf(suffix.substring(0, 1).toUpperCase(Locale.ROOT)) + 1;
        return number.multiply(
                BigDecimal.valueOf(suffix.endsWith("i") ? 1_024 : 1_000).pow(power));
    }

    /** Bytes as Docker writes them, where {@code m} means mebibytes: {@code 512m}, {@code 1.5gb}. */
    static Amount dockerBytes(String text, Location at) {
        Matcher bytes = BYTES.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!bytes.matches()) {
            return new Amount(text, null, at);
        }
        int power = bytes.group(2).isEmpty() ? 0 : "bkmgt".indexOf(bytes.group(2));
        return new Amount(
                text,
                new BigDecimal(bytes.group(1))
                        .multiply(BigDecimal.valueOf(1_024).pow(power)),
                at);
    }

    /** Seconds: {@code 1m30s}, {@code 500ms}, or a number without unit. */
    static Amount duration(String text, Location at) {
        String plain = text.strip();
        return new Amount(text, NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : seconds(plain), at);
    }

    private static @Nullable BigDecimal seconds(String text) {
        Matcher part = DURATION_PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(SECONDS.getOrDefault(part.group(2), BigDecimal.ONE)));
            end = part.end();
        }
        return end == text.length() && end > 0 ? sum : null;
    }
}
