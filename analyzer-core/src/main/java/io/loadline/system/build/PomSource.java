package io.loadline.system.build;

import io.loadline.source.Input;
import java.util.Optional;

/** Where POMs of third-party artifacts are looked up, such as the local Maven repository. Never the network. */
@FunctionalInterface
public interface PomSource {

    /** Knows no POM. */
    PomSource NONE = (group, artifact, version) -> Optional.empty();

    /** The root element of the POM of an artifact; empty where it is not at hand or cannot be read. */
    Optional<Input.Element> pom(String group, String artifact, String version);
}
