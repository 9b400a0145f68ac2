package io.loadline.catalog;

import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Declared;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Deferral;
import io.loadline.catalog.CatalogFile.Entry;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.CatalogFile.PropertyDefault;
import io.loadline.catalog.CatalogFile.Repeat;
import io.loadline.catalog.CatalogFile.Requirement;
import io.loadline.catalog.CatalogFile.Size;
import io.loadline.catalog.CatalogFile.Transaction;
import io.loadline.catalog.CatalogFile.TypeShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everything that the catalog files say, found by name. Methods are looked up at exactly the given owner; whoever asks walks the
 * supertypes. Where files contradict each other the later one wins, so that a team's own file can correct the standard ones.
 */
public final class Catalog {

    private final List<CatalogFile> files;
    private final Map<String, TypeShape> shapes = new LinkedHashMap<>();
    private final Set<String> enclosing = new HashSet<>();
    private final MethodIndex<OperationMatch> operations = new MethodIndex<>();
    private final MethodIndex<ComponentMatch> creations = new MethodIndex<>();
    private final MethodIndex<LimitMatch> setters = new MethodIndex<>();
    private final MethodIndex<LimitMatch> keySetters = new MethodIndex<>();
    private final MethodIndex<Repeat> repeats = new MethodIndex<>();
    private final MethodIndex<Deferral> deferrals = new MethodIndex<>();
    private final MethodIndex<Size> sizes = new MethodIndex<>();
    private final Map<String, List<ComponentMatch>> componentsByType = new LinkedHashMap<>();
    private final Map<String, List<ComponentMatch>> componentsByAnnotation = new LinkedHashMap<>();
    private final Map<String, List<String>> injections = new LinkedHashMap<>();
    private final Map<String, KeyMatch> keys = new LinkedHashMap<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> named = new TreeSet<>();

    /** An operation and the library whose file states it. */
    public record OperationMatch(Operation operation, String library) {}

    /** A configuration key and the library that reads it. */
    public record KeyMatch(PropertyDefault property, String library) {

        /** The key. */
        public String key() {
            return property.key();
        }
    }

    /** A component and the file that states it. */
    public record ComponentMatch(Component component, CatalogFile file) {}

    /** A limit, by its name, of a component. */
    public record LimitMatch(String limitName, Limit limit, Component component) {}

    private Catalog(List<CatalogFile> files) {
        this.files = List.copyOf(files);
        this.files.forEach(this::add);
    }

    /** The catalog that these files make up, in that order. */
    public static Catalog of(List<CatalogFile> files) {
        return new Catalog(files);
    }

    private void add(CatalogFile file) {
        file.types().forEach(shape -> {
            String name = rawName(shape.name());
            shapes.put(name, shape);
            enclosing.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        });
        file.operations().forEach(o -> operations.put(o.methods(), new OperationMatch(o, file.library())));
        file.components().forEach(component -> add(component, file));
        file.repeats().forEach(r -> repeats.put(r.methods(), r));
        file.deferrals().forEach(d -> deferrals.put(d.methods(), d));
        file.sizes().forEach(s -> sizes.put(s.methods(), s));
        file.injection().forEach(i -> listAt(injections, i.annotation()).add(i.as()));
        file.properties().stream()
                .filter(p -> p.as() != null)
                .forEach(p -> keys.put(String.valueOf(p.as()), new KeyMatch(p, file.library())));
        Names.types(file).forEach(type -> {
            named.add(type);
            packages.add(Names.packageOf(type));
        });
    }

    private void add(Component component, CatalogFile file) {
        ComponentMatch match = new ComponentMatch(component, file);
        creations.put(component.createdBy(), match);
        listAt(componentsByType, component.type()).add(match);
        if (component.declaredBy() != null) {
            listAt(componentsByAnnotation, component.declaredBy()).add(match);
        }
        component.limits().forEach((name, limit) -> {
            LimitMatch limitMatch = new LimitMatch(name, limit, component);
            setters.put(limit.setBy(), limitMatch);
            keySetters.put(limit.keySetters(), limitMatch);
        });
    }

    /** The files, in the order given. */
    public List<CatalogFile> files() {
        return files;
    }

    /** The packages, sorted, of all types that are named. */
    public Set<String> packages() {
        return Collections.unmodifiableSet(packages);
    }

