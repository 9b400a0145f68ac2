package io.loadline.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Word;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import io.loadline.system.TestTree;
import io.loadline.system.configuration.Configuration.Circumstances;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final Location MANIFEST = Location.of("k8s/orders.yaml");
    private static final String BASE = "orders/src/main/resources/application.yml";

    private final TestTree tree = new TestTree().module("orders", "orders");

    @Test
    void everySpellingOfAKeyIsTheSame() {
        tree.file(BASE, """
                spring:
                  jpa:
                    openInView: false
                    properties.hibernate.jdbc.batch_size: 20
                """);
        assertThat(value("spring.jpa.open-in-view")).isEqualTo("false");
        assertThat(value("spring.jpa.open_in_view")).isEqualTo("false");
        assertThat(value("spring.jpa.properties.hibernate.jdbc.batch-size")).isEqualTo("20");
        assertThat(plain().lookup("spring.jpa.show-sql")).isEmpty();
    }

    @Test
    void aValueSaysWhereItStands() {
        tree.file(BASE, "server:\n  port: 8081\n");
        Setting port = plain().lookup("server.port").orElseThrow();
        assertThat(port.origin()).extracting(Evidence::label).containsExactly("server.port: 8081");
        assertThat(port.origin()).extracting(e -> e.at().toString()).containsExactly(BASE + ":2:3");
    }

    @Test
    void argumentsBeatPropertiesBeatVariablesBeatFiles() {
        tree.file(BASE, "a:\n  file: 1\n  variable: 1\n  property: 1\n  argument: 1\n");
        Launch launch = new Launch(
                List.of(
                        Variable.of("A_VARIABLE", "2", MANIFEST),
                        Variable.of("A_PROPERTY", "2", MANIFEST),
                        Variable.of("A_ARGUMENT", "2", MANIFEST),
                        Variable.of("JAVA_TOOL_OPTIONS", "-Xmx1g -Da.property=3 -Da.argument=3", MANIFEST)),
                List.of(new Word("java -jar app.jar --a.argument=4", MANIFEST)));
        Configuration configuration = launched(launch);
        assertThat(known(configuration, "a.file")).isEqualTo("1");
        assertThat(known(configuration, "a.variable")).isEqualTo("2");
        assertThat(known(configuration, "a.property")).isEqualTo("3");
        assertThat(known(configuration, "a.argument")).isEqualTo("4");
    }

    @Test
    void optionsInAVariableThatNobodyReadsHaveNoEffect() {
        List<Variable> variables = List.of(Variable.of("JAVA_OPTS", "-Da.b=1", MANIFEST));
        assertThat(launched(new Launch(variables, List.of(new Word("java", MANIFEST), new Word("-jar", MANIFEST))))
                        .lookup("a.b"))
                .isEmpty();
        assertThat(known(
                        launched(new Launch(
                                variables, List.of(new Word("exec java $JAVA_OPTS -jar app.jar", MANIFEST)))),
                        "a.b"))
                .isEqualTo("1");
    }

    @Test
    void profileFilesBeatBaseFilesOnlyWhereTheProfileIsActive() {
        tree.file(BASE, "a: base\nb: base\n");
        tree.file("orders/src/main/resources/application-prod.properties", "a=prod\n");
        assertThat(value("a")).isEqualTo("base");
        assertThat(known(profiled("prod"), "a")).isEqualTo("prod");
        assertThat(known(profiled("prod"), "b")).isEqualTo("base");
        assertThat(known(profiled("dev"), "a")).isEqualTo("base");
        assertThat(known(launched(variables(Variable.of("SPRING_PROFILES_ACTIVE", "prod", MANIFEST))), "a"))
                .isEqualTo("prod");
    }

    @Test
    void documentsCountForTheirProfiles() {
        tree.file(BASE, """
                a: base
                ---
                spring.config.activate.on-profile: "prod & !eu"
                a: prod
                ---
                spring:
                  profiles: dev
                a: dev
                """);
        assertThat(known(profiled("prod"), "a")).isEqualTo("prod");
        assertThat(known(profiled("prod", "eu"), "a")).isEqualTo("base");
        assertThat(known(profiled("dev"), "a")).isEqualTo("dev");
        assertThat(plain().profiles()).containsExactly("default");
    }

    @Test
    void aDocumentForAPlatformCountsOnItOnly() {
        tree.file(BASE, "a: base\n---\nspring.config.activate.on-cloud-platform: kubernetes\na: cluster\n");
        assertThat(value("a")).isEqualTo("base");
        Circumstances onPlatform =
                new Circumstances(List.of("orders"), List.of(), List.of(), List.of("kubernetes"), Launch.UNKNOWN);
        assertThat(known(Configuration.of(files(), onPlatform), "a")).isEqualTo("cluster");
    }

    @Test
    void keysMarkedWithAProfileCountForIt() {
        tree.file("orders/src/main/resources/application.properties", """
                quarkus.datasource.jdbc.max-size=20
                %prod.quarkus.datasource.jdbc.max-size=40
                %dev.quarkus.datasource.jdbc.max-size=2
                """);
        assertThat(known(profiled("prod"), "quarkus.datasource.jdbc.max-size")).isEqualTo("40");
        assertThat(value("quarkus.datasource.jdbc.max-size")).isEqualTo("20");
    }

    @Test
    void activeProfilesBringIncludedOnesAndGroups() {
        tree.file(BASE, """
                spring:
                  profiles:
                    active: dev
                    include: metrics
                    group:
                      prod: [tuning, secure]
                """);
        assertThat(plain().profiles()).containsExactly("metrics", "dev");
        assertThat(profiled("prod").profiles()).containsExactly("metrics", "prod", "tuning", "secure");
    }

    @Test
    void folderAndEndingDecideBetweenFilesOfOneName() {
        tree.file(BASE, "a: yml\nb: yml\n");
        tree.file("orders/src/main/resources/application.properties", "a=properties\n");
        tree.file("orders/src/main/resources/config/application.yml", "b: config\n");
        tree.file("orders/src/main/resources/bootstrap.yml", "a: bootstrap\nc: bootstrap\n");
        tree.file("orders/src/main/resources/META-INF/microprofile-config.properties", "d=mp\nc=mp\n");
        assertThat(value("a")).isEqualTo("properties");
        assertThat(value("b")).isEqualTo("config");
        assertThat(value("c")).isEqualTo("bootstrap");
        assertThat(value("d")).isEqualTo("mp");
    }

    @Test
    void configurationRepositoriesAreWeakerAndLessSure() {
        tree.file(BASE, "spring.application.name: order-service\na: own\n");
        tree.file("config/src/main/resources/shared/order-service.yml", "a: remote\nb: remote\nc: remote\n");
        tree.file("config/src/main/resources/shared/order-service-prod.yml", "c: prod\n");
        tree.file("config/src/main/resources/shared/application.yml", "b: everybody\nd: everybody\n");
        tree.file("k8s/config/order-service.yml", "apiVersion: v1\nkind: Service\ne: manifest\n");
        tree.module("config", "config");
        assertThat(value("a")).isEqualTo("own");
        assertThat(value("b")).isEqualTo("remote");
        assertThat(value("c")).isEqualTo("remote");
        assertThat(value("d")).isEqualTo("everybody");
        assertThat(known(profiled("prod"), "c")).isEqualTo("prod");
        assertThat(plain().lookup("e")).isEmpty();
        assertThat(plain().confidence("a")).isEqualTo(Confidence.HIGH);
        assertThat(plain().confidence("b")).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void filesOfUsedModulesCountUnlessTheServiceHidesThem() {
        tree.module("common", "common");
        tree.file(BASE, "a: own\n");
        tree.file("common/src/main/resources/application.yml", "a: common\nb: hidden\n");
        tree.file("common/src/main/resources/application-prod.yml", "c: common\n");
        Circumstances both =
                new Circumstances(List.of("orders", "common"), List.of(), List.of("prod"), List.of(), Launch.UNKNOWN);
        Configuration configuration = Configuration.of(files(), both);
        assertThat(known(configuration, "a")).isEqualTo("own");
        assertThat(configuration.lookup("b")).isEmpty();
        assertThat(known(configuration, "c")).isEqualTo("common");
    }

    @Test
    void placeholdersAreResolvedThroughFilesVariablesAndDefaults() {
        tree.file(BASE, """
                host: db
                url: jdbc:postgresql://${host}:${DB_PORT:5432}/${DB_NAME:${name:orders}}
                pool.size: ${DB_POOL:10}
                """);
        assertThat(value("url")).isEqualTo("jdbc:postgresql://db:5432/orders");
        Configuration configuration = launched(variables(
                Variable.of("DB_PORT", "6000", MANIFEST),
                Variable.of("DB_POOL", "$(POOL)", MANIFEST),
                Variable.of("POOL", "30", MANIFEST)));
        assertThat(known(configuration, "url")).isEqualTo("jdbc:postgresql://db:6000/orders");
        assertThat(known(configuration, "pool.size")).isEqualTo("30");
        assertThat(configuration.lookup("pool.size").orElseThrow().origin())
                .extracting(e -> e.at().path())
                .containsExactly(BASE, "k8s/orders.yaml");
    }

    @Test
    void aKeyIsNotTakenForTheVariableThatItIsNamedAfter() {
        tree.file(BASE, "db-host: ${DB_HOST:localhost}\nurl: http://${db_host}/\n");
        assertThat(value("db-host")).isEqualTo("localhost");
        assertThat(value("url")).isEqualTo("http://localhost/");
    }

    @Test
    void aPlaceholderThatNobodyFillsIsNamed() {
        tree.file(BASE, "url: http://${PAYMENT_HOST}/pay\n");
        assertThat(unresolved(plain(), "url")).isEqualTo("the value of PAYMENT_HOST is not in any manifest");
    }

    @Test
    void aValueFromASecretIsUnresolvedAndNamesTheSecret() {
        tree.file(BASE, "spring.datasource.url: jdbc:x://${DB_HOST:localhost}/a\n");
        Configuration configuration = launched(variables(Variable.from("DB_HOST", "the secret orders-db", MANIFEST)));
        assertThat(unresolved(configuration, "spring.datasource.url"))
                .isEqualTo("DB_HOST comes from the secret orders-db");
        assertThat(unresolved(configuration, "db.host")).isEqualTo("DB_HOST comes from the secret orders-db");
    }

    @Test
    void secretsAreNeverShown() {
        tree.file(BASE, """
                spring:
                  datasource:
                    password: hunter2
                    url: jdbc:postgresql://root:hunter2@db/x?password=hunter2&ssl=true
                  ai.openai.api-key: ${OPENAI_KEY:hunter2}
                  mail: "${spring.datasource.password}"
                jwt.token: hunter2
                encrypted: "{cipher}hunter2"
                accessKey: hunter2
                chat.max-tokens: 400
                kafka.key-serializer: org.x.String
                """);
        Configuration configuration = launched(new Launch(
                List.of(Variable.of("DB_PASSWORD", "hunter2", MANIFEST)),
                List.of(new Word("--service.secret=hunter2", MANIFEST))));
        List<String> keys = List.of(
                "spring.datasource.password",
                "spring.datasource.url",
                "spring.ai.openai.api-key",
                "spring.mail",
                "jwt.token",
                "encrypted",
                "accessKey",
                "db.password",
                "service.secret");
        for (String key : keys) {
            Setting setting = configuration.lookup(key).orElseThrow();
            assertThat(setting.known()).as(key).isPresent();
            assertThat(setting.toString()).as(key).doesNotContain("hunter2");
        }
        assertThat(known(configuration, "spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://hidden@db/x?password=hidden&ssl=true");
        assertThat(known(configuration, "chat.max-tokens")).isEqualTo("400");
        assertThat(known(configuration, "kafka.key-serializer")).isEqualTo("org.x.String");
    }

    @Test
    void listsAreOneValueAndStrongerOnesReplaceWeakerOnes() {
        tree.file(BASE, "include: [health, info, metrics]\nroutes:\n  - id: a\n    uri: http://a\n  - id: b\n");
        tree.file("orders/src/main/resources/application-prod.yml", "include:\n  - health\n");
        assertThat(value("include")).isEqualTo("health,info,metrics");
        assertThat(value("routes[1].id")).isEqualTo("b");
        assertThat(known(profiled("prod"), "include")).isEqualTo("health");
        assertThat(known(launched(variables(Variable.of("ROUTES_0_URI", "http://c", MANIFEST))), "routes[0].uri"))
                .isEqualTo("http://c");
    }

    @Test
    void keysUnderAPrefixAreListedOnce() {
        tree.file(BASE, "pools:\n  orders:\n    max-size: 1\n  bills.maxSize: 2\npoolsize: 3\n");
        tree.file("orders/src/main/resources/application-prod.yml", "pools.orders.maxSize: 4\n");
        assertThat(plain().keysUnder("pools")).containsExactly("pools.bills.maxSize", "pools.orders.max-size");
        assertThat(profiled("prod").keysUnder("pools.orders")).containsExactly("pools.orders.maxSize");
        assertThat(plain().keysUnder("nothing")).isEmpty();
    }

    @Test
    void anAbsentKeyIsPointedAtByTheClosestKeyAboveIt() {
        tree.file(BASE, "server:\n  port: 1\nspring:\n  jpa:\n    show-sql: true\n");
        tree.file("orders/src/main/resources/application-prod.yml", "spring.datasource.url: x\n");
        assertThat(place("spring.jpa.open-in-view")).isEqualTo(BASE + ":4:3");
        assertThat(place("spring.datasource.hikari.maximum-pool-size")).isEqualTo(BASE + ":3:1");
        assertThat(place("management.port")).isEqualTo(BASE + ":1:1");
    }

    @Test
    void aServiceWithoutConfigurationHasNoPlaceForAKey() {
        assertThat(plain().placeFor("spring.jpa.open-in-view")).isEmpty();
        assertThat(plain().lookup("spring.jpa.open-in-view")).isEmpty();
    }

    @Test
    void namesThatTheBuildFillsInComeFromTheModule() {
        tree.file(BASE, "spring.application.name: '@project.artifactId@'\nbuild: '@unknown@'\n");
        assertThat(files().applicationName("orders")).isEqualTo("orders");
        assertThat(value("spring.application.name")).isEqualTo("orders");
        assertThat(unresolved(plain(), "build")).isEqualTo("the build fills it in");
    }

    @Test
    void expressionsAreUnresolved() {
        tree.file(BASE, "a: \"#{T(java.lang.Runtime).runtime.availableProcessors()}\"\n");
        assertThat(unresolved(plain(), "a")).isEqualTo("an expression computes it when the service starts");
    }

    @Test
    void filesOfConfigMapsBeatThoseOfTheArchive() {
        tree.file(BASE, "a: archive\nb: archive\n");
        Location at = new Location("k8s/config.yaml", 7, 3, 9, 1);
        Launch launch = new Launch(
                List.of(),
                List.of(),
                List.of(
                        new Launch.MountedFile("application.yml", "a:\n  ${X:mounted}\n", at),
                        new Launch.MountedFile("application-prod.yml", "b: prod\n", at),
                        new Launch.MountedFile("logback.xml", "<a>b</a>", at),
                        new Launch.MountedFile("application.yaml", "{{ broken", at)),
                List.of());
        assertThat(known(launched(launch), "a")).isEqualTo("mounted");
        assertThat(known(launched(launch), "b")).isEqualTo("archive");
        assertThat(known(configuration(List.of("prod"), launch), "b")).isEqualTo("prod");
        assertThat(launched(launch).lookup("a").orElseThrow().origin().get(0).at())
                .isEqualTo(at);
    }

    @Test
    void whatIsGivenButNotReadMakesValuesLessSure() {
        tree.file(BASE, "a: 1\nb: ${B}\n");
        Configuration configuration =
                launched(new Launch(List.of(), List.of(), List.of(), List.of("the config map orders")));
        assertThat(known(configuration, "a")).isEqualTo("1");
        assertThat(configuration.confidence("a")).isEqualTo(Confidence.MEDIUM);
        assertThat(unresolved(configuration, "b"))
                .isEqualTo("the value of B is not in any manifest, nor is the config map orders");
    }

    @Test
    void aNameThatCodeStatesReplacesTheConventionalOne() {
        tree.file(BASE, "a: conventional\n");
        tree.file("orders/src/main/resources/shop.yml", "a: ${A:own}\n");
        tree.file("orders/src/main/java/shop/Shop.java", """
                package shop;
                class Shop {
                    private static final String KEY = "--spring.config.name";
                    private static final String NAME = KEY + "=" + "shop";
                    static String[] arguments() { return new String[] {NAME}; }
                }
                """);
        assertThat(value("a")).isEqualTo("own");
        assertThat(place("b")).startsWith("orders/src/main/resources/shop.yml");
        assertThat(files().isConfigured("orders")).isTrue();
    }

    @Test
    void propertiesOfTheStartNameFilesToo() {
        tree.file(BASE, "a: conventional\n");
        tree.file("orders/src/main/resources/shop.yml", "a: own\n");
        tree.file("orders/src/main/resources/shop-prod.yml", "a: prod\n");
        for (String start : List.of(
                "b.properties(java.util.Map.of(\"spring.config.name\", \"shop\"))",
                "b.properties(\"spring.config.name:shop\")",
                "System.setProperty(\"spring.config.name\", \"shop\")")) {
            tree.file(
                    "orders/src/main/java/shop/Shop.java",
                    "package shop; class Shop { void start(Builder b) { %s; } }".formatted(start));
            assertThat(value("a")).as(start).isEqualTo("own");
            assertThat(known(profiled("prod"), "a")).as(start).isEqualTo("prod");
        }
    }

    @Test
    void aLaunchNamesFilesInPlaceOfTheConventionalOnes() {
        tree.file(BASE, "a: conventional\n");
        tree.file("orders/src/main/resources/shop.yml", "a: own\n");
        Launch argument = new Launch(List.of(), List.of(new Word("--spring.config.name=shop", MANIFEST)));
        assertThat(known(launched(argument), "a")).isEqualTo("own");
        assertThat(known(launched(variables(Variable.of("SPRING_CONFIG_NAME", "shop", MANIFEST))), "a"))
                .isEqualTo("own");
        assertThat(value("a")).isEqualTo("conventional");
    }

    @Test
    void hostilePlaceholdersEnd() {
        StringBuilder text = new StringBuilder("x: ${y}\ny: ${x}\nopen: '${a'\ndeep: '" + "${a:".repeat(5_000) + "'\n");
        text.append("full: '")
                .append("${a:".repeat(3_000))
                .append("}".repeat(3_000))
                .append("'\np0: 'xxxxxxxxxx'\n");
        for (int i = 1; i < 40; i++) {
            text.append("p%d: '${p%d}${p%d}'\n".formatted(i, i - 1, i - 1));
        }
        tree.file(BASE, text.toString());
        assertThat(unresolved(plain(), "x")).contains("refer to one another");
        for (String key : List.of("open", "deep", "full", "p39")) {
            assertThat(plain().lookup(key).orElseThrow()).as(key).isInstanceOf(Setting.Unresolved.class);
        }
        assertThat(value("p1")).isEqualTo("x".repeat(20));
    }

    private ConfigurationFiles files() {
        return tree.configuration();
    }

    private Configuration plain() {
        return profiled();
    }

    private Configuration profiled(String... profiles) {
        return configuration(List.of(profiles), Launch.UNKNOWN);
    }

    private Configuration launched(Launch launch) {
        return configuration(List.of(), launch);
    }

    private Configuration configuration(List<String> profiles, Launch launch) {
        return Configuration.of(
                files(),
                new Circumstances(List.of("orders"), List.of("orders", "order-service"), profiles, List.of(), launch));
    }

    private static Launch variables(Variable... variables) {
        return new Launch(List.of(variables), List.of());
    }

    private String value(String key) {
        return known(plain(), key);
    }

    private static String known(Configuration configuration, String key) {
        return configuration.lookup(key).flatMap(Setting::known).orElse("nothing for " + key);
    }

    private static String unresolved(Configuration configuration, String key) {
        return ((Setting.Unresolved) configuration.lookup(key).orElseThrow()).why();
    }

    private String place(String key) {
        return plain().placeFor(key).orElseThrow().toString();
    }
}
