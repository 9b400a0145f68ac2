package io.loadline.system.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps secrets out of everything that is said about configuration. */
final class Secrets {

    /** Stands for a value that is not shown. */
    static final String HIDDEN = "(hidden)";

    private static final Set<String> WORDS = Set.of(
            "password", "passwd", "pwd", "passphrase", "secret", "credential", "credentials", "apikey", "accesskey");
    private static final Set<String> LAST_WORDS = Set.of("token", "key", "pass");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]{1,500}@");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|token|sig|apikey|api_key|access_?key)=)[^&;\\s]{1,500}");

    private Secrets() {}

    /** Whether a key names a secret. */
    static boolean isSecret(String key) {
        String last = key.substring(Math.max(key.lastIndexOf('.'), key.lastIndexOf(':')) + 1);
        List<String> words = List.of(last.replaceAll("([a-z\\d])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z\\d]+"));
        return words.stream().anyMatch(WORDS::contains)
                || (!words.isEmpty() && LAST_WORDS.contains(words.get(words.size() - 1)));
    }

    /** The value as it may be shown. */
    static String shown(String key, String value) {
        if (isSecret(key) || value.startsWith("{cipher}") || value.startsWith("ENC(")) {
            return HIDDEN;
        }
        String without = USER_INFO.matcher(value).replaceAll("//hidden@");
        return PARAMETER.matcher(without).replaceAll("$1hidden");
    }
}
