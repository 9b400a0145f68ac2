package io.loadline.fact.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the path of a file says of the environment that it is for. */
public final class Environments {

    private static final Set<String> PARENTS = Set.of("overlays", "environments", "envs", "env", "clusters", "stages");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("prod", "prod"),
            Map.entry("production", "prod"),
            Map.entry("prd", "prod"),
            Map.entry("live", "prod"),
            Map.entry("preprod", "preprod"),
            Map.entry("staging", "staging"),
            Map.entry("stage", "staging"),
            Map.entry("stg", "staging"),
            Map.entry("uat", "uat"),
            Map.entry("qa", "qa"),
            Map.entry("test", "test"),
            Map.entry("dev", "dev"),
            Map.entry("development", "dev"),
            Map.entry("local", "local"),
            Map.entry("minikube", "minikube"),
            Map.entry("kind", "kind"),
            Map.entry("sandbox", "sandbox"),
            Map.entry("demo", "demo"));

    /** Words that are common in file names without meaning an environment, except in files that exist once per environment. */
    private static final Set<String> AMBIGUOUS = Set.of("live", "test", "local", "kind", "demo", "sandbox", "minikube");

    private Environments() {}

    /** The environment's name; empty when the path says nothing. Nearer parts of the path weigh more. */
    public static String of(String path) {
        List<String> parts = List.of(path.toLowerCase(Locale.ROOT).split("/"));
        String file = parts.get(parts.size() - 1);
        boolean perEnvironment = file.contains("compose") || file.startsWith("values");
        for (String word : file.split("[._-]")) {
            if (NAMES.containsKey(word) && (perEnvironment || !AMBIGUOUS.contains(word))) {
                return NAMES.getOrDefault(word, word);
            }
        }
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (NAMES.containsKey(parts.get(i))) {
                return NAMES.getOrDefault(parts.get(i), "");
            }
            if (i > 0 && PARENTS.contains(parts.get(i - 1))) {
                return parts.get(i);
            }
        }
        return "";
    }
}
