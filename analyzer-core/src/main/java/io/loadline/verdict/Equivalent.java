package io.loadline.verdict;

import io.loadline.config.ConfigException;
import io.loadline.config.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How another tool is told to leave a workload alone.
 *
 * @param key of the annotation, with <code>{check}</code> where the check's name stands in it; otherwise the start of the key
 * @param all key of the annotation that exempts from all checks; empty where there is none
 * @param form what the annotation's value says
 * @param checks rules of ours that ask the same question, by name of the check
 */
record Equivalent(String tool, String key, String all, Form form, Map<String, List<String>> checks) {

    private static final String RESOURCE = "equivalents.yml";
    private static final String CHECK = "{check}";

    /** What the value of an annotation says. */
    enum Form {
        REASON("reason"),
        FLAG("flag"),
        CHECKS("checks"),
        CHECK_AND_REASON("check=reason");

        private final String word;

        Form(String word) {
            this.word = word;
        }
    }

    /** A rule that is to be left out, and why. */
    record Exemption(String rule, String reason) {}

    Equivalent {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** Those that the product ships. */
    static List<Equivalent> standard() {
        try (InputStream in = Equivalent.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return read(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Equivalent> read(String file, String yaml) {
        return Section.read(file, yaml)
                .orElseThrow(() -> new ConfigException(file, 1, "found nothing, expected a list of tools"))
                .items()
                .stream()
                .map(Equivalent::of)
                .toList();
    }

    private static Equivalent of(Section section) {
        section.only("tool", "source", "key", "all", "value", "checks");
        Map<String, List<String>> checks = new LinkedHashMap<>();
        section.need("checks").entries().forEach((check, rules) -> checks.put(check, rules.texts()));
        Section value = section.need("value");
        Form form = Stream.of(Form.values())
                .filter(candidate -> candidate.word.equals(value.text()))
                .findFirst()
                .orElseThrow(() -> value.expected("reason, flag, checks or check=reason"));
        return new Equivalent(
                section.need("tool").text(),
                section.need("key").text(),
                section.at("all").map(Section::text).orElse(""),
                form,
                checks);
    }

    /** Whether an annotation is one of this tool's. */
    boolean isNamedBy(String annotation) {
        int place = key.indexOf(CHECK);
        return annotation.equals(all) || annotation.startsWith(place < 0 ? key : key.substring(0, place));
    }

    /** What an annotation exempts a workload from; nothing where it is none of this tool's. */
    List<Exemption> exemptions(String annotation, String value) {
        if (value.strip().equalsIgnoreCase("false")) {
            return List.of();
        }
        String reason = form == Form.REASON ? value.strip() : "";
        List<Exemption> exemptions = new ArrayList<>();
        if (annotation.equals(all)) {
            checks.keySet().forEach(check -> exemptions(check, reason, exemptions));
            return byRule(exemptions);
        }
        int place = key.indexOf(CHECK);
        if (place < 0) {
            return annotation.startsWith(key) ? named(value) : List.of();
        }
        String start = key.substring(0, place);
        String end = key.substring(place + CHECK.length());
        if (!annotation.startsWith(start)
                || !annotation.endsWith(end)
                || annotation.length() < start.length() + end.length()) {
            return List.of();
        }
        String check = annotation.substring(start.length(), annotation.length() - end.length());
        return exemptions(check, reason, exemptions);
    }

    private static List<Exemption> byRule(List<Exemption> exemptions) {
        Map<String, Exemption> first = new TreeMap<>();
        exemptions.forEach(exemption -> first.putIfAbsent(exemption.rule(), exemption));
        return List.copyOf(first.values());
    }

    private List<Exemption> named(String value) {
        List<Exemption> exemptions = new ArrayList<>();
        if (form == Form.CHECK_AND_REASON) {
            int equals = value.indexOf('=');
            String check = equals < 0 ? value : value.substring(0, equals);
            return exemptions(
                    check.strip(), equals < 0 ? "" : value.substring(equals + 1).strip(), exemptions);
        }
        for (String check : value.split(",")) {
            exemptions(check.strip(), "", exemptions);
        }
        return exemptions;
    }

    private List<Exemption> exemptions(String check, String reason, List<Exemption> into) {
        String why = reason.isEmpty() ? "exempt from " + check + " of " + tool : reason;
        checks.getOrDefault(check, List.of()).forEach(rule -> into.add(new Exemption(rule, why)));
        return into;
    }
}
