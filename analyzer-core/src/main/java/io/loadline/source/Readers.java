package io.loadline.source;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.source.dockerfile.DockerfileReader;
import io.loadline.source.gradle.GradleReader;
import io.loadline.source.java.JavaReader;
import io.loadline.source.properties.EnvReader;
import io.loadline.source.properties.PropertiesReader;
import io.loadline.source.script.ScriptReader;
import io.loadline.source.xml.XmlReader;
import io.loadline.source.yaml.YamlReader;
import io.loadline.workspace.FileKind;
import io.loadline.workspace.SourceFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** One reader for each kind of file. A set belongs to one thread. */
public final class Readers implements Reader {

    private final Map<FileKind, Reader> readers = new EnumMap<>(FileKind.class);

    public Readers() {
        readers.put(FileKind.JAVA, new JavaReader());
        readers.put(FileKind.YAML, new YamlReader());
        readers.put(FileKind.PROPERTIES, new PropertiesReader());
        readers.put(FileKind.XML, new XmlReader());
        readers.put(FileKind.GRADLE, new GradleReader());
        readers.put(FileKind.DOCKERFILE, new DockerfileReader());
        readers.put(FileKind.ENV, new EnvReader());
        readers.put(FileKind.SHELL, new ScriptReader());
    }

    /** Reads a file from its workspace; one that the disk refuses is a problem. */
    public Result read(SourceFile file) {
        try {
            return read(file, file.content().bytes());
        } catch (IOException e) {
            return Result.problem(new Problem(Location.of(file.path()), "read", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Result read(SourceFile file, byte[] bytes) {
        return Objects.requireNonNull(readers.get(file.kind()), "every kind has a reader")
                .read(file, bytes);
    }
}
