package io.loadline.fact.deploy;

import io.loadline.deploy.Identity;

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
                Environments.of(manifest.path()),
                metadata.labels("labels"),
                metadata.labels("annotations"),
                name.exists() ? name.at() : manifest.at("kind").at());
    }
}
