package io.loadline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.PropertyKey;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogLoaderTest {

    @Test
    void readsWordsKeysAndShortForms() {
        CatalogFile file = CatalogLoader.read("acme.yml", """
                library: Acme
                artifacts: com.acme:client:2.1
                components:
                  - role: cache-manager
                    type: com.acme.Caches
                    created-by: com.acme.Caches#new,of/2
                    costly: true
                    limits:
                      response-timeout:
                        set-by: com.acme.Caches#timeout
                        argument: 1
                        properties: [acme.timeout, {key: acme.old, below: '2.0'}]
                        defaults: 10s
                """);

        assertThat(file.artifacts()).containsExactly("com.acme:client:2.1");
        Component component = file.components().get(0);
        assertThat(component.role()).isEqualTo(Role.CACHE_MANAGER);
        assertThat(component.createdBy()).containsExactly("com.acme.Caches#new", "com.acme.Caches#of/2");
        Limit limit = component.limits().get("response-timeout");
        assertThat(limit.argument()).isEqualTo(1);
        assertThat(limit.defaults()).containsExactly(new Default("10s", null, null, null));
        assertThat(limit.properties())
                .containsExactly(
                        new PropertyKey("acme.timeout", null, null, null),
                        new PropertyKey("acme.old", "com.acme:client", null, "2.0"));
    }

    @Test
    void alternativesStandForOneItemEach() {
        CatalogFile file = CatalogLoader.read("mail.yml", """
                library: Mail
                operations:
                  - does: send
                    methods:
                      - (javax|jakarta).mail.Transport#send
                      - (javax|jakarta).mail.Transport#sendMessage
                  - does: wait
                    methods: com.acme.Box#read
                """);

        assertThat(file.operations())
                .extracting(CatalogFile.Operation::methods)
                .containsExactly(
                        List.of("javax.mail.Transport#send", "javax.mail.Transport#sendMessage"),
                        List.of("jakarta.mail.Transport#send", "jakarta.mail.Transport#sendMessage"),
                        List.of("com.acme.Box#read"));
    }

    @Test
    void errorsNameFileLineFoundAndExpected() {
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "library: A\nartefacts: x:y:1\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith(
                        "a.yml:2: found unknown key 'artefacts', expected one of artifacts, components,");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", """
                        library: A
                        operations:
                          - does: query
                            methods: x.A#b
                          - does: dance
                            methods: x.A#c
                        """))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:5: found 'dance', expected one of remote, query, publish");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", """
                        library: A
                        operations:
                          - does: query
                            methods:
                              - x.A#b
                              - x.A.c
                        """))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:3: found 'x.A.c' is not a method: expected package.Type#method");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "library: A\nmarkers:\n  - jpa\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:3: found 'jpa', expected Marker with its keys");
    }

    @Test
    void duplicateKeysEmptyFilesAndBrokenYamlAreErrors() {
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "library: A\nlibrary: B\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("a.yml:2: found 'library' twice, expected it once");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", ""))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:1: found nothing");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "verified: 2026-01-01\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:1: found no 'library'");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "library: A\nsources: [x\n"))
                .isInstanceOf(CatalogException.class)
                .hasMessageMatching("(?s)a\\.yml:[23]: not readable as YAML: .*");
        assertThatThrownBy(() -> CatalogLoader.read("a.yml", "just words"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("a.yml:1: found 'just words', expected CatalogFile");
    }
}
