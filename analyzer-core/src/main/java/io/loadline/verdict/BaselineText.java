package io.loadline.verdict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.loadline.config.ConfigException;
import io.loadline.verdict.Baseline.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A baseline as JSON: strict when read, one finding a line when written. */
final class BaselineText {

    private static final String VERSION = "1.0";
    private static final List<String> KEYS = List.of("fingerprint", "rule", "where", "message");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;

    BaselineText(String file) {
        this.file = file;
    }

    static String write(Baseline baseline) {
        StringBuilder text = new StringBuilder("{\n  \"schemaVersion\": \"" + VERSION + "\",\n  \"findings\": [");
        String comma = "\n";
        for (Entry entry : baseline.entries()) {
            text.append(comma)
                    .append("    {\"fingerprint\": ")
                    .append(quoted(entry.fingerprint()))
                    .append(", \"rule\": ")
                    .append(quoted(entry.rule()))
                    .append(", \"where\": ")
                    .append(quoted(entry.where()))
                    .append(", \"message\": ")
                    .append(quoted(entry.message()))
                    .append('}');
            comma = ",\n";
        }
        return text.append(baseline.entries().isEmpty() ? "]\n}\n" : "\n  ]\n}\n")
                .toString();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    Baseline read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "a baseline, which is an object");
            boolean versioned = false;
            List<Entry> entries = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("schemaVersion")) {
                    parser.nextToken();
                    expect(VERSION.equals(parser.getText()), parser, "version \"" + VERSION + "\"");
                    versioned = true;
                } else {
                    expect(parser.currentName().equals("findings"), parser, "schemaVersion or findings");
                    entries.addAll(entries(parser));
                }
            }
            expect(versioned, parser, "a schemaVersion");
            expect(parser.nextToken() == null, parser, "nothing more");
            return new Baseline(entries);
        } catch (JsonProcessingException e) {
            throw new ConfigException(file, line(e.getLocation()), "not readable as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entry> entries(JsonParser parser) throws IOException {
        expect(parser.nextToken() == JsonToken.START_ARRAY, parser, "a list of findings");
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.START_OBJECT, parser, "a finding, which is an object");
            Entry entry = entry(parser);
            expect(
                    seen.add(entry.fingerprint()),
                    parser,
                    "each fingerprint once, not " + entry.fingerprint() + " again");
            entries.add(entry);
        }
        return entries;
    }

    private Entry entry(JsonParser parser) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            expect(KEYS.contains(key), parser, "one of " + String.join(", ", KEYS));
            expect(parser.nextToken() == JsonToken.VALUE_STRING, parser, "a text as " + key);
            texts.put(key, parser.getText());
        }
        expect(texts.size() == KEYS.size(), parser, "a finding with " + String.join(", ", KEYS));
        String fingerprint = texts.getOrDefault("fingerprint", "");
        expect(fingerprint.matches("[0-9a-f]{32}"), parser, "32 hexadecimal digits as fingerprint");
        return new Entry(
                fingerprint,
                texts.getOrDefault("rule", ""),
                texts.getOrDefault("where", ""),
                texts.getOrDefault("message", ""));
    }

    private void expect(boolean asFound, JsonParser parser, String wanted) throws IOException {
        if (!asFound) {
            String found = parser.currentToken() == null ? "the end" : "'" + parser.getText() + "'";
            throw new ConfigException(
                    file, line(parser.currentTokenLocation()), "found " + found + ", expected " + wanted);
        }
    }

    private static int line(JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }
}
