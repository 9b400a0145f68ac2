package io.loadline.system.build;

import java.util.List;
import java.util.Map;

/**
 * A POM with its parents, bills of materials and properties worked in.
 *
 * @param managed by {@code group:artifact}
 * @param dependencies own and inherited, with versions where they can be told
 * @param plugins versions by {@code group:artifact}
 * @param releases versions by the bills of materials that could not be read
 */
record EffectivePom(
        Pom pom,
        Coordinates coordinates,
        Map<String, String> properties,
        Map<String, Dependency> managed,
        List<Dependency> dependencies,
        Map<String, String> plugins,
        String javaVersion,
        String finalName,
        Releases releases) {}