    /** Whether some file names the type, annotations included. */
    public boolean names(String qualifiedType) {
        return named.contains(qualifiedType);
    }

    /** What is known of a type, by its name without type parameters. */
    public Optional<TypeShape> shape(String qualifiedType) {
        return Optional.ofNullable(shapes.get(qualifiedType));
    }

    /** Whether something is known of a type that is nested in one of that name. */
    public boolean encloses(String qualifiedType) {
        return enclosing.contains(qualifiedType);
    }

    /** The direct supertypes of a type with a shape, without type arguments. */
    public List<String> supertypes(String qualifiedType) {
        return shape(qualifiedType)
                .map(s -> s.supertypes().stream().map(Catalog::rawName).toList())
                .orElse(List.of());
    }

    /** What that method of that type does. */
    public Optional<OperationMatch> operation(String ownerType, String method, int arguments) {
        return last(operations.get(ownerType, method, arguments));
    }

    /** The interfaces whose methods are operations by declaration. */
    public List<Declared> declared() {
        return all(CatalogFile::declared);
    }

    /** All components. */
    public List<Component> components() {
        return all(CatalogFile::components);
    }

    /** The components that this call brings into being; a constructor is called {@code new}. */
    public List<ComponentMatch> createdBy(String ownerType, String method, int arguments) {
        return creations.get(ownerType, method, arguments);
    }

    /** The components of exactly that type. */
    public List<ComponentMatch> componentsOfType(String type) {
        return List.copyOf(componentsByType.getOrDefault(type, List.of()));
    }

    /** The components that an annotation declares, by its qualified name. */
    public List<ComponentMatch> declaredByAnnotation(String annotation) {
        return List.copyOf(componentsByAnnotation.getOrDefault(annotation, List.of()));
    }

    /** The limits that this call sets. */
    public List<LimitMatch> limitsSetBy(String ownerType, String method, int arguments) {
        return setters.get(ownerType, method, arguments);
    }

    /**
     * The limits that this call sets when its first argument is that key.
     *
     * @param key the text, or the simple name of the constant
     */
    public List<LimitMatch> limitsSetBy(String ownerType, String method, int arguments, String key) {
        return keySetters.get(ownerType, method, arguments).stream()
                .filter(match -> match.limit().keys().contains(key))
                .toList();
    }

    /** Whether that method runs its function argument once per element. */
    public Optional<Repeat> repeat(String owner, String method, int arguments) {
        return last(repeats.get(owner, method, arguments));
    }

    /** Whether that method keeps its function argument for later or for another thread. */
    public Optional<Deferral> deferral(String owner, String method, int arguments) {
        return last(deferrals.get(owner, method, arguments));
    }

    /** Whether the result of that method has a known number of elements. */
    public Optional<Size> size(String owner, String method, int arguments) {
        return last(sizes.get(owner, method, arguments));
    }

    /** The ways in which work enters a process. */
    public List<Entry> entries() {
        return all(CatalogFile::entries);
    }

    /** The annotations that decide whether there is a bean. */
    public List<Condition> conditions() {
        return all(CatalogFile::conditions);
    }

    /** The ways in which a transaction begins. */
    public List<Transaction> transactions() {
        return all(CatalogFile::transactions);
    }

    /** The first part that an annotation plays in making and joining beans, by its qualified name. */
    public Optional<String> injection(String annotation) {
        List<String> parts = injections.get(annotation);
        return parts == null ? Optional.empty() : Optional.of(parts.get(0));
    }

    /** Every part that an annotation plays in making and joining beans; one may generate accessors and a constructor, say. */
    public List<String> injections(String annotation) {
        return List.copyOf(injections.getOrDefault(annotation, List.of()));
    }

    /** The configuration key that stands for a word such as {@code stop-mode}. */
    public Optional<KeyMatch> key(String word) {
        return Optional.ofNullable(keys.get(word));
    }

    /** The kinds of database server. */
    public List<Server> servers() {
        return all(CatalogFile::servers);
    }

    /** All components that play a role, in the order of files. */
    public List<ComponentMatch> components(Role role) {
        return files.stream()
                .flatMap(file ->
                        file.components().stream().filter(c -> c.role() == role).map(c -> new ComponentMatch(c, file)))
                .toList();
    }

