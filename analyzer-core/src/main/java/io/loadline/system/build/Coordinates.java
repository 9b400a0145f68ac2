package io.loadline.system.build;

/**
 * What Maven calls an artifact.
 *
 * @param version empty text where it is not written
 */
record Coordinates(String group, String artifact, String version) {

    /** {@code group:artifact}. */
    String key() {
        return group + ":" + artifact;
    }

    Coordinates withVersion(String other) {
        return new Coordinates(group, artifact, other);
    }

    /** Whether the version is written out, so that it names one artifact. */
    boolean isExact() {
        return isExact(version);
    }

    /** Whether a text is one version: neither absent, nor a range, nor left with a placeholder. */
    static boolean isExact(String version) {
        return !version.isEmpty()
                && version.indexOf('$') < 0
                && version.indexOf(',') < 0
                && version.indexOf('[') < 0
                && version.indexOf('(') < 0
                && version.indexOf('+') < 0
                && !version.startsWith("latest.");
    }
}
