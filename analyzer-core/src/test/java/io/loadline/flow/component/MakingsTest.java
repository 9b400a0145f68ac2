package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Role;
import io.loadline.catalog.Trait;
import io.loadline.flow.Operations;
import io.loadline.system.SystemModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakingsTest {

    private static List<Making> all(String... classes) {
        return Built.of(classes).system().ask(Makings.QUERY).all();
    }

    @Test
    void chainIsOneComponentAtItsOutermostCall() {
        List<Making> all = all("class A { Object c() { return Client.builder().baseUrl(\"u\").build(); } }");
        assertThat(all).hasSize(1);

        assertThat(all.get(0).creation().orElseThrow().target().name()).isEqualTo("build");
    }

    @Test
    void firstOfAChainSaysWhatItIs() {
        List<Making> own = all("class A { Object c = Client.builder().build(); }");
        List<Making> given = all("@Configuration class A { @Bean Client c(Client.Builder b) { return b.build(); } }");
        assertThat(own.get(0).component().createdBy()).contains("org.web.Client#builder");
        assertThat(given.get(0).component().createdBy()).contains("org.web.Client.Builder#build");
    }

    @Test
    void builderInAVariableBelongsToWhatItBuilds() {
        assertThat(
                        all(
                                "class A { Object c() { Client.Builder b = Client.builder(); b.timeout(5); return b.build(); } }"))
                .hasSize(1);
    }

    @Test
    void partsAreNotListedOnTheirOwn() {
        assertThat(all("class A { Template t = new Template(new ApacheFactory(HttpClients.createDefault())); }"))
                .extracting(Making::role)
                .containsExactly(Role.CLIENT);
    }

    @Test
    void partsThatNobodyTakesAreListed() {
        assertThat(all("class A { SimpleFactory f = new SimpleFactory(); }"))
                .extracting(Making::role)
                .containsExactly(Role.CARRIER);
    }

    @Test
    void derivedClientIsListedBesideItsOrigin() {
        List<Making> all = all("class A { Client a = Client.create(); Client b() { return a.mutate().build(); } }");
        assertThat(all).hasSize(2);
        assertThat(all).filteredOn(m -> m.is(Trait.SHARED)).hasSize(1);
    }

    @Test
    void nameIsThatOfWhatKeepsIt() {
        assertThat(all("""
                        class A { Template field = new Template();
                          Template made() { return new Template(); }
                          void m() { Template local = new Template(); local.toString(); } }""")).extracting(Making::name).containsExactlyInAnyOrder("field", "made", "local");
    }

    @Test
    void declaredExecutorIsListedOncePerModule() {
        assertThat(all("class A { @Async void a() {} @Async void b() {} }")).hasSize(1);
    }

    @Test
    void declaredRetriesAreListedEach() {
        assertThat(all("class A { @Retry void a() {} @Retry(maxAttempts = 2) void b() {} }"))
                .extracting(Making::title)
                .containsExactly("@Retry a", "@Retry b");
    }

    @Test
    void callIsJoinedToTheClientOfAnInjectedField() {
        SystemModel system = Built.of(
                        "@Configuration class C { @Bean Template template() { return new Template(); } }", """
                        @Component class A { private final Template t;
                          A(Template t) { this.t = t; }
                          void m() { t.getForObject("u"); } }""")
                .system();
        List<Making> behind = system.ask(Operations.QUERY).sites().stream()
                .filter(s -> system.ask(Operations.QUERY).does(s, Effect.REMOTE))
                .flatMap(s -> system.ask(Uses.QUERY).behind(s).stream())
                .toList();
        assertThat(behind).extracting(Making::name).containsExactly("template");
    }

    @Test
    void callOnADeclaredClientIsJoinedToIt() {
        SystemModel system = Built.of(
                        "@Remote(name = \"stock\") interface Stock extends Client {}",
                        "@Component class A { @Inject Stock stock; void m() { stock.get(); } }")
                .system();
        List<Making> behind = system.ask(Operations.QUERY).sites().stream()
                .flatMap(s -> system.ask(Uses.QUERY).behind(s).stream())
                .toList();
        assertThat(behind).extracting(Making::name).containsExactly("stock");
    }

    @Test
    void buildersThatConfigureEachOtherEnd() {
        assertThat(all("""
                        @Configuration class A {
                          @Bean Template a(Template b) { Template t = new Template(); t.setParent(b); return t; }
                          @Bean Template b(Template a) { Template t = new Template(); t.setParent(a); return t; } }""")).isNotEmpty();
    }

    @Test
    void executorBeanReplacesTheDeclaredOne() {
        assertThat(all(
                        "class A { @Async void a() {} }",
                        "@Configuration class C { @Bean TaskExecutor pool() { return new TaskExecutor(); } }"))
                .extracting(Making::title)
                .containsExactly("new TaskExecutor");
    }
}
