package io.loadline.fact.deploy;

import io.loadline.deploy.Identity;
import io.loadline.evidence.Location;

/** Reads which object a Kubernetes manifest describes. */
final class Identities {

    private Identities() {}

    static Identity of(Part manifest) {
        Part metadata = manifest.at("metadata");
        Part name = metadata.at("name").exists() ? metadata.at("name") : metadata.at("generateName");
        return new Identity(
                manifest.text("kind"),
                name.text(),
                metadata.text("namespace"),
                manifest.environment(),
                metadata.labels("labels"),
                metadata.labels("annotations"),
                name.exists() ? at(name) : manifest.at("kind").at());
    }

    /** A name that a chart takes from its values is still the name of the object in the template. */
    static Location at(Part name) {
        return name.at().path().equals(name.key().path()) ? name.at() : name.key();
    }
}
