package io.loadline.catalog;

import io.loadline.catalog.CatalogFile.Component;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The type names that stand in a catalog file. */
public final class Names {

    private Names() {}

    /** Every type that the file names, as often as it does, without type arguments. */
    public static Stream<String> types(CatalogFile file) {
        return Stream.of(
                        file.types().stream().map(t -> t.name().replaceFirst("<.*", "")),
                        owners(file.operations().stream().flatMap(o -> o.methods().stream())),
                        file.declared().stream().flatMap(d -> written(d.annotation(), d.supertype())),
                        file.components().stream().flatMap(Names::types),
                        owners(file.repeats().stream().flatMap(r -> r.methods().stream())),
                        owners(file.deferrals().stream().flatMap(d -> d.methods().stream())),
                        owners(file.sizes().stream().flatMap(s -> s.methods().stream())),
                        file.entries().stream()
                                .flatMap(e -> Stream.of(
                                                written(
                                                        e.annotation(),
                                                        e.typeAnnotation(),
                                                        e.pathAnnotation(),
                                                        e.typePath()),
                                                owners(written(e.method())),
                                                owners(e.passedTo().stream()))
                                        .flatMap(names -> names)),
                        file.transactions().stream()
                                .flatMap(t -> Stream.concat(
                                        written(t.annotation()),
                                        owners(Stream.of(t.methods(), t.begin(), t.end())
                                                .flatMap(l -> l.stream())))),
                        file.injection().stream().map(CatalogFile.Injection::annotation),
                        file.conditions().stream().map(Condition::annotation),
                        file.markers().stream()
                                .flatMap(m -> Stream.concat(m.annotations().stream(), m.types().stream())))
                .flatMap(names -> names);
    }

    /** The package of a qualified name, by the custom that only types begin with a capital. */
    static String packageOf(String type) {
        StringBuilder name = new StringBuilder();
        for (String part : type.split("\\.")) {
            if (Character.isUpperCase(part.charAt(0))) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.toString();
    }

    private static Stream<String> types(Component component) {
        return Stream.of(
                        written(component.type(), component.declaredBy()),
                        component.carriers().stream(),
                        owners(component.createdBy().stream()),
                        owners(component.limits().values().stream()
                                .flatMap(l -> Stream.concat(l.setBy().stream(), l.keySetters().stream()))))
                .flatMap(names -> names);
    }

    private static Stream<String> owners(Stream<String> methods) {
        return methods.map(m -> m.substring(0, m.indexOf('#')));
    }

    private static Stream<String> written(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
