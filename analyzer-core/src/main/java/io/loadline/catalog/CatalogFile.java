package io.loadline.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One catalog file: what one library does, as it stands in YAML (keys in kebab-case). A method is named {@code Type#method}, a
 * constructor {@code Type#new}; {@code Type#method/2} restricts to that number of arguments; {@code *} stands for every method of
 * the type; {@code Type#a,b,c} names several. Types are qualified, nested types joined by dots.
 *
 * @param library the library's name for people
 * @param artifacts Maven coordinates {@code group:artifact:version} that hold the named types, the first being the one whose version
 *     decides defaults; the proof test loads them. {@code jdk} for the JDK itself.
 * @param sources where the facts are documented
 * @param verified ISO date on which they were last checked
 */
public record CatalogFile(
        String library,
        List<String> artifacts,
        List<String> sources,
        String verified,
        List<TypeShape> types,
        List<Operation> operations,
        List<Declared> declared,
        List<Component> components,
        List<Repeat> repeats,
        List<Deferral> deferrals,
        List<Size> sizes,
        List<Entry> entries,
        List<Transaction> transactions,
        List<Injection> injection,
        List<Condition> conditions,
        List<PropertyDefault> properties,
        List<Marker> markers,
        List<Server> servers) {

    public CatalogFile {
        artifacts = orEmpty(artifacts);
        sources = orEmpty(sources);
        types = orEmpty(types);
        operations = orEmpty(operations);
        declared = orEmpty(declared);
        components = orEmpty(components);
        repeats = orEmpty(repeats);
        deferrals = orEmpty(deferrals);
        sizes = orEmpty(sizes);
        entries = orEmpty(entries);
        transactions = orEmpty(transactions);
        injection = orEmpty(injection);
        conditions = orEmpty(conditions);
        properties = orEmpty(properties);
        markers = orEmpty(markers);
        servers = orEmpty(servers);
    }

    /**
     * As much of a library type as name resolution needs when the jar is not at hand.
     *
     * @param name qualified, with type parameters: {@code org.x.Repository<T, ID>}
     * @param kind {@code class}, {@code interface}, {@code enum} or {@code annotation}
     * @param supertypes qualified, with arguments
     * @param methods signatures with qualified types, as {@code java.util.List<T> findAll()} or {@code <R> Mono<R> map(java.util.function.Function<T, R>)}
     * @param fluent names of methods that return the type itself
     */
    public record TypeShape(
            String name, String kind, List<String> supertypes, List<String> methods, List<String> fluent) {
        public TypeShape {
            supertypes = orEmpty(supertypes);
            methods = orEmpty(methods);
            fluent = orEmpty(fluent);
        }
    }

    /**
     * Methods that do something that costs time outside the caller's code.
     *
     * @param does the class of work
     * @param protocol {@code http}, {@code grpc}, {@code soap}, {@code jdbc}, {@code kafka}, {@code amqp}, {@code redis}, {@code mongo} …
     * @param methods whom it concerns; subtypes inherit it
     * @param target index of the argument that says where it goes or what is asked: URL, topic, queue, query text; absent where none does
     * @param traits refinements, see {@link Trait}
     */
    public record Operation(
            Effect does,
            @Nullable String protocol,
            List<String> methods,
            @Nullable Integer target,
            List<Trait> traits) {
        public Operation {
            methods = MethodName.expand(methods);
            traits = orEmpty(traits);
        }
    }

    /**
     * Interfaces whose methods are operations by declaration, without a body anywhere.
     *
     * @param annotation on the type (or, with {@code onMethod}, on the method), qualified
     * @param supertype a supertype that makes every own method an operation
     */
    public record Declared(
            Effect does,
            @Nullable String protocol,
            @Nullable String annotation,
            boolean onMethod,
            @Nullable String supertype,
            List<Trait> traits) {
        public Declared {
            traits = orEmpty(traits);
        }
    }

    /**
     * Something that is built once and has limits: a client, the transport under it, an executor, a queue, a cache, a pool, a retry.
     *
     * @param role what it is
     * @param type its qualified type
     * @param style for clients: whether the caller's thread waits
     * @param protocol as for operations
     * @param createdBy methods whose call or constructors whose use brings one into being; of several in one chain of calls the first counts
     * @param declaredBy a qualified annotation that declares one (a Feign interface, a cached method, a retried method)
     * @param carriers for clients: the transport types that may stand under it when code names none, in the order of choice; the
     *     first whose library is on the classpath is taken
     * @param requires what has to be on the classpath for this one to be chosen among carriers
     * @param costly whether building one per request is a defect
     * @param limits by name. Time: {@code connect-timeout}, {@code response-timeout}, {@code acquire-timeout}, {@code call-timeout} (the
     *     whole call with its retries, or a whole transaction), {@code query-timeout}, {@code receive-timeout} (a consumer's wait for the next
     *     message), {@code max-processing} (before a consumer counts as dead), {@code max-lifetime}, {@code leak-detection}, {@code expiry}.
     *     Number: {@code max-connections}, {@code max-per-route}, {@code max-pending}, {@code min-idle}, {@code max-channels}, {@code
     *     queue-capacity}, {@code core-threads}, {@code max-threads}, {@code max-concurrent}, {@code max-per-second}, {@code prefetch}, {@code
     *     max-size}, {@code max-rows}, {@code fetch-size}. Retry: {@code max-attempts} (with the first), {@code max-retries} (without), {@code
     *     delay}, {@code max-delay}, {@code multiplier}, {@code jitter} (a number, a time, or {@code true}), {@code enabled}. Three that bound
     *     nothing are set in the same ways: {@code address} (where a client goes), {@code name} (what {@code {name}} stands for in configuration
     *     keys) and {@code model}
     * @param traits refinements, see {@link Trait}
     */
    public record Component(
            Role role,
            String type,
            @Nullable Style style,
            @Nullable String protocol,
            List<String> createdBy,
            @Nullable String declaredBy,
            List<String> carriers,
            List<Requirement> requires,
            boolean costly,
            Map<String, Limit> limits,
            List<Trait> traits) {
        public Component {
            createdBy = MethodName.expand(createdBy);
            carriers = orEmpty(carriers);
            limits = limits == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(limits));
            requires = orEmpty(requires);
            traits = orEmpty(traits);
        }
    }

    /**
     * A library that has to be there.
     *
     * @param artifact {@code group:artifact}
     * @param from first version that will do, inclusive
     * @param below first version that will no longer do
     */
    public record Requirement(
            String artifact,
            @Nullable String from,
            @Nullable String below) {}

    /**
     * One limit of a component and all the ways in which it is set.
     *
     * @param setBy methods that set it, {@code Type#method}; the value is the argument at {@code argument}
     * @param argument index of the argument that carries the value, for setters and for {@code createdBy}
     * @param fromCreation whether the creation's own argument at {@code argument} sets it; where that argument is itself a component, its
     *     limit of the same name counts
     * @param keySetters methods that set it through a key, which comes first and the value second
     * @param keys the keys, as the name of a constant or as text; also parameters of an address, and names within a specification text
     * @param members annotation members that set it, for declared components; {@code a.b} is a member of the annotation that {@code a} holds
     * @param properties configuration keys that set it; {@code {name}} stands for the component's name
     * @param unit unit of a bare number: {@code ms}, {@code s}, {@code min}, {@code count}, {@code bytes}; {@code duration} where the type carries
     *     it, {@code argument N} where that argument of the same call is the unit (a duration where there is no such argument), {@code text}
     *     for a word
     * @param defaults what holds when nothing sets it, the first whose versions match
     * @param zero meaning of an explicit 0: {@code unbounded}, {@code none} (no wait, nothing) or {@code value}
     * @param negative meaning of an explicit negative number, likewise
     */
    public record Limit(
            List<String> setBy,
            int argument,
            boolean fromCreation,
            List<String> keySetters,
            List<String> keys,
            List<String> members,
            List<PropertyKey> properties,
            @Nullable String unit,
            List<Default> defaults,
            @Nullable String zero,
            @Nullable String negative) {
        public Limit {
            setBy = MethodName.expand(setBy);
            keySetters = MethodName.expand(keySetters);
            keys = orEmpty(keys);
            members = orEmpty(members);
            properties = orEmpty(properties);
            defaults = orEmpty(defaults);
        }
    }

    /**
     * A configuration key with the versions in which it is read.
     *
     * @param artifact {@code group:artifact} whose version decides; with neither {@code from} nor {@code below}, any
     * @param from first version, inclusive
     * @param below first version in which it is no longer read
     */
    public record PropertyKey(
            String key,
            @Nullable String artifact,
            @Nullable String from,
            @Nullable String below) {}

    /**
     * A default.
     *
     * @param value {@code unbounded}, a number, a duration such as {@code 10s}, or a word; {@code carrier} to take the transport's
     * @param artifact {@code group:artifact} whose version decides; the file's first artifact where not said
     * @param from first version, inclusive
     * @param below first version in which it no longer holds
     */
    public record Default(
            String value,
            @Nullable String artifact,
            @Nullable String from,
            @Nullable String below) {}

    /**
     * Methods that run a function argument once per element of what they are called on (or given).
     *
     * @param methods whom it concerns
     * @param over {@code receiver}, {@code argument:N}, or {@code enclosing}: what the call is made on that takes this one's result, as for
     *     a collector
     * @param concurrent whether elements may be worked on at the same time
     */
    public record Repeat(List<String> methods, @Nullable String over, boolean concurrent) {
        public Repeat {
            methods = MethodName.expand(methods);
        }
    }

    /**
     * Methods that keep a function argument for later or for another thread.
     *
     * @param runs {@code elsewhere} (another thread), {@code later} (a callback), {@code after-commit}, {@code once} (at most once, at once),
     *     {@code kept} (at once, the first time only: its result is kept for the key)
     */
    public record Deferral(List<String> methods, String runs) {
        public Deferral {
            methods = MethodName.expand(methods);
        }

        /** Whether the function runs before the call returns. */
        public boolean isNow() {
            return runs.equals("once") || runs.equals("kept");
        }
    }

    /**
     * Methods whose result has a known number of elements.
     *
     * @param size {@code arguments} (as many as arguments), {@code constant} (fixed by a type or literal), {@code receiver} and
     *     {@code argument:N} (at most as many as that has), {@code at-most:N} (the number that argument N gives), {@code chunk:N} (pieces of at
     *     most the size given by argument N)
     */
    public record Size(List<String> methods, String size) {
        public Size {
            methods = MethodName.expand(methods);
        }
    }

    /**
     * How work enters a process.
     *
     * @param kind {@code http}, {@code grpc}, {@code rpc}, {@code message}, {@code schedule}, {@code background} (work that the process does
     *     by itself: batches, timers that code starts), {@code startup}, {@code main}, or {@code event}: in the process, as hot as whoever makes
     *     the event, which is the first parameter or what the annotation's members name
     * @param annotation on a method, qualified
     * @param typeAnnotation the annotation that the declaring type (or an interface of it) must carry as well; alone, it makes every public
     *     method that implements an interface a way in
     * @param method {@code Type#method} that an overriding method implements (servlets, runners, listeners), or a function that a bean
     *     method gives back
     * @param base how the simple name of a supertype ends, for types that a generator writes; one of the parameters is a {@code taking}
     * @param taking qualified types of the first parameter, or named by the annotation, for which it counts; empty for any
     * @param passedTo methods whose function argument is the way in; the first text among the arguments is its path
     * @param beansOnly whether a {@code method} counts for beans only, because others use its type too
     * @param requires artifacts, {@code group:artifact}, of which the module has to use one
     * @param verb HTTP verb that the annotation stands for
     * @param pathMembers annotation members that hold the path, tried in order; on the type as well where {@code typePath} is set
     * @param pathAnnotation qualified annotation on the method that holds the path, where {@code annotation} itself does not
     * @param typePath qualified annotation on the type that holds a path prefix
     */
    public record Entry(
            String kind,
            @Nullable String annotation,
            @Nullable String typeAnnotation,
            @Nullable String method,
            @Nullable String base,
            List<String> taking,
            List<String> passedTo,
            boolean beansOnly,
            List<String> requires,
            @Nullable String verb,
            List<String> pathMembers,
            @Nullable String pathAnnotation,
            @Nullable String typePath) {
        public Entry {
            taking = orEmpty(taking);
            passedTo = MethodName.expand(passedTo);
            requires = orEmpty(requires);
            pathMembers = orEmpty(pathMembers);
        }
    }

    /**
     * How a transaction begins.
     *
     * @param annotation on type or method, qualified
     * @param methods templates whose function argument runs inside
     * @param begin calls after which the rest of the method is inside, until {@code end}
     * @param propagationMember annotation member that names the propagation
     * @param outside values of that member that leave or never join a transaction
     */
    public record Transaction(
            @Nullable String annotation,
            List<String> methods,
            List<String> begin,
            List<String> end,
            @Nullable String propagationMember,
            List<String> outside) {
        public Transaction {
            methods = MethodName.expand(methods);
            begin = MethodName.expand(begin);
            end = MethodName.expand(end);
            outside = orEmpty(outside);
        }
    }

    /**
     * Annotations that make and join beans.
     *
     * @param as {@code bean-type} (the type is a singleton), {@code bean-method} (the method makes a singleton), {@code inject}
     *     (the field or constructor is filled), {@code accessors} (getters and setters are generated), {@code constructor} (a constructor
     *     of the final fields is generated), {@code builder}, {@code scoped} (a new one per request or session), {@code property} (holds
     *     the configuration key that {@code name} or {@code value} names, else {@code defaultValue}), {@code properties} (the type's fields
     *     hold the keys below what {@code prefix} or {@code value} names), {@code cached-entity} (instances are kept by a cache that all
     *     sessions share)
     */
    public record Injection(String annotation, String as) {}

    /**
     * A configuration key of a framework and what holds when it is not set.
     *
     * @param as the word that questions ask for, such as {@code stop-mode}; absent for keys that are only read by name
     * @param artifact {@code group:artifact} whose version decides whether the key is read; the file's first artifact where not said
     * @param from first version that reads the key, inclusive
     * @param defaults also of versions that do not read the key yet: what they do
     */
    public record PropertyDefault(
            String key,
            @Nullable String as,
            @Nullable String artifact,
            @Nullable String from,
            List<Default> defaults) {
        public PropertyDefault {
            defaults = orEmpty(defaults);
        }
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
