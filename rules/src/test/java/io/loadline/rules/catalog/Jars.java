package io.loadline.rules.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars that the catalog names, as the build has laid them out, and the running JDK. */
final class Jars implements AutoCloseable {

    private static final String BOOT_METADATA = "META-INF/spring-configuration-metadata.json";

    private final Map<String, ZipFile> open = new LinkedHashMap<>();

    /** Opens every jar of the folder; jars are called {@code group.artifact-version.jar}. */
    static Jars in(Path folder) throws IOException {
        Jars jars = new Jars();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".jar")).sorted().toList()) {
                jars.open.put(path.getFileName().toString(), new ZipFile(path.toFile()));
            }
        }
        return jars;
    }

    boolean has(String artifact) {
        return open.containsKey(fileName(artifact));
    }

    List<String> names() {
        return List.copyOf(open.keySet());
    }

    static String fileName(String artifact) {
        String[] parts = artifact.split(":");
        return parts.length < 3 ? artifact : parts[0] + "." + parts[1] + "-" + parts[2] + ".jar";
    }

    /** Every version of a type that the given artifacts hold, and the JDK's. */
    List<ClassFile> find(String type, List<String> artifacts) {
        List<ClassFile> found = new ArrayList<>();
        for (String artifact : artifacts) {
            ZipFile jar = open.get(fileName(artifact));
            if (jar != null) {
                in(jar, type).ifPresent(found::add);
            }
        }
        inJdk(type).ifPresent(found::add);
        return found;
    }

    /** The first version of a type that any of the jars holds. */
    Optional<ClassFile> findAnywhere(String type) {
        return open.values().stream()
                .flatMap(jar -> in(jar, type).stream())
                .findFirst()
                .or(() -> inJdk(type));
    }

    /** The configuration metadata of a Spring Boot jar, where it carries one. */
    Optional<String> bootMetadata(String artifact) {
        ZipFile jar = open.get(fileName(artifact));
        return jar == null
                ? Optional.empty()
                : read(jar, BOOT_METADATA).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<ClassFile> in(ZipFile jar, String type) {
        return paths(type).flatMap(path -> read(jar, path).stream()).findFirst().map(ClassFile::read);
    }

    private static Optional<ClassFile> inJdk(String type) {
        return paths(type).flatMap(path -> jdk(path).stream()).findFirst().map(ClassFile::read);
    }

    /** The class file of {@code a.B.C} is {@code a/B$C.class}, or {@code a/B/C.class} if {@code B} is a package after all. */
    private static Stream<String> paths(String type) {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder(type.replace('.', '/'));
        paths.add(path + ".class");
        for (int slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/")) {
            path.setCharAt(slash, '$');
            paths.add(path + ".class");
        }
        return paths.stream();
    }

    private static Optional<byte[]> read(ZipFile jar, String path) {
        ZipEntry entry = jar.getEntry(path);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> jdk(String path) {
        if (!path.startsWith("java")) {
            return Optional.empty();
        }
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : open.values()) {
            jar.close();
        }
    }
}
