package io.loadline.system.configuration;

import java.util.Locale;

/** Names of configuration values in the forms in which frameworks find them again. */
final class Key {

    private Key() {}

    /** The form in which {@code open-in-view}, {@code openInView} and {@code open_in_view} are the same; dots and indices stay. */
    static String canonical(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != '-' && c != '_' && c != '"') {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** The form in which a key and the environment variable for it are the same. */
    static String squeezed(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            if (Character.isLetterOrDigit(key.charAt(i))) {
                out.append(key.charAt(i));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether one canonical key lies below another. */
    static boolean isBelow(String key, String parent) {
        return key.length() > parent.length()
                && key.startsWith(parent)
                && (key.charAt(parent.length()) == '.' || key.charAt(parent.length()) == '[');
    }
}
