package io.loadline.rules.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration keys that a Spring Boot jar reads.
 *
 * @param keys each with its documented default, empty where there is none
 */
record BootMetadata(Map<String, Optional<String>> keys) {

    static BootMetadata parse(String json) {
        Map<String, Optional<String>> keys = new TreeMap<>();
        try {
            for (JsonNode property : new JsonMapper().readTree(json).path("properties")) {
                if (!property.path("deprecation").path("level").asText().equals("error")) {
                    JsonNode value = property.path("defaultValue");
                    keys.put(
                            property.path("name").asText(),
                            value.isMissingNode() ? Optional.empty() : Optional.of(value.asText()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return new BootMetadata(keys);
    }

    /** Whether the jar reads the key; {@code a.{name}.b} lies below the map {@code a}. */
    boolean reads(String key) {
        int placeholder = key.indexOf(".{");
        String start = placeholder < 0 ? key : key.substring(0, placeholder);
        return keys.containsKey(start) || keys.containsKey(parentMap(start));
    }

    private static String parentMap(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
