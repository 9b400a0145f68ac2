package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Manifest;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import io.loadline.source.dockerfile.DockerfileReader;
import io.loadline.source.yaml.YamlReader;

/** Reads texts in tests. */
final class Read {

    private Read() {}

    static Observed yaml(String path, String text) {
        return ManifestObserver.observe(ReadText.cleanly(new YamlReader(), path, text, Input.Documents.class));
    }

    static <M extends Manifest> M only(String text, Class<M> type) {
        Observed observed = yaml("k8s/a.yaml", text);
        assertThat(observed.manifests()).hasSize(1);
        assertThat(observed.manifests().get(0)).isInstanceOf(type);
        return type.cast(observed.manifests().get(0));
    }

    static ImageBuild dockerfile(String text) {
        Input.Dockerfile input =
                ReadText.cleanly(new DockerfileReader(), "orders/Dockerfile", text, Input.Dockerfile.class);
        return ImageObserver.observe(input).orElseThrow();
    }
}
