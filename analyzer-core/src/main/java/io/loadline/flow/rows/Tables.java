package io.loadline.flow.rows;

import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of a system as its entities declare them. */
final class Tables {

    /** Finds the tables of a system. */
    static final Query<Tables> QUERY = new Query<>("tables") {
        @Override
        protected Tables compute(SystemModel system) {
            return new Tables(system);
        }
    };

    private static final Set<String> BAG = Set.of(
            "id", "name", "key", "code", "value", "description", "desc", "version", "comment", "remark", "label");

    private final Map<String, ProjectType> byName = new HashMap<>();
    private final Map<String, Set<Set<String>>> stated = new HashMap<>();
    private final Map<String, Table> known = new HashMap<>();
    private final Set<String> declaredSmall = new HashSet<>();
    private final Set<String> idAnnotations = new HashSet<>();

    private Tables(SystemModel system) {
        system.schema()
                .keys()
                .forEach((table, keys) -> stated.computeIfAbsent(Table.plain(table), t -> new LinkedHashSet<>())
                        .addAll(keys.stream()
                                .map(k ->
                                        Set.copyOf(k.stream().map(Table::plain).toList()))
                                .toList()));
        system.declared().smallTables().forEach(name -> declaredSmall.add(Table.plain(name)));
        system.code().catalog().markers("entity-id").forEach(m -> idAnnotations.addAll(m.annotations()));
        List<ProjectType> classes = system.code().types().stream()
                .filter(t -> t.decl().kind() == TypeDecl.Kind.CLASS || t.decl().kind() == TypeDecl.Kind.RECORD)
                .toList();
        for (ProjectType type : classes) {
            written(type).forEach(name -> byName.putIfAbsent(Table.plain(name), type));
        }
        classes.stream()
                .filter(t -> written(t).findAny().isPresent())
                .forEach(t -> byName.putIfAbsent(Table.plain(t.simpleName()), t));
        classes.forEach(t -> byName.putIfAbsent(Table.plain(t.simpleName()), t));
    }

    /** Names that annotations of the type give its table, and its own where they give none. */
    private static Stream<String> written(ProjectType type) {
        return type.decl().annotations().stream()
                .filter(a -> a.simpleName().matches("Entity|Document|Table|TableName|MappedEntity|Container|Node"))
                .flatMap(a -> Stream.concat(
                        Stream.of("name", "value", "collection")
                                .flatMap(m -> a.member(m).stream())
                                .flatMap(Tables::text),
                        Stream.of(type.simpleName())));
    }

    private static Stream<String> text(Node node) {
        return node instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.STRING
                ? Stream.of(literal.text())
                : Stream.empty();
    }

    /** The table or entity of that name. */
    synchronized Table named(String name) {
        if (name.isEmpty()) {
            return Table.UNKNOWN;
        }
        return known.computeIfAbsent(name, n -> {
            String unquoted = n.replaceAll("[`\"\\[\\]]", "");
            String bare = unquoted.substring(unquoted.lastIndexOf('.') + 1);
            Optional<ProjectType> type = Optional.ofNullable(byName.get(Table.plain(bare)));
            boolean small = declaredSmall.contains(Table.plain(bare))
                    || type.filter(t -> written(t).anyMatch(w -> declaredSmall.contains(Table.plain(w)))
                                    || declaredSmall.contains(Table.plain(t.simpleName())))
                            .isPresent();
            Growth growth = small ? Growth.SMALL : Growth.of(n);
            return type.map(t -> entity(t, bare, growth))
                    .orElseGet(() -> new Table(bare, growth, stated(bare), Map.of(), Set.of()));
        });
    }

    private Set<Set<String>> stated(String name) {
        return stated.getOrDefault(Table.plain(name), Set.of());
    }

