package io.loadline.system.configuration;

import io.loadline.evidence.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A place in which the system runs, as far as its files tell one from another.
 *
 * @param name {@code default} where they do not
 * @param isProductionLike whether load is to be expected; not so where people develop and test
 * @param why what names it, sorted by place
 */
public record Environment(String name, boolean isProductionLike, List<Evidence> why) {

    /** The name of the environment of files that name none. */
    public static final String DEFAULT = "default";

    private static final Set<String> FOR_DEVELOPERS = Set.of(
            "dev",
            "development",
            "develop",
            "test",
            "tests",
            "testing",
            "local",
            "localhost",
            "it",
            "ci",
            "e2e",
            "kind",
            "minikube",
            "k3d",
            "sandbox",
            "demo",
            "sample",
            "example",
            "debug");

    /** The names of the environment that serves people. */
    static final Set<String> PRODUCTION = Set.of("prod", "production", "prd", "live");

    private static final List<Set<String>> SYNONYMS = List.of(
            PRODUCTION,
            Set.of("dev", "development", "develop"),
            Set.of("test", "testing", "tests"),
            Set.of("staging", "stage", "stg"),
            Set.of("k8s", "kubernetes"),
            Set.of("local", "localhost"));

    private static final Set<String> OTHERS = Set.of("uat", "qa", "preprod", "docker", "cloud", "openshift");

    public Environment {
        why = List.copyOf(why);
    }

    /** The environment of a name, with what shows it. */
    public static Environment of(String name, List<Evidence> why) {
        return new Environment(name, isProductionLike(name), why);
    }

    /** Whether load is to be expected in an environment of that name. */
    public static boolean isProductionLike(String name) {
        return !isForDevelopers(name);
    }

    /** Whether a name is, by custom, that of a place where people develop and test. */
    static boolean isForDevelopers(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z\\d]+")).stream()
                .anyMatch(FOR_DEVELOPERS::contains);
    }

    /** Whether a profile of that name tells where a service runs, rather than what it does. */
    static boolean isNamedBy(String profile) {
        String name = profile.toLowerCase(Locale.ROOT);
        return FOR_DEVELOPERS.contains(name)
                || OTHERS.contains(name)
                || SYNONYMS.stream().anyMatch(names -> names.contains(name));
    }

    /** Those of the given profiles that mean this environment, sorted. */
    public List<String> profilesAmong(Collection<String> profiles) {
        return profiles.stream().filter(this::isMeantBy).sorted().toList();
    }

    /** Whether a word names this environment, in this or another usual spelling. */
    public boolean isMeantBy(String word) {
        return isMeant(name, word);
    }

    /** Whether a word means the environment of that name. */
    public static boolean isMeant(String name, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return name.equals(word)
                || SYNONYMS.stream()
                        .filter(names -> names.contains(name))
                        .findFirst()
                        .orElse(Set.of(name))
                        .contains(lower);
    }
}
