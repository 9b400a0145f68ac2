package io.loadline.system;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * An effective value with its origin. "No timeout", "the library's default" and "comes from an environment variable" are three
 * different truths.
 */
public sealed interface Setting {

    /** Where the value, or the lack of one, comes from; may be empty for a library's default. */
    List<Evidence> origin();

    /** Somebody wrote the value: in code, configuration, environment or a manifest. */
    record Stated(String value, List<Evidence> origin) implements Setting {
        public Stated {
            origin = List.copyOf(origin);
        }
    }

    /**
     * Nobody wrote it; this is what the library then does.
     *
     * @param by library and version, as {@code "HikariCP 6.2"}
     */
    record Defaulted(String value, String by, List<Evidence> origin) implements Setting {
        public Defaulted {
            origin = List.copyOf(origin);
        }
    }

    /**
     * There is no limit, written or by default.
     *
     * @param by what makes it so, as {@code "the default of java.net.http"} or {@code "an explicit 0"}
     * @param sureness lower where it rests on a class path of which only a part is known
     */
    record Unbounded(String by, List<Evidence> origin, Confidence sureness) implements Setting {
        public Unbounded {
            origin = List.copyOf(origin);
        }

        /** No limit, for certain. */
        public Unbounded(String by, List<Evidence> origin) {
            this(by, origin, Confidence.HIGH);
        }
    }

    /**
     * It cannot be told from what was read.
     *
     * @param why what is missing, as a clause: {@code "the value of HTTP_TIMEOUT is not in any manifest"}
     */
    record Unresolved(String why, List<Evidence> origin) implements Setting {
        public Unresolved {
            origin = List.copyOf(origin);
        }
    }

    /** The value where there is one, written or by default. */
    default Optional<String> known() {
        if (this instanceof Stated stated) {
            return Optional.of(stated.value());
        }
        return this instanceof Defaulted defaulted ? Optional.of(defaulted.value()) : Optional.empty();
    }

    /** The value as a whole number, where it is one. */
    default Optional<Long> number() {
        return known().map(String::strip).filter(v -> v.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    /** Whether the value is known to be the given word, in any case. */
    default boolean is(String word) {
        return known().filter(v -> v.strip().equalsIgnoreCase(word)).isPresent();
    }
}