    private Table entity(ProjectType type, String name, Growth byName) {
        Set<Set<String>> keys = new LinkedHashSet<>();
        Map<String, String> plainNames = new LinkedHashMap<>();
        Set<String> references = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        List<FieldDecl> fields = new ArrayList<>();
        TypeView view = type.names().view();
        for (String above : view.lineage(type.name())) {
            view.findProject(above).ifPresent(owner -> {
                owner.decl().fields().stream()
                        .filter(f -> !f.modifiers().contains(Modifier.STATIC))
                        .forEach(f -> field(owner, f, keys, plainNames, references, ids));
                fields.addAll(owner.decl().fields());
                owner.decl().annotations().forEach(a -> together(a, keys));
            });
        }
        if (!ids.isEmpty()) {
            keys.add(ids);
        }
        keys.addAll(stated(name));
        written(type).forEach(n -> keys.addAll(stated(n)));
        Growth growth = byName == Growth.UNKNOWN ? Growth.of(type.simpleName()) : byName;
        return new Table(
                name, isBag(fields) ? Growth.SMALL : growth, renamed(keys, plainNames), plainNames, references);
    }

    private void field(
            ProjectType owner,
            FieldDecl field,
            Set<Set<String>> keys,
            Map<String, String> plainNames,
            Set<String> references,
            Set<String> ids) {
        String plain = Table.plain(field.name());
        for (Annotation annotation : field.annotations()) {
            annotation.member("name").stream()
                    .flatMap(Tables::text)
                    .forEach(n -> plainNames.put(Table.plain(n), plain));
            String qualified = owner.names().annotation(annotation.name());
            if (idAnnotations.contains(qualified) || annotation.simpleName().matches("Id|TableId|MongoId|EmbeddedId")) {
                ids.add(plain);
            }
            if (annotation.simpleName().equals("NaturalId") || isTrue(annotation, "unique")) {
                keys.add(Set.of(plain));
            }
        }
        boolean refers = owner.names()
                .view()
                .findProject(owner.names().resolve(field.type()).name())
                .filter(t -> t.decl().kind() == TypeDecl.Kind.CLASS)
                .isPresent();
        if (refers) {
            references.add(plain);
        }
    }

    /** Columns that are unique together: {@code columnNames} of a constraint, {@code columnList} of a unique index. */
    private static void together(Annotation annotation, Set<Set<String>> keys) {
        Stream.of("columnNames", "columnList", "def")
                .forEach(member -> annotation.member(member).ifPresent(node -> {
                    boolean unique = annotation.simpleName().contains("Unique") || isTrue(annotation, "unique");
                    if (unique) {
                        Set<String> columns = new LinkedHashSet<>();
                        Stream.concat(
                                        text(node),
                                        Nodes.all(node, Node.Literal.class).stream()
                                                .flatMap(Tables::text))
                                .flatMap(t -> Stream.of(t.split("[,{}]")))
                                .map(t ->
                                        Table.plain(t.replaceFirst(":.*", "").replaceFirst("(?i)\\s+(asc|desc)$", "")))
                                .filter(t -> !t.isEmpty())
                                .forEach(columns::add);
                        if (!columns.isEmpty()) {
                            keys.add(columns);
                        }
                    }
                }));
        annotation
                .members()
                .forEach(m -> Nodes.all(m.value(), Node.Annotated.class)
                        .forEach(inner -> together(inner.annotation(), keys)));
    }

    private static boolean isTrue(Annotation annotation, String member) {
        return annotation
                .member(member)
                .filter(n -> n instanceof Node.Literal literal && literal.text().equals("true"))
                .isPresent();
    }

    private static Set<Set<String>> renamed(Set<Set<String>> keys, Map<String, String> plainNames) {
        Set<Set<String>> all = new LinkedHashSet<>();
        for (Set<String> key : keys) {
            Set<String> columns = new LinkedHashSet<>();
            key.forEach(c -> columns.add(plainNames.getOrDefault(c, c)));
            all.add(columns);
        }
        return all;
    }

    /** Names with values, as settings are kept. */
    private static boolean isBag(List<FieldDecl> fields) {
        List<FieldDecl> own = fields.stream()
                .filter(f -> !f.modifiers().contains(Modifier.STATIC))
                .toList();
        boolean named = own.stream().anyMatch(f -> f.name().matches("name|key|code|configKey|paramKey"));
        boolean valued = own.stream().anyMatch(f -> f.name().matches("value|configValue|paramValue"));
        return named
                && valued
                && own.stream()
                        .allMatch(f -> BAG.contains(f.name())
                                || f.name().matches("(config|param)(Key|Value)|(created|updated|modified).*"));
    }
}
