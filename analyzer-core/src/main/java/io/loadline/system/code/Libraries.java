package io.loadline.system.code;

import io.loadline.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Types that the project uses but does not declare: the JDK's from the running JDK, others from the catalog. */
final class Libraries {

    private static final List<String> STARTS = List.of("java.", "javax.", "jdk.", "org.w3c.", "org.xml.");

    private final Catalog catalog;
    private final ClassFiles jdk = new ClassFiles();
    private final Map<String, Optional<LibraryShape>> found = new ConcurrentHashMap<>();

    Libraries(Catalog catalog) {
        this.catalog = catalog;
    }

    boolean names(String name) {
        return catalog.names(name);
    }

    /** Whether there can be a type nested in one of that name. */
    boolean encloses(String name) {
        return catalog.encloses(name)
                || (isJdk(name) && find(name).filter(LibraryShape::encloses).isPresent());
    }

    Optional<LibraryShape> find(String name) {
        Optional<LibraryShape> known = found.get(name);
        if (known == null) {
            known = read(name);
            found.put(name, known);
        }
        return known;
    }

    private Optional<LibraryShape> read(String name) {
        Optional<LibraryShape> ofJdk = isJdk(name) ? jdk.find(name) : Optional.empty();
        return ofJdk.isPresent() ? ofJdk : catalog.shape(name).map(ShapeText::parse);
    }

    private static boolean isJdk(String name) {
        for (String start : STARTS) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
