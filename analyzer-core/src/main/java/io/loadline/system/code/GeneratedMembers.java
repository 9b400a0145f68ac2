package io.loadline.system.code;

import io.loadline.catalog.Catalog;
import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.Modifier;
import io.loadline.code.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Members that nobody wrote but everybody calls: of records, of enums, and what accessor annotations generate. */
final class GeneratedMembers {

    private final Catalog catalog;

    GeneratedMembers(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Signature> of(ProjectType type) {
        List<Signature> all = new ArrayList<>();
        TypeDecl decl = type.decl();
        if (decl.kind() == TypeDecl.Kind.RECORD) {
            for (FieldDecl component : decl.fields()) {
                if (!component.modifiers().contains(Modifier.STATIC)) {
                    all.add(plain(
                            type, component.name(), List.of(), type.names().resolve(component.type())));
                }
            }
        }
        if (decl.kind() == TypeDecl.Kind.ENUM) {
            all.add(plain(type, "values", List.of(), type.self().arrayOf(1)));
            all.add(plain(type, "valueOf", List.of(TypeRef.STRING), type.self()));
        }
        boolean everyField = isMarked(type, decl.annotations(), "accessors");
        for (FieldDecl field : decl.fields()) {
            if (everyField || isMarked(type, field.annotations(), "accessors")) {
                accessors(type, field, all);
            }
        }
        if (isMarked(type, decl.annotations(), "builder")) {
            all.add(plain(type, "builder", List.of(), TypeRef.of(type.name() + ".Builder")));
        }
        return all;
    }

    private void accessors(ProjectType type, FieldDecl field, List<Signature> all) {
        TypeRef of = type.names().resolve(field.type());
        String name = field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.name().substring(1);
        all.add(plain(type, (of.equals(TypeRef.BOOLEAN) ? "is" : "get") + name, List.of(), of));
        all.add(plain(type, "set" + name, List.of(of), TypeRef.VOID));
    }

    private boolean isMarked(ProjectType type, List<Annotation> annotations, String as) {
        return annotations.stream()
                .map(a -> type.names().annotation(a.name()))
                .anyMatch(name -> catalog.injection(name).filter(as::equals).isPresent());
    }

    private static Signature plain(ProjectType type, String name, List<TypeRef> parameters, TypeRef returns) {
        return new Signature(type.name(), name, List.of(), parameters, returns, false, false, null);
    }
}
