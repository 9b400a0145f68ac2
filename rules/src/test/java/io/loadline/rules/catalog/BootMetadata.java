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

    /** Whether the jar reads the key, itself or as an entry of a map; {@code {name}} stands for any part. */
    boolean reads(String key) {
        if (keys.containsKey(key)) {
            return true;
        }
        int dot = key.lastIndexOf('.');
        return dot > 0 && reads(key.substring(0, dot));
    }
}
