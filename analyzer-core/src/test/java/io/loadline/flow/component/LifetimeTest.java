package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Role;
import io.loadline.system.SystemModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private static boolean isPerRequest(String... classes) {
        SystemModel system = Built.of(classes).system();
        List<Making> clients = system.ask(Makings.QUERY).of(Role.CLIENT);
        assertThat(clients).hasSize(1);
        return system.ask(Lifetime.QUERY).isPerRequest(clients.get(0).creation().orElseThrow());
    }

    @Test
    void clientMadeInAHandlerIsMadeForEachRequest() {
        assertThat(isPerRequest(
                        "@Component class A { @Get void m() { Template t = new Template(); t.getForObject(\"u\"); } }"))
                .isTrue();
    }

    @Test
    void clientMadeAndUsedInOneChainIsMadeForEachRequest() {
        assertThat(isPerRequest(
                        "@Component class A { @Get Object m() { return new Template().getForObject(\"u\"); } }"))
                .isTrue();
    }

    @Test
    void clientMadeBelowAHandlerIsMadeForEachRequest() {
        assertThat(
                        isPerRequest(
                                "@Component class A { @Inject B b; @Get void m() { b.call(); } }",
                                "@Component class B { void call() { make().getForObject(\"u\"); } private Template make() { return new Template(); } }"))
                .isTrue();
    }

    @Test
    void clientOfAnObjectMadeForEachRequestIsToo() {
        assertThat(
                        isPerRequest(
                                "@Component class A { @Get void m() { new B().call(); } }",
                                "class B { private final Template t = new Template(); void call() { t.getForObject(\"u\"); } }"))
                .isTrue();
    }

    @Test
    void clientOfASingletonIsMadeOnce() {
        assertThat(
                        isPerRequest(
                                "@Component class A { final Template t; A() { t = new Template(); } @Get void m() { t.getForObject(\"u\"); } }"))
                .isFalse();
    }

    @Test
    void clientOfABeanMethodIsMadeOnce() {
        assertThat(
                        isPerRequest(
                                "@Configuration class A { @Bean Template t() { return new Template(); } @Get void m() { t(); } }"))
                .isFalse();
    }

    @Test
    void clientPutIntoAFieldWhenFirstNeededIsMadeOnce() {
        assertThat(
                        isPerRequest(
                                "@Component class A { Template t; @Get void m() { if (t == null) { t = new Template(); } t.getForObject(\"u\"); } }"))
                .isFalse();
    }

    @Test
    void clientKeptByKeyIsMadeOnceForEach() {
        assertThat(isPerRequest("""
                        @Component class A { private final Map<String, Template> all = new HashMap<>();
                          @Get void m(String k) { all.computeIfAbsent(k, x -> new Template()).getForObject("u"); } }""")).isFalse();
        assertThat(isPerRequest("""
                        @Component class A { private final Map<String, Template> all = new HashMap<>();
                          @Get void m(String k) { Template t = all.get(k); if (t == null) { t = new Template(); all.put(k, t); } } }""")).isFalse();
    }

    @Test
    void helperThatOnlyAConstructorCallsMakesOnce() {
        assertThat(isPerRequest("""
                        @Component class A { final Template t; A() { t = make(); } private Template make() { return new Template(); }
                          @Get void m() { t.getForObject("u"); } }""")).isFalse();
    }
}
