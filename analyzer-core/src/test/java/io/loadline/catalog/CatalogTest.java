package io.loadline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CatalogTest {

    private static final Catalog CATALOG = Catalog.of(List.of(CatalogLoader.read("acme.yml", """
            library: Acme
            artifacts: com.acme:client:2.1
            types:
              - name: com.acme.Store<T, ID>
                kind: interface
                supertypes: [com.acme.Base<T>, java.io.Closeable]
                methods: java.util.List<T> all()
            operations:
              - does: remote
                methods: com.acme.Client#*
              - does: query
                methods: com.acme.Client#find
              - does: cache
                methods: com.acme.Client#find/2
            components:
              - role: client
                type: com.acme.Client
                created-by: com.acme.Client#new
                carriers: [com.acme.Fast, com.acme.Slow]
                limits:
                  response-timeout:
                    set-by: com.acme.Client#timeout
                    key-setters: com.acme.Client#option
                    keys: [TIMEOUT, acme.timeout]
                    defaults:
                      - {value: unbounded, below: '2.0'}
                      - 5s
                  connect-timeout:
                    defaults:
                      - {value: 3s, below: '2.0'}
                      - 3s
              - role: client
                type: com.acme.Boat
                carriers: [com.acme.Fast, com.acme.Slow]
                limits:
                  connect-timeout: {defaults: carrier}
                  acquire-timeout: {defaults: carrier}
              - role: carrier
                type: com.acme.Fast
                requires: {artifact: com.acme:fast, from: '1.5'}
                limits:
                  connect-timeout: {defaults: 1s}
                  acquire-timeout: {defaults: 3s}
              - role: carrier
                type: com.acme.Slow
                limits:
                  connect-timeout: {defaults: 1s}
                  acquire-timeout: {defaults: 4s}
              - role: cache
                type: com.acme.Cache
                declared-by: com.acme.Cached
            repeats:
              - methods: com.acme.Client#each
                over: argument:0
            injection:
              - {annotation: com.acme.Data, as: accessors}
              - {annotation: com.acme.Data, as: constructor}
            markers:
              - {as: jpa, artifacts: 'com.acme:orm'}
            """)));

    @Test
    void theMostParticularMethodWins() {
        assertThat(effect("find", 2)).contains(Effect.CACHE);
        assertThat(effect("find", 1)).contains(Effect.QUERY);
        assertThat(effect("other", 1)).contains(Effect.REMOTE);
        assertThat(effect("new", 0)).isEmpty();
        assertThat(CATALOG.operation("com.acme.Unknown", "find", 1)).isEmpty();
    }

    @Test
    void aLaterFileCorrectsAnEarlierOne() {
        CatalogFile own = CatalogLoader.read("own.yml", """
                library: Own
                operations:
                  - does: model
                    methods: com.acme.Client#find/2
                """);
        Catalog both = Catalog.of(List.of(CATALOG.files().get(0), own));

        assertThat(both.operation("com.acme.Client", "find", 2)).hasValueSatisfying(match -> {
            assertThat(match.operation().does()).isEqualTo(Effect.MODEL);
            assertThat(match.library()).isEqualTo("Own");
        });
    }

    @Test
    void componentsAreFoundByCreationTypeAnnotationAndSetter() {
        assertThat(CATALOG.createdBy("com.acme.Client", "new", 3)).hasSize(1);
        assertThat(CATALOG.createdBy("com.acme.Client", "newer", 3)).isEmpty();
        assertThat(CATALOG.componentsOfType("com.acme.Slow")).hasSize(1);
        assertThat(CATALOG.declaredByAnnotation("com.acme.Cached")).hasSize(1);
        assertThat(CATALOG.limitsSetBy("com.acme.Client", "timeout", 1))
                .extracting(Catalog.LimitMatch::limitName)
                .containsExactly("response-timeout");
        assertThat(CATALOG.limitsSetBy("com.acme.Client", "option", 2, "acme.timeout"))
                .hasSize(1);
        assertThat(CATALOG.limitsSetBy("com.acme.Client", "option", 2, "acme.colour"))
                .isEmpty();
        assertThat(CATALOG.repeat("com.acme.Client", "each", 1)).isPresent();
        assertThat(CATALOG.injections("com.acme.Data")).containsExactly("accessors", "constructor");
        assertThat(CATALOG.markers("jpa")).hasSize(1);
        assertThat(CATALOG.markers("webflux")).isEmpty();
    }

    @Test
    void shapesAreFoundByTheirRawName() {
        assertThat(CATALOG.shape("com.acme.Store")).isPresent();
        assertThat(CATALOG.supertypes("com.acme.Store")).containsExactly("com.acme.Base", "java.io.Closeable");
        assertThat(CATALOG.packages()).containsExactly("com.acme");
    }

    @Test
    void defaultFollowsTheVersion() {
        assertThat(valueOf("response-timeout", version("1.9"))).contains("unbounded");
        assertThat(valueOf("response-timeout", version("2.0"))).contains("5s");
    }

    @Test
    void unknownVersionGivesADefaultOnlyWhereAllAgree() {
        assertThat(valueOf("response-timeout", artifact -> Optional.empty())).isEmpty();
        assertThat(valueOf("connect-timeout", artifact -> Optional.empty())).contains("3s");
    }

    @Test
    void carrierIsTheFirstWhoseLibraryIsThere() {
        assertThat(carriers(false, version("1.0"))).containsExactly("com.acme.Slow");
        assertThat(carriers(true, version("1.5"))).containsExactly("com.acme.Fast");
        assertThat(carriers(true, version("1.4"))).containsExactly("com.acme.Slow");
        assertThat(carriers(true, artifact -> Optional.empty())).containsExactly("com.acme.Fast", "com.acme.Slow");
    }

    @Test
    void carriersDefaultCountsOnlyWhereAllPossibleOnesAgree() {
        assertThat(carried("connect-timeout", true)).contains("1s");
        assertThat(carried("acquire-timeout", true)).isEmpty();
        assertThat(carried("acquire-timeout", false)).contains("4s");
        assertThat(carried("max-size", true)).isEmpty();
    }

    private static Optional<Effect> effect(String method, int arguments) {
        return CATALOG.operation("com.acme.Client", method, arguments)
                .map(match -> match.operation().does());
    }

    private static Component client() {
        return CATALOG.componentsOfType("com.acme.Client").get(0).component();
    }

    private static Optional<String> valueOf(String limit, Function<String, Optional<String>> versions) {
        Map<String, Limit> limits = client().limits();
        return Catalog.defaultOf(limits.get(limit), versions).map(Default::value);
    }

    private static Function<String, Optional<String>> version(String version) {
        return artifact -> Optional.of(version);
    }

    private static List<String> carriers(boolean fastIsThere, Function<String, Optional<String>> versions) {
        return CATALOG.carriersOf(client(), artifact -> fastIsThere, versions).stream()
                .map(match -> match.component().type())
                .toList();
    }

    private static Optional<String> carried(String limit, boolean fastIsThere) {
        Component client = CATALOG.componentsOfType("com.acme.Boat").get(0).component();
        return CATALOG.defaultOf(client, limit, artifact -> fastIsThere, artifact -> Optional.empty())
                .map(Default::value);
    }
}
