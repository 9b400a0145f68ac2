package io.loadline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library version, ordered as Maven orders them: {@code 1.9 < 1.10}, {@code 3.0.0-M1 < 3.0.0}, {@code 5.0.0.RELEASE = 5.0}. Every
 * text is a version; equality is that of the order.
 */
public final class Version implements Comparable<Version> {

    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");
    private static final Map<String, Integer> QUALIFIERS =
            Map.of("alpha", -5, "beta", -4, "m", -3, "milestone", -3, "rc", -2, "cr", -2, "snapshot", -1, "sp", 1);
    private static final List<String> PLAIN_RELEASES = List.of("release", "final", "ga");
    private static final int OTHER_WORD = 2;
    private static final int NUMBER = 3;

    private final String text;
    private final List<Part> parts;

    private record Part(int rank, String digits, String word) implements Comparable<Part> {

        private static final Part ABSENT = new Part(0, "", "");
        private static final Part ZERO = new Part(NUMBER, "", "");

        static Part of(String text) {
            if (Character.isDigit(text.charAt(0))) {
                return new Part(NUMBER, text.replaceFirst("^0+", ""), "");
            }
            Integer rank = QUALIFIERS.get(text);
            return rank == null ? new Part(OTHER_WORD, "", text) : new Part(rank, "", "");
        }

        @Override
        public int compareTo(Part other) {
            if ((equals(ABSENT) && other.equals(ZERO)) || (other.equals(ABSENT) && equals(ZERO))) {
                return 0;
            }
            if (rank != other.rank) {
                return Integer.compare(rank, other.rank);
            }
            if (digits.length() != other.digits.length()) {
                return Integer.compare(digits.length(), other.digits.length());
            }
            return (digits + word).compareTo(other.digits + other.word);
        }
    }

    private Version(String text) {
        this.text = text;
        List<Part> found = new ArrayList<>();
        Matcher matcher = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (PLAIN_RELEASES.contains(matcher.group())) {
                continue;
            }
            Part part = Part.of(matcher.group());
            if (part.rank != NUMBER) {
                dropTrailingZeros(found);
            }
            found.add(part);
        }
        dropTrailingZeros(found);
        this.parts = List.copyOf(found);
    }

    private static void dropTrailingZeros(List<Part> parts) {
        while (!parts.isEmpty() && parts.get(parts.size() - 1).equals(Part.ZERO)) {
            parts.remove(parts.size() - 1);
        }
    }

    /** The version that the text writes. */
    public static Version of(String text) {
        return new Version(text);
    }

    /** Whether this lies in {@code [from, below)}; an empty bound is open. */
    boolean within(String from, String below) {
        return (from.isEmpty() || compareTo(of(from)) >= 0) && (below.isEmpty() || compareTo(of(below)) < 0);
    }

    @Override
    public int compareTo(Version other) {
        int length = Math.max(parts.size(), other.parts.size());
        for (int i = 0; i < length; i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Part part(int index) {
        return index < parts.size() ? parts.get(index) : Part.ABSENT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && parts.equals(version.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
