package io.loadline.score;

import io.loadline.evidence.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configured ceiling: arithmetic on static facts, never promised throughput.
 *
 * @param service the service that reaches it; empty for a shared resource
 * @param name what runs out, as a clause: {@code "connections of orders-db"}
 * @param value the number at which it breaks; absent when nothing bounds it
 * @param unit of the value: {@code pods}, {@code s}, {@code connections} …
 * @param sentence what breaks first and why, one sentence with its numbers
 * @param urgency smaller breaks earlier; used for ordering only
 */
public record Ceiling(
        String service,
        String name,
        @Nullable Double value,
        String unit,
        String sentence,
        double urgency,
        List<Evidence> provenance) {

    public Ceiling {
        provenance = List.copyOf(provenance);
    }
}
