package io.loadline.system.service;

import java.util.List;
import java.util.Locale;

/** Names of modules, images and workloads in forms in which those of one service are the same. */
final class Names {

    private static final List<String> DECORATIONS =
            List.of("-microservice", "-service", "-svc", "-server", "-application", "-app", "-main", "-backend");

    private Names() {}

    /** The name in small letters with dashes between its words. */
    static String normal(String name) {
        return name.replaceAll("([a-z\\d])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z\\d]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** A normal name without endings that say no more than that it is a service. */
    static String bare(String normal) {
        String bare = normal;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String decoration : DECORATIONS) {
                if (bare.endsWith(decoration) && bare.length() > decoration.length()) {
                    bare = bare.substring(0, bare.length() - decoration.length());
                    changed = true;
                }
            }
        }
        return bare;
    }

    /** The name of an image without registry, owner, tag and digest. */
    static String ofImage(String image) {
        String untagged = image.replaceFirst("@sha256:.*$", "");
        String last = untagged.substring(untagged.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        return colon < 0 ? last : last.substring(0, colon);
    }

    /** Whether two bare names may mean the same: one is the other with words before it, singular and plural being one. */
    static boolean areAlike(String a, String b) {
        String left = singular(a);
        String right = singular(b);
        return left.length() > 2
                && right.length() > 2
                && (left.equals(right) || left.endsWith("-" + right) || right.endsWith("-" + left));
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
