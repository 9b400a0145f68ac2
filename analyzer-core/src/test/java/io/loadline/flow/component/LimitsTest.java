package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Role;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String RESPONSE = "response-timeout";

    private static void assertValue(Setting setting, String value) {
        assertThat(setting).isInstanceOf(Setting.Stated.class);
        assertThat(setting.known()).isEqualTo(Optional.of(value));
        assertThat(setting.origin()).isNotEmpty();
    }

    @Test
    void clientWithoutAnythingHasTheDefaultOfItsOnlyCarrier() {
        Setting limit = Built.of("class A { Template t = new Template(); }").limit(RESPONSE);
        assertThat(limit).isInstanceOf(Setting.Unbounded.class);
        assertThat(limit.origin()).hasSize(1);
    }

    @Test
    void setterOnALocalFactoryCounts() {
        assertValue(Built.of("""
                                class A { Template t() {
                                  SimpleFactory f = new SimpleFactory();
                                  f.setReadTimeout(5 * 1000);
                                  return new Template(f);
                                } }""").limit(RESPONSE), "5s");
    }

    @Test
    void zeroMeansWhatTheCatalogSays() {
        Setting limit = Built.of("""
                        class A { Template t() {
                          SimpleFactory f = new SimpleFactory(); f.setReadTimeout(0);
                          return new Template(f);
                        } }""").limit(RESPONSE);
        assertThat(limit)
                .isInstanceOfSatisfying(
                        Setting.Unbounded.class, u -> assertThat(u.by()).isEqualTo("an explicit 0"));
    }

    @Test
    void factoryWithoutSettersKeepsItsDefault() {
        assertThat(Built.of("class A { Template t = new Template(new ApacheFactory()); }")
                        .limit(RESPONSE))
                .isInstanceOfSatisfying(
                        Setting.Defaulted.class, d -> assertThat(d.value()).isEqualTo("3m"));
    }

    @Test
    void factoryFromAnotherBeanMethodIsFollowed() {
        assertValue(Built.of("""
                                @Configuration class A {
                                  @Bean SimpleFactory factory() {
                                    SimpleFactory f = new SimpleFactory(); f.setReadTimeout(700); return f;
                                  }
                                  @Bean Template template(RequestFactory factory) { return new Template(factory); }
                                }""").limit(RESPONSE), "700ms");
    }

    @Test
    void nameDecidesBetweenBeansOfOneType() {
        assertValue(Built.of("""
                                @Configuration class A {
                                  @Bean SimpleFactory fast() { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(1); return f; }
                                  @Bean SimpleFactory slow() { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(9); return f; }
                                  @Bean Template template(RequestFactory fast) { return new Template(fast); }
                                }""").limit(RESPONSE), "1ms");
    }

    @Test
    void setterAfterConstructionCounts() {
        assertValue(Built.of("""
                                class A { Template t() {
                                  Template t = new Template();
                                  SimpleFactory f = new SimpleFactory();
                                  f.setReadTimeout(2000);
                                  t.setRequestFactory(f);
                                  return t;
                                } }""").limit(RESPONSE), "2s");
    }

    @Test
    void callerMayConfigureWhatAHelperBuilds() {
        assertValue(Built.of("""
                                class A {
                                  private Template make() { return new Template(); }
                                  Template t() {
                                    Template t = make();
                                    SimpleFactory f = new SimpleFactory(); f.setReadTimeout(40); t.setRequestFactory(f);
                                    return t;
                                  }
                                }""").limit(RESPONSE), "40ms");
    }

    @Test
    void builderSetterTakesSpansOfTime() {
        assertValue(
                Built.of(
                                "class A { Template t(TemplateBuilder b) { return b.readTimeout(Duration.ofSeconds(90)).build(); } }")
                        .limit(RESPONSE),
                "90s");
    }

    @Test
    void propertyCountsInItsVersionsOnly() {
        Built built = Built.of("@Configuration class A { @Bean Template t(TemplateBuilder b) { return b.build(); } }")
                .configured("web.read-timeout=3s\nweb.old.read-timeout=1s\n");
        assertValue(built.with("org.web", "web", "6.1").limit(RESPONSE), "3s");
    }

    @Test
    void oldPropertyCountsInOldVersions() {
        Built built = Built.of("@Configuration class A { @Bean Template t(TemplateBuilder b) { return b.build(); } }")
                .configured("web.read-timeout=3s\nweb.old.read-timeout=1000\n");
        assertValue(built.with("org.web", "web", "4.1").limit(RESPONSE), "1s");
    }

    @Test
    void carrierOnTheClassPathDecidesTheDefault() {
        Built built = Built.of("@Configuration class A { @Bean Template t(TemplateBuilder b) { return b.build(); } }");
        assertThat(built.limit(RESPONSE)).isInstanceOf(Setting.Unbounded.class);
        assertThat(built.with("org.web.apache", "apache", "5.2").limit(RESPONSE))
                .isInstanceOfSatisfying(
                        Setting.Defaulted.class, d -> assertThat(d.value()).isEqualTo("3m"));
    }

    @Test
    void customizerMakesAnUnsetLimitUnresolved() {
        assertThat(Built.of("""
                                @Configuration class A {
                                  @Bean Template t(TemplateBuilder b) { return b.build(); }
                                  @Bean TemplateCustomizer c() { return t -> t.setErrorHandler(null); }
                                }""").limit(RESPONSE)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void customizerThatSetsTheLimitIsSeen() {
        assertValue(Built.of("""
                                @Configuration class A {
                                  @Bean Template t(TemplateBuilder b) { return b.build(); }
                                  @Bean TemplateCustomizer c() {
                                    return t -> { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(15); t.setRequestFactory(f); };
                                  }
                                }""").limit(RESPONSE), "15ms");
    }

    @Test
    void fieldAssignedInTheConstructorIsFollowed() {
        assertValue(Built.of("""
                                class A {
                                  private final Template t; private final SimpleFactory f;
                                  A() { f = new SimpleFactory(); t = new Template(f); init(); }
                                  private void init() { f.setReadTimeout(8000); }
                                }""").limit(RESPONSE), "8s");
    }

    @Test
    void configurationThreeLevelsDeepIsFound() {
        assertValue(Built.of("""
                                class A { Template t = new Template(new ApacheFactory(HttpClients.custom()
                                  .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(4)).build())
                                  .build())); }""").limit(RESPONSE), "4s");
    }

    @Test
    void neighbouringArgumentNamesTheUnit() {
        assertValue(Built.of("""
                                class A { Object t = HttpClients.custom().setDefaultRequestConfig(
                                  RequestConfig.custom().setResponseTimeout(2, TimeUnit.MINUTES).build()).build(); }""").limit(RESPONSE), "2m");
    }

    @Test
    void placeholderTakesTheConfiguredValueOrItsDefault() {
        String source = """
                @Component class A {
                  @Value("${shop.timeout:5000}") int timeout;
                  Template t() { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(timeout); return new Template(f); }
                }""";
        assertValue(Built.of(source).limit(RESPONSE), "5s");
        assertValue(Built.of(source).configured("shop.timeout=250\n").limit(RESPONSE), "250ms");
    }

    @Test
    void placeholderInAConstructorParameterReachesTheField() {
        assertValue(Built.of("""
                                @Component class A {
                                  private final int timeout;
                                  A(@Value("${shop.timeout:30}") int timeout) { this.timeout = timeout; }
                                  Template t() { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(timeout * 1000); return new Template(f); }
                                }""").limit(RESPONSE), "30s");
    }

    @Test
    void propertiesTypeHoldsKeysBelowItsPrefix() {
        String[] sources = {"""
            @Keys(prefix = "shop") @Data class Settings { private Http http = new Http();
              @Data static class Http { private Duration readTimeout = Duration.ofSeconds(3); } }""", """
            @Configuration class A {
              @Bean Template t(TemplateBuilder b, Settings s) { return b.readTimeout(s.getHttp().getReadTimeout()).build(); }
            }"""};
        assertValue(Built.of(sources).limit(RESPONSE), "3s");
        assertValue(
                Built.of(sources).configured("shop.http.read-timeout=800ms\n").limit(RESPONSE), "800ms");
    }

    @Test
    void propertiesRecordHoldsKeysToo() {
        assertValue(
                Built.of("@Keys(\"shop\") record Settings(Duration timeout) {}", """
                                @Configuration class A {
                                  @Bean Template t(TemplateBuilder b, Settings s) { return b.readTimeout(s.timeout()).build(); }
                                }""")
                        .configured("shop.timeout=PT2S\n")
                        .limit(RESPONSE),
                "2s");
    }

    @Test
    void constantsOfOtherClassesAreRead() {
        assertValue(
                Built.of("final class Consts { static final int BASE = 2; static final int READ = BASE * 500; }", """
                                class A { Template t() {
                                  SimpleFactory f = new SimpleFactory(); f.setReadTimeout(Consts.READ); return new Template(f); } }""")
                        .limit(RESPONSE),
                "1s");
    }

    @Test
    void superclassMayMakeTheFactory() {
        assertValue(
                Built.of("""
                                abstract class Base { protected SimpleFactory factory() {
                                  SimpleFactory f = new SimpleFactory(); f.setReadTimeout(60); return f; } }""", "class A extends Base { Template t() { return new Template(factory()); } }")
                        .limit(RESPONSE),
                "60ms");
    }

    @Test
    void helperWithParametersIsEnteredWithItsArguments() {
        assertValue(
                Built.of("""
                                final class Factories { static SimpleFactory of(int read) {
                                  SimpleFactory f = new SimpleFactory(); f.setReadTimeout(read); return f; } }""", "class A { Template t = new Template(Factories.of(1500)); }")
                        .limit(RESPONSE),
                "1500ms");
    }

    @Test
    void parameterOfThePlaceOfCreationTakesWhatItsCallersPass() {
        assertValue(Built.of("""
                                class A {
                                  Template make(int read) { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(read); return new Template(f); }
                                  Template t() { return make(900); }
                                }""").limit(RESPONSE), "900ms");
    }

    @Test
    void projectSubclassConfiguresItself() {
        assertValue(
                Built.of(
                                "class Mine extends SimpleFactory { Mine() { setReadTimeout(5); } }",
                                "class A { Template t = new Template(new Mine()); }")
                        .limit(RESPONSE),
                "5ms");
    }

    @Test
    void supplierPassedToABuilderIsFollowed() {
        assertValue(Built.of("""
                                class A { Template t(TemplateBuilder b) {
                                  SimpleFactory f = new SimpleFactory(); f.setReadTimeout(33);
                                  return b.requestFactory(() -> f).build();
                                } }""").limit(RESPONSE), "33ms");
    }

    @Test
    void methodReferenceToAProjectMethodIsFollowed() {
        assertValue(Built.of("""
                                class A {
                                  Template t(TemplateBuilder b) { return b.requestFactory(this::factory).build(); }
                                  private SimpleFactory factory() { SimpleFactory f = new SimpleFactory(); f.setReadTimeout(34); return f; }
                                }""").limit(RESPONSE), "34ms");
    }

    @Test
    void projectMethodThatIsGivenTheFactoryMayConfigureIt() {
        assertValue(Built.of("""
                                class A {
                                  Template t() { SimpleFactory f = new SimpleFactory(); limit(f); return new Template(f); }
                                  private static void limit(SimpleFactory any) { any.setReadTimeout(77); }
                                }""").limit(RESPONSE), "77ms");
    }

    @Test
    void factoryFromALibraryThatNobodyDescribesIsUnresolved() {
        assertThat(Built.of("class A { Template t = new Template(com.acme.Acme.factory()); }")
                        .limit(RESPONSE))
                .isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void factoryParameterThatNobodyPassesIsUnresolved() {
        assertThat(Built.of("class A { Template t(RequestFactory f) { return new Template(f); } }")
                        .limit(RESPONSE))
                .isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void valueThatCannotBeWorkedOutIsStillSet() {
        assertValue(Built.of("""
                                class A { Template t(Map<String, Integer> m) {
                                  SimpleFactory f = new SimpleFactory(); f.setReadTimeout(m.get("x")); return new Template(f); } }""").limit(RESPONSE), Meaning.SET);
    }

    @Test
    void versionDecidesTheDefault() {
        String source = "class A { Client c = Client.create(); }";
        assertThat(Built.of(source).with("org.web", "web", "5.9").limit(RESPONSE))
                .isInstanceOf(Setting.Unbounded.class);
        assertThat(Built.of(source).with("org.web", "web", "6.2").limit(RESPONSE))
                .isEqualTo(new Setting.Defaulted(
                        "10s", "Web 6.2", Built.of(source).limit(RESPONSE).origin()));
    }

    @Test
    void unknownVersionThatDecidesIsUnresolved() {
        assertThat(Built.of("class A { Client c = Client.create(); }").limit(RESPONSE))
                .isInstanceOfSatisfying(
                        Setting.Unresolved.class, u -> assertThat(u.why()).contains("org.web:web"));
    }

    @Test
    void declaredClientIsConfiguredByName() {
        Built built = Built.of("@Remote(name = \"stock\") interface Stock {}")
                .configured("web.remote.default.read-timeout=1000\nweb.remote.stock.read-timeout=400\n");
        assertValue(built.limit(RESPONSE), "400ms");
    }

    @Test
    void annotationMembersSetLimits() {
        String source = "class A { @Retry(maxAttempts = 7, backoff = @Backoff(delay = 50)) void m() {} }";
        assertValue(Built.of(source).limit("max-attempts"), "7");
        assertValue(Built.of(source).limit("delay"), "50ms");
        assertThat(Built.of(source).limit("multiplier").known()).contains("1");
    }

    @Test
    void queueOfAPoolGivesItsCapacity() {
        String pool =
                "class A { Object e = new ThreadPoolExecutor(2, 4, 1L, TimeUnit.SECONDS, new LinkedBlockingQueue<>(%s)); }";
        assertThat(Built.of(pool.formatted("")).limit("queue-capacity")).isInstanceOf(Setting.Unbounded.class);
        assertValue(Built.of(pool.formatted("100")).limit("queue-capacity"), "100");
        assertValue(Built.of(pool.formatted("100")).limit("max-threads"), "4");
    }

    @Test
    void queueInAFieldGivesItsCapacity() {
        assertValue(Built.of("""
                                class A {
                                  private static final int SIZE = 64;
                                  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(SIZE);
                                  Executor e = new ThreadPoolExecutor(2, 4, 1L, TimeUnit.SECONDS, queue);
                                }""").limit("queue-capacity"), "64");
    }

    @Test
    void largestNumberIsNoLimit() {
        assertThat(Built.of(
                                "class A { TaskExecutor e() { TaskExecutor e = new TaskExecutor(); e.setQueueCapacity(Integer.MAX_VALUE); return e; } }")
                        .limit("queue-capacity"))
                .isInstanceOf(Setting.Unbounded.class);
    }

    @Test
    void executorConfiguredInABeanMethodKeepsItsSetters() {
        assertValue(Built.of("""
                                @Configuration class A { @Bean TaskExecutor pool() {
                                  TaskExecutor e = new TaskExecutor(); e.setMaxPoolSize(8); e.setQueueCapacity(50); e.initialize(); return e; } }""").limit("queue-capacity"), "50");
    }

    @Test
    void chainOfABuilderIsReadAsAWhole() {
        String source = "class A { Cache c = Caches.newBuilder().maximumSize(10_000).build(k -> k); }";
        assertValue(Built.of(source).limit("max-size"), "10000");
        assertThat(Built.of(source).limit("expiry")).isInstanceOf(Setting.Unbounded.class);
    }

    @Test
    void sharedExecutorIsConfiguredByKey() {
        assertValue(
                Built.of("class A { @Async void a() {} @Async void b() {} }")
                        .configured("beans.async.queue-capacity=20\n")
                        .limit("queue-capacity"),
                "20");
    }

    private static final String SENDER = """
            class A { private final Sender sender = Sender.newSender();
              void m() { Request r = Request.newBuilder().uri("u")%s.build(); sender.send(r); }
              void n() { sender.send(Request.newBuilder().timeout(Duration.ofSeconds(9)).build()); } }""";

    @Test
    void requestsThatAllCarryTheLimitBoundTheClient() {
        assertValue(
                Built.of(SENDER.formatted(".timeout(Duration.ofSeconds(7))")).limit(RESPONSE), "7s");
    }

    @Test
    void oneRequestWithoutTheLimitLeavesTheClientUnbounded() {
        assertThat(Built.of(SENDER.formatted("")).limit(RESPONSE)).isInstanceOf(Setting.Unbounded.class);
    }

    @Test
    void requestFromElsewhereLeavesTheLimitUnresolved() {
        assertThat(Built.of("class A { Sender sender = Sender.newSender(); void m(Request r) { sender.send(r); } }")
                        .limit(RESPONSE))
                .isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void derivedClientKeepsTheLimitOfWhatItIsDerivedFrom() {
        SystemModel system = Built.of("""
                        class A { Client a = Client.builder().timeout(30).build();
                          Client b = a.mutate().baseUrl("u").build(); }""").system();
        List<Making> clients = system.ask(Makings.QUERY).of(Role.CLIENT);
        assertThat(clients).hasSize(2);
        clients.forEach(c -> assertValue(system.ask(Limits.QUERY).limit(c, RESPONSE), "30ms"));
    }

    @Test
    void beanStandsInForWhatAFrameworkWouldChoose() {
        String use = "class A { @Kept(\"orders\") Object m() { return null; } }";
        String bean = "@Configuration class C { @Bean Store store() { return %s; } }";
        assertThat(Built.of(use).limit("max-size")).isInstanceOf(Setting.Unbounded.class);
        assertValue(Built.of(use, bean.formatted("new BoundStore(50)")).limit("max-size"), "50");
        assertThat(Built.of(use, bean.formatted("com.acme.Stores.standard()")).limit("max-size"))
                .isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void callsOnWhatIsDerivedDoNotConfigureTheOrigin() {
        SystemModel system = Built.of("""
                        class A { Client a = Client.builder().build();
                          Client b() { return a.mutate().timeout(5).build(); } }""").with("org.web", "web", "6.2").system();
        Making origin = system.ask(Makings.QUERY).of(Role.CLIENT).stream()
                .filter(m -> !m.is(io.loadline.catalog.Trait.SHARED))
                .findFirst()
                .orElseThrow();
        assertThat(system.ask(Limits.QUERY).limit(origin, RESPONSE)).isInstanceOf(Setting.Defaulted.class);
    }

    @Test
    void whatIsHandedInBesideLimitsHidesNothing() {
        assertThat(Built.of("""
                                class A { Template t() { Template t = new Template();
                                  t.setConverters(com.acme.Converters.standard()); t.setCredentialsProvider(com.acme.Credentials.provider());
                                  return t; } }""").limit(RESPONSE)).isInstanceOf(Setting.Unbounded.class);
    }

    @Test
    void plainValueThatNobodyPassesIsStillSet() {
        assertValue(
                Built.of("class A { Object e(int n) { return Executors.newFixedThreadPool(n); } }")
                        .limit("max-threads"),
                Meaning.SET);
    }
}