    /** All markers, in the order of files. */
    public List<Marker> markers() {
        return all(CatalogFile::markers);
    }

    /** The markers of that word. */
    public List<Marker> markers(String as) {
        return all(CatalogFile::markers).stream().filter(m -> m.as().equals(as)).toList();
    }

    /**
     * The default of a limit under the given library versions. Empty when none is stated, when none matches, and when a version that
     * decides is not known and the defaults in question differ.
     *
     * @param versions the version of a {@code group:artifact}, {@code jdk} for the JDK
     */
    public static Optional<Default> defaultOf(Limit limit, Function<String, Optional<String>> versions) {
        return defaultOf(limit.defaults(), versions);
    }

    /** The default of a configuration key under the given library versions, as {@link #defaultOf(Limit, Function)}. */
    public static Optional<Default> defaultOf(PropertyDefault property, Function<String, Optional<String>> versions) {
        return defaultOf(property.defaults(), versions);
    }

    private static Optional<Default> defaultOf(List<Default> defaults, Function<String, Optional<String>> versions) {
        List<Default> possible = new ArrayList<>();
        for (Default next : defaults) {
            Optional<Boolean> holds = VersionRange.of(next).includes(versions);
            if (holds.orElse(true)) {
                possible.add(next);
            }
            if (holds.orElse(false)) {
                break;
            }
        }
        boolean agree = possible.stream().map(Default::value).distinct().count() == 1;
        return agree ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /**
     * The default of a component's limit, taken from the transport under it where the catalog says {@code carrier}. Empty as for {@link
     * #defaultOf(Limit, Function)}, and when the transports in question differ.
     *
     * @param present whether a {@code group:artifact} is on the classpath
     * @param versions the version of a {@code group:artifact}, where known
     */
    public Optional<Default> defaultOf(
            Component component,
            String limitName,
            Predicate<String> present,
            Function<String, Optional<String>> versions) {
        Optional<Default> own =
                Optional.ofNullable(component.limits().get(limitName)).flatMap(limit -> defaultOf(limit, versions));
        if (own.isEmpty() || !own.get().value().equals("carrier")) {
            return own;
        }
        List<Optional<Default>> carried = carriersOf(component, present, versions).stream()
                .map(carrier -> defaultOf(carrier.component(), limitName, present, versions))
                .toList();
        boolean agree =
                carried.stream().map(d -> d.map(Default::value)).distinct().count() == 1;
        return agree ? carried.get(0) : Optional.empty();
    }

    /**
     * The transports that may be under a client when code names none: the first of its carriers whose requirements are met, after those for
     * which that depends on a version that is not known. One means certainty.
     *
     * @param present whether a {@code group:artifact} is on the classpath
     * @param versions the version of a {@code group:artifact}, where known
     */
    public List<ComponentMatch> carriersOf(
            Component client, Predicate<String> present, Function<String, Optional<String>> versions) {
        List<ComponentMatch> possible = new ArrayList<>();
        for (String type : client.carriers()) {
            for (ComponentMatch carrier : componentsOfType(type)) {
                Optional<Boolean> usable = met(carrier.component().requires(), present, versions);
                if (usable.orElse(true)) {
                    possible.add(carrier);
                }
                if (usable.orElse(false)) {
                    return List.copyOf(possible);
                }
            }
        }
        return List.copyOf(possible);
    }

    private static Optional<Boolean> met(
            List<Requirement> requirements, Predicate<String> present, Function<String, Optional<String>> versions) {
        boolean sure = true;
        for (Requirement requirement : requirements) {
            Optional<Boolean> inRange = VersionRange.of(requirement).includes(versions);
            if (!present.test(requirement.artifact()) || !inRange.orElse(true)) {
                return Optional.of(false);
            }
            sure &= inRange.isPresent();
        }
        return sure ? Optional.of(true) : Optional.empty();
    }

    private <T> List<T> all(Function<CatalogFile, List<T>> part) {
        return files.stream().flatMap(file -> part.apply(file).stream()).toList();
    }

    private static <T> Optional<T> last(List<T> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    private static <T> List<T> listAt(Map<String, List<T>> map, String key) {
        return map.computeIfAbsent(key, k -> new ArrayList<>());
    }

    private static String rawName(String type) {
        int arguments = type.indexOf('<');
        return arguments < 0 ? type : type.substring(0, arguments);
    }
}
