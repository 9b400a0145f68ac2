package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.CatalogLoader;
import io.loadline.catalog.Role;
import io.loadline.fact.Facts;
import io.loadline.flow.FlowSubjects;
import io.loadline.source.Input;
import io.loadline.source.Readers;
import io.loadline.system.Background;
import io.loadline.system.Linker;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small project written down in a test, and the components that are found in it. */
final class Built {

    private static final String IMPORTS = """
            import org.web.*; import org.web.apache.*; import org.beans.*; import org.pool.*;
            import java.util.concurrent.*; import java.time.Duration; import java.util.*; import java.util.function.*;
            """;
    private static final Pattern NAME = Pattern.compile("(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final List<String> LIBRARY = List.of("http.yml", "beans.yml", "threads.yml");

    private final Map<String, String> files = new TreeMap<>();
    private final List<String> dependencies = new ArrayList<>();

    /** A project of these classes, one a text. */
    static Built of(String... classes) {
        Built built = new Built();
        for (String each : classes) {
            Matcher name = NAME.matcher(each);
            assertThat(name.find()).isTrue();
            built.files.put("src/main/java/shop/" + name.group(1) + ".java", "package shop;\n" + imports() + each);
        }
        return built;
    }

    /** On-demand imports need a library's shape to be resolved, single ones do not. */
    private static String imports() {
        StringBuilder all = new StringBuilder(IMPORTS);
        for (String type : List.of(
                "org.beans.Component",
                "org.beans.Configuration",
                "org.beans.Bean",
                "org.beans.Inject",
                "org.beans.Value",
                "org.beans.Keys",
                "org.beans.Required",
                "org.beans.Data",
                "org.beans.Get",
                "org.beans.Retry",
                "org.beans.Backoff",
                "org.beans.Async",
                "org.beans.Kept",
                "org.beans.Store",
                "org.beans.MapStore",
                "org.beans.BoundStore",
                "org.web.Remote")) {
            all.append("import ").append(type).append(";\n");
        }
        return all.toString();
    }

    Built file(String path, String text) {
        files.put(path, text);
        return this;
    }

    Built configured(String properties) {
        return file("src/main/resources/application.properties", properties);
    }

    /** This project, built with a library of that version. */
    Built with(String group, String artifact, String version) {
        dependencies.add(
                "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                        .formatted(group, artifact, version));
        return this;
    }

    SystemModel system() {
        files.put(
                "pom.xml",
                "<project><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version><dependencies>%s</dependencies></project>"
                        .formatted(String.join("", dependencies)));
        List<SourceFile> sources = Workspace.of(files).files();
        Readers readers = new Readers();
        List<Input> inputs = sources.stream()
                .map(file -> Objects.requireNonNull(readers.read(file).input(), file.path()))
                .toList();
        return Linker.link(Facts.observe(inputs), sources, Background.NONE, catalog(), FlowSubjects.sources(), 1);
    }

    private static Catalog catalog() {
        return Catalog.of(LIBRARY.stream()
                .map(name -> CatalogLoader.read(name, text(name)))
                .toList());
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Built.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Making> components() {
        return system().ask(Makings.QUERY).all();
    }

    /** The limit of the only component that there is. */
    Setting limit(String name) {
        SystemModel system = system();
        List<Making> all = system.ask(Makings.QUERY).all().stream()
                .filter(m -> !List.of(Role.CARRIER, Role.QUEUE, Role.PART, Role.CACHE_MANAGER)
                        .contains(m.role()))
                .toList();
        assertThat(all).hasSize(1);
        return system.ask(Limits.QUERY).limit(all.get(0), name);
    }
}
