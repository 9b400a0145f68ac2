package io.loadline.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.Condition;
import io.loadline.rules.StandardCatalog;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The free words of the catalog are those that its format names. */
final class CatalogWordsTest {

    private static final List<CatalogFile> FILES = StandardCatalog.files();

    private static final Set<String> LIMITS = Set.of(
            "connect-timeout",
            "response-timeout",
            "acquire-timeout",
            "call-timeout",
            "query-timeout",
            "receive-timeout",
            "max-processing",
            "max-lifetime",
            "leak-detection",
            "expiry",
            "max-connections",
            "max-per-route",
            "max-pending",
            "min-idle",
            "max-channels",
            "queue-capacity",
            "core-threads",
            "max-threads",
            "max-concurrent",
            "max-per-second",
            "prefetch",
            "max-size",
            "max-rows",
            "fetch-size",
            "max-attempts",
            "max-retries",
            "delay",
            "max-delay",
            "multiplier",
            "jitter",
            "enabled",
            "address",
            "name",
            "model");

    @Test
    void limitsAreCalledByKnownNames() {
        assertThat(all(CatalogFile::components).flatMap(component -> component.limits().keySet().stream()))
                .isNotEmpty()
                .isSubsetOf(LIMITS);
    }

    @Test
    void unitsAndMeaningsOfZeroAreKnown() {
        assertThat(limits().map(Limit::unit).filter(unit -> unit != null))
                .isNotEmpty()
                .allMatch(unit -> unit.matches("ms|s|min|count|bytes|duration|text|argument \\d"));
        assertThat(limits().flatMap(limit -> Stream.of(limit.zero(), limit.negative()))
                        .filter(meaning -> meaning != null))
                .isNotEmpty()
                .isSubsetOf("unbounded", "none", "value");
    }

    @Test
    void wordsOfEntriesBeansAndFunctionsAreKnown() {
        assertThat(all(CatalogFile::entries).map(CatalogFile.Entry::kind))
                .isNotEmpty()
                .isSubsetOf("http", "grpc", "rpc", "message", "event", "schedule", "background", "startup", "main");
        assertThat(all(CatalogFile::conditions).map(Condition::as))
                .isNotEmpty()
                .isSubsetOf("property", "other-property", "profile", "other-profile", "fallback", "open");
        assertThat(all(CatalogFile::injection).map(CatalogFile.Injection::as))
                .isNotEmpty()
                .isSubsetOf(
                        "bean-type",
                        "bean-method",
                        "inject",
                        "accessors",
                        "constructor",
                        "builder",
                        "scoped",
                        "first-choice",
                        "cached-entity");
        assertThat(all(CatalogFile::deferrals).map(CatalogFile.Deferral::runs))
                .isNotEmpty()
                .isSubsetOf("elsewhere", "later", "after-commit", "once", "kept");
        assertThat(all(CatalogFile::repeats).map(CatalogFile.Repeat::over))
                .isNotEmpty()
                .allMatch(over -> over.matches("receiver|enclosing|argument:\\d"));
        assertThat(all(CatalogFile::sizes).map(CatalogFile.Size::size))
                .isNotEmpty()
                .allMatch(size -> size.matches("arguments|constant|receiver|(argument|at-most|chunk):\\d"));
    }

    @Test
    void everyDefaultOfATimeLimitIsATimeOrAKnownWord() {
        List<String> defaults = all(CatalogFile::components)
                .flatMap(component -> component.limits().entrySet().stream())
                .filter(limit -> limit.getKey().endsWith("-timeout"))
                .flatMap(limit -> limit.getValue().defaults().stream())
                .map(CatalogFile.Default::value)
                .toList();
        assertThat(defaults).isNotEmpty().allMatch(value -> value.matches("\\d+(ms|s|m|h)|unbounded|none|carrier"));
    }

    private static <T> Stream<T> all(Function<CatalogFile, List<T>> part) {
        return FILES.stream().flatMap(file -> part.apply(file).stream());
    }

    private static Stream<Limit> limits() {
        return all(CatalogFile::components).flatMap(component -> component.limits().values().stream());
    }
}
