package io.loadline.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Entry;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.PropertyDefault;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.CatalogFile.TypeShape;
import io.loadline.catalog.MethodName;
import io.loadline.catalog.Names;
import io.loadline.catalog.VersionRange;
import io.loadline.rules.StandardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every name and signature in the catalog is that of a class in a jar that the same file names. */
final class CatalogProofTest {

    private static final Path JARS = Path.of("target", "catalog-jars");
    private static final Path FOLDER = Path.of("src", "main", "resources", "io", "loadline", "catalog");
    private static final List<CatalogFile> FILES = StandardCatalog.files();

    private static final Map<String, BootMetadata> BOOT = new TreeMap<>();

    private static Jars jars;

    @BeforeAll
    static void openJars() throws IOException {
        jars = Jars.in(JARS);
        FILES.stream()
                .flatMap(file -> file.artifacts().stream())
                .distinct()
                .forEach(artifact ->
                        jars.bootMetadata(artifact).ifPresent(json -> BOOT.put(artifact, BootMetadata.parse(json))));
    }

    @AfterAll
    static void closeJars() throws IOException {
        jars.close();
    }

    @Test
    void indexListsTheFolder() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            List<String> names = paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FOLDER.resolve("index")))
                    .isEqualTo(names)
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void everyFileSaysItsSourcesDateAndArtifacts() {
        assertThat(FILES).isNotEmpty().allSatisfy(file -> {
            assertThat(file.sources()).as(file.library()).isNotEmpty();
            assertThat(file.verified()).as(file.library()).matches("20\\d\\d-\\d\\d-\\d\\d");
            assertThat(file.artifacts()).as(file.library()).isNotEmpty();
        });
    }

    @Test
    void everyArtifactIsThere() {
        Set<String> named = new TreeSet<>();
        for (CatalogFile file : FILES) {
            file.artifacts().stream()
                    .filter(artifact -> !artifact.startsWith("jdk"))
                    .map(Jars::fileName)
                    .forEach(named::add);
        }
        assertThat(named).hasSizeGreaterThan(150);
        assertThat(jars.names()).containsAll(named);
    }

    @Test
    void everyTypeExists() {
        List<String> missing = new ArrayList<>();
        long seen = 0;
        for (CatalogFile file : FILES) {
            for (String type : new TreeSet<>(Names.types(file).toList())) {
                seen++;
                if (jars.find(type, file.artifacts()).isEmpty() && !newerThanThisJdk(file)) {
                    missing.add(file.library() + ": " + type);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(800);
    }

    @Test
    void everyMethodExists() {
        List<String> missing = new ArrayList<>();
        long seen = 0;
        for (CatalogFile file : FILES) {
            for (String name : new TreeSet<>(methods(file).toList())) {
                seen++;
                if (!exists(MethodName.parse(name), file) && !newerThanThisJdk(file)) {
                    missing.add(file.library() + ": " + name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(2000);
    }

    @Test
    void everyAnnotationMemberExists() {
        List<String> missing = new ArrayList<>();
        long seen = 0;
        for (CatalogFile file : FILES) {
            for (String member : new TreeSet<>(members(file).toList())) {
                seen++;
                String[] parts = member.split("#");
                boolean exists =
                        Stream.of(parts[0].split("\\|")).anyMatch(type -> hasMember(type, parts[1], file.artifacts()));
                if (!exists) {
                    missing.add(file.library() + ": " + member);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).isGreaterThan(60);
    }

    @Test
    void everyShapeAgreesWithItsClass() {
        List<String> wrong = new ArrayList<>();
        long seen = 0;
        for (CatalogFile file : FILES) {
            for (TypeShape shape : file.types()) {
                Shape claim = Shape.of(shape);
                seen += claim.methods().size();
                List<ClassFile> classes = jars.find(claim.name(), file.artifacts());
                for (String difference : claim.differences(classes, CatalogProofTest::withSupertypes)) {
                    wrong.add(file.library() + ": " + claim.name() + ": " + difference);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(1000);
    }

    @Test
    void everyKeyOfSpringBootIsRead() {
        List<String> unread = new ArrayList<>();
        long seen = 0;
        for (CatalogFile file : FILES) {
            for (PropertyKey key : propertyKeys(file).toList()) {
                if (isBootKey(key.key())) {
                    seen++;
                    if (!readInRange(key)) {
                        unread.add(file.library() + ": " + key);
                    }
                }
            }
        }
        assertThat(unread).isEmpty();
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void everyCarrierIsAComponent() {
        Set<String> types = new HashSet<>();
        FILES.forEach(file -> file.components().forEach(component -> types.add(component.type())));
        List<String> carriers = FILES.stream()
                .flatMap(file -> file.components().stream())
                .flatMap(component -> component.carriers().stream())
                .toList();
        assertThat(carriers).isNotEmpty().isSubsetOf(types);
    }

    @Test
    void noMethodIsTwoOperations() {
        Set<String> once = new HashSet<>();
        List<String> twice = FILES.stream()
                .flatMap(file -> file.operations().stream())
                .flatMap(operation -> operation.methods().stream())
                .filter(method -> !once.add(method))
                .toList();
        assertThat(twice).isEmpty();
        assertThat(once).isNotEmpty();
    }

    @Test
    void documentedDefaultsOfSpringBootAreOurs() {
        List<String> different = new ArrayList<>();
        long seen = 0;
        for (PropertyDefault property :
                FILES.stream().flatMap(file -> file.properties().stream()).toList()) {
            for (Map.Entry<String, BootMetadata> jar : BOOT.entrySet()) {
                Optional<String> theirs = jar.getValue().keys().getOrDefault(property.key(), Optional.empty());
                Optional<String> ours = Catalog.defaultOf(property, decider -> versionFor(decider, jar.getKey()))
                        .map(Default::value);
                if (theirs.isPresent()) {
                    seen++;
                    if (!theirs.equals(ours)) {
                        different.add(property.key() + " in " + jar.getKey() + " is " + theirs + ", not " + ours);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(seen).isGreaterThan(20);
    }

    /** Whether an annotation has the member; {@code a.b} is the member {@code b} of the annotation that {@code a} holds. */
    private static boolean hasMember(String annotation, String path, List<String> artifacts) {
        int dot = path.indexOf('.');
        Stream<ClassFile.Method> first = jars.find(annotation, artifacts).stream()
                .flatMap(type -> type.method(dot < 0 ? path : path.substring(0, dot), 0).stream());
        return dot < 0
                ? first.findAny().isPresent()
                : first.anyMatch(member -> jars.findAnywhere(member.returned())
                        .flatMap(nested -> nested.method(path.substring(dot + 1), 0))
                        .isPresent());
    }

    private static boolean newerThanThisJdk(CatalogFile file) {
        return file.artifacts().stream()
                .filter(artifact -> artifact.startsWith("jdk:"))
                .anyMatch(artifact -> Integer.parseInt(artifact.substring("jdk:".length()))
                        > Runtime.version().feature());
    }

    private static boolean exists(MethodName name, CatalogFile file) {
        BiPredicate<ClassFile, MethodName> declares =
                (type, method) -> method.method().equals("*")
                        || type.method(method.method(), method.arguments()).isPresent();
        return jars.find(name.type(), file.artifacts()).stream()
                .flatMap(type -> name.method().equals("new") ? Stream.of(type) : withSupertypes(type).stream())
                .anyMatch(type -> declares.test(type, name));
    }

    private static List<ClassFile> withSupertypes(ClassFile type) {
        List<ClassFile> all = new ArrayList<>(List.of(type));
        Set<String> known = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            for (String supertype : all.get(i).supertypes) {
                if (known.add(supertype)) {
                    jars.findAnywhere(supertype).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Stream<String> methods(CatalogFile file) {
        return Stream.of(
                        file.operations().stream().flatMap(o -> o.methods().stream()),
                        file.components().stream().flatMap(c -> c.createdBy().stream()),
                        limits(file).flatMap(l -> Stream.concat(l.setBy().stream(), l.keySetters().stream())),
                        file.repeats().stream().flatMap(r -> r.methods().stream()),
                        file.deferrals().stream().flatMap(d -> d.methods().stream()),
                        file.sizes().stream().flatMap(s -> s.methods().stream()),
                        file.entries().stream().map(Entry::method).filter(Objects::nonNull),
                        file.entries().stream().flatMap(e -> e.passedTo().stream()),
                        file.transactions().stream()
                                .flatMap(t -> Stream.of(t.methods(), t.begin(), t.end()))
                                .flatMap(List::stream))
                .flatMap(names -> names);
    }

    /** {@code Annotation#member}, or {@code A|B#member} where the member may be that of either. */
    private static Stream<String> members(CatalogFile file) {
        Stream<String> ofComponents = file.components().stream()
                .filter(component -> component.declaredBy() != null)
                .flatMap(CatalogProofTest::members);
        Stream<String> ofEntries = file.entries().stream().flatMap(entry -> {
            String holders = Stream.of(entry.annotation(), entry.pathAnnotation(), entry.typePath())
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> a + "|" + b)
                    .orElse("");
            return entry.pathMembers().stream().map(member -> holders + "#" + member);
        });
        Stream<String> ofTransactions = file.transactions().stream()
                .filter(transaction -> transaction.propagationMember() != null)
                .map(transaction -> transaction.annotation() + "#" + transaction.propagationMember());
        Stream<String> ofConditions = file.conditions().stream()
                .flatMap(condition -> Stream.concat(
                                condition.keys().stream(),
                                Stream.of(condition.prefix(), condition.value(), condition.missing())
                                        .filter(Objects::nonNull))
                        .map(member -> condition.annotation() + "#" + member));
        return Stream.of(ofComponents, ofEntries, ofTransactions, ofConditions).flatMap(names -> names);
    }

    private static Stream<String> members(Component component) {
        return component.limits().values().stream()
                .flatMap(limit -> limit.members().stream())
                .map(member -> component.declaredBy() + "#" + member);
    }

    private static Stream<Limit> limits(CatalogFile file) {
        return file.components().stream().flatMap(component -> component.limits().values().stream());
    }

    private static Stream<PropertyKey> propertyKeys(CatalogFile file) {
        Stream<PropertyKey> ofLimits = limits(file).flatMap(limit -> limit.properties().stream());
        Stream<PropertyKey> alone = file.properties().stream()
                .map(property -> new PropertyKey(property.key(), property.artifact(), property.from(), null));
        return Stream.concat(ofLimits, alone);
    }

    /** Pools with a name of their own are bound by the project, not by the framework. */
    private static boolean isBootKey(String key) {
        return !(key.startsWith("spring.datasource.") && key.contains("{name}"))
                && Stream.of("spring.", "server.", "management.").anyMatch(key::startsWith)
                && Stream.of("spring.json.", "spring.profiles.").noneMatch(key::startsWith);
    }

    private static boolean readInRange(PropertyKey key) {
        VersionRange range = VersionRange.of(key);
        return BOOT.entrySet().stream()
                .filter(jar -> range.includes(decider -> versionFor(decider, jar.getKey()))
                        .orElse(false))
                .anyMatch(jar -> jar.getValue().reads(key.key()));
    }

    /** The version of an artifact of the same group counts for the one that decides: they are released together. */
    private static Optional<String> versionFor(String decider, String artifact) {
        String[] parts = artifact.split(":");
        return decider.startsWith(parts[0] + ":") ? Optional.of(parts[2]) : Optional.empty();
    }
}
