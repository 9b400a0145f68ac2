package io.loadline.system.build;

import io.loadline.source.Input;
import io.loadline.source.xml.XmlReader;
import io.loadline.workspace.LocalRepository;
import io.loadline.workspace.SourceFile;
import java.io.IOException;
import java.util.Optional;

/** POMs of a Maven repository on this machine. */
public final class RepositoryPoms implements PomSource {

    private final LocalRepository repository;

    /** Looks POMs up in that repository. */
    public RepositoryPoms(LocalRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Input.Element> pom(String group, String artifact, String version) {
        return repository.pom(group, artifact, version).flatMap(RepositoryPoms::read);
    }

    private static Optional<Input.Element> read(SourceFile file) {
        try {
            Input input = new XmlReader().read(file, file.content().bytes()).input();
            return input instanceof Input.Xml xml ? Optional.of(xml.root()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
