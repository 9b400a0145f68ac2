package io.loadline.system.configuration;

import io.loadline.system.build.Module;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names between {@code @} signs that the build fills in. */
final class BuildTokens {

    private static final Pattern TOKEN = Pattern.compile("@([A-Za-z][\\w.-]{0,100})@");

    private BuildTokens() {}

    /** The text with every token replaced that the module can tell. */
    static String replaced(String text, Optional<Module> module) {
        Matcher token = TOKEN.matcher(text);
        return module.isEmpty()
                ? text
                : token.replaceAll(found -> Matcher.quoteReplacement(
                        value(found.group(1), module.get()).orElse(found.group())));
    }

    /** Whether a token is left. */
    static boolean remain(String text) {
        return TOKEN.matcher(text).find();
    }

    private static Optional<String> value(String name, Module module) {
        return switch (name) {
            case "project.artifactId", "artifactId", "project.name", "name" -> Optional.of(module.name());
            case "project.version", "version" -> Optional.of(module.version()).filter(v -> !v.isEmpty());
            default -> Optional.ofNullable(module.properties().get(name));
        };
    }
}
