package io.loadline.system.build;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Modules as POMs describe them. */
final class MavenModules {

    private final EffectivePoms poms;
    private final ClassPath classPath;

    MavenModules(EffectivePoms poms) {
        this.poms = poms;
        this.classPath = new ClassPath(poms);
    }

    List<Module> all() {
        Collection<Pom> tree = poms.tree().all();
        return tree.stream().map(pom -> module(poms.of(pom))).toList();
    }

    private Module module(EffectivePom pom) {
        String path = pom.pom().path();
        Map<String, String> dependencies = classPath.of(pom.dependencies(), pom.managed(), pom.releases(), path);
        List<String> used = dependencies.keySet().stream()
                .flatMap(key -> poms.tree().named(key, path).stream())
                .map(p -> Paths.folder(p.path()))
                .filter(directory -> !directory.equals(Paths.folder(path)))
                .sorted()
                .distinct()
                .toList();
        String version = pom.coordinates().version();
        return new Module(
                Paths.folder(path),
                pom.coordinates().key(),
                version.indexOf('$') < 0 ? version : "",
                pom.pom().packaging(),
                dependencies,
                used,
                pom.plugins(),
                pom.properties(),
                Optional.of(pom.javaVersion()).filter(v -> !v.isEmpty()),
                pom.finalName(),
                pom.pom().at());
    }
}
