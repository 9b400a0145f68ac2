package io.loadline.config;

import io.loadline.evidence.Location;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code loadline.yml} says.
 *
 * @param file how messages call the file; empty where there is none
 * @param environments names of the environments to judge; empty to judge those that are found
 * @param services by id; those that are not named are found
 * @param rules by id; those that are not named are asked as they are
 * @param exclude patterns in the language of {@code .gitignore}, relative to the audited root
 * @param failOn the gate policy as written; absent for the usual one
 * @param catalog paths of further catalog files, relative to the folder of this file
 */
public record LoadlineConfig(
        String file,
        List<String> environments,
        SortedMap<String, ServiceParts> services,
        Facts facts,
        SortedMap<String, RuleChoice> rules,
        List<String> exclude,
        @Nullable String failOn,
        List<String> catalog,
        List<Accepted> suppressions,
        LoadProfile loadProfile) {

    /** Nothing is said. */
    public static final LoadlineConfig NONE = new LoadlineConfig(
            "",
            List.of(),
            new TreeMap<>(),
            Facts.NONE,
            new TreeMap<>(),
            List.of(),
            null,
            List.of(),
            List.of(),
            LoadProfile.NONE);

    public LoadlineConfig {
        environments = List.copyOf(environments);
        services = sorted(services);
        rules = sorted(rules);
        exclude = List.copyOf(exclude);
        catalog = List.copyOf(catalog);
        suppressions = List.copyOf(suppressions);
    }

    /** The same, to judge other environments. */
    public LoadlineConfig judging(List<String> others) {
        return new LoadlineConfig(
                file, others, services, facts, rules, exclude, failOn, catalog, suppressions, loadProfile);
    }

    /** The gate policy as written. */
    public Optional<String> gatePolicy() {
        return Optional.ofNullable(failOn);
    }

    /**
     * Makes sure that every rule it speaks of exists.
     *
     * @throws ConfigException when one does not; a misspelt id would otherwise switch nothing off without a word
     */
    public void requireRules(Collection<String> ids) {
        rules.forEach((id, choice) -> requireRule(id, choice.at(), ids));
        suppressions.forEach(accepted -> requireRule(accepted.rule(), accepted.at(), ids));
    }

    private void requireRule(String id, Location at, Collection<String> ids) {
        if (!ids.contains(id)) {
            throw new ConfigException(file, at.line(), "found '" + id + "', expected the id of a rule");
        }
    }

    /**
     * What belongs to a service.
     *
     * @param modules folders relative to the audited root
     * @param workloads such as {@code prod/Deployment/orders} or {@code Deployment/orders} for every environment
     */
    public record ServiceParts(List<String> modules, List<String> workloads) {
        public ServiceParts {
            modules = List.copyOf(modules);
            workloads = List.copyOf(workloads);
        }
    }

    /**
     * What no file of the system says.
     *
     * @param smallTables names of tables that stay small
     * @param databases most connections that a database accepts, by its name or a part of its URL
     * @param quotas most calls that a provider answers, by its name or a part of its URL
     * @param singletons workloads that have one replica on purpose
     * @param sizes expected number of elements, by the name of a collection
     * @param objective time within which a request has to be answered
     */
    public record Facts(
            List<String> smallTables,
            SortedMap<String, Long> databases,
            SortedMap<String, Rate> quotas,
            List<String> singletons,
            SortedMap<String, Long> sizes,
            @Nullable Duration objective) {

        /** Nothing is declared. */
        public static final Facts NONE =
                new Facts(List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>(), null);

        public Facts {
            smallTables = List.copyOf(smallTables);
            databases = sorted(databases);
            quotas = sorted(quotas);
            singletons = List.copyOf(singletons);
            sizes = sorted(sizes);
        }

        /** Time within which a request has to be answered. */
        public Optional<Duration> latencyObjective() {
            return Optional.ofNullable(objective);
        }
    }

    /**
     * How a rule is asked.
     *
     * @param severity {@code blocker}, {@code major}, {@code minor} or {@code info} instead of the rule's own; absent to keep it
     * @param at where it is said
     */
    public record RuleChoice(boolean enabled, @Nullable String severity, Location at) {
        /** The severity instead of the rule's own, as a word. */
        public Optional<String> otherSeverity() {
            return Optional.ofNullable(severity);
        }
    }

    /**
     * A finding that is accepted. One of path, service and fingerprint is set.
     *
     * @param until the last day on which it is
     * @param at where it is said
     */
    public record Accepted(
            String rule,
            String reason,
            @Nullable LocalDate until,
            @Nullable PathPattern path,
            @Nullable String service,
            @Nullable String fingerprint,
            Location at) {}

    /**
     * The load that the forecast is asked about.
     *
     * @param target requests to each service; absent where unknown
     * @param entries requests by id of the entry point
     * @param holdTimes time for which one use holds a resource, by its name
     */
    public record LoadProfile(
            @Nullable Rate target, SortedMap<String, Rate> entries, SortedMap<String, Duration> holdTimes) {

        static final LoadProfile NONE = new LoadProfile(null, new TreeMap<>(), new TreeMap<>());

        public LoadProfile {
            entries = sorted(entries);
            holdTimes = sorted(holdTimes);
        }

        /** Requests to each service. */
        public Optional<Rate> targetRate() {
            return Optional.ofNullable(target);
        }
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
