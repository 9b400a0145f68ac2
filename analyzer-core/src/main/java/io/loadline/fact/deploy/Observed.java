package io.loadline.fact.deploy;

import io.loadline.deploy.Manifest;
import java.util.List;

/**
 * What the documents of a file describe.
 *
 * @param manifests in written order
 * @param documents how many documents were manifests of any kind, known or not
 * @param unknown how many objects are of a kind that says nothing about scaling, or that is not known
 */
public record Observed(List<Manifest> manifests, int documents, int unknown) {

    /** Nothing about deployment. */
    public static final Observed NOTHING = new Observed(List.of(), 0, 0);

    public Observed {
        manifests = List.copyOf(manifests);
    }

    /** The same documents, whose objects are told from elsewhere. */
    public Observed without() {
        return new Observed(List.of(), documents, unknown);
    }

    /** The same objects, whose documents are counted elsewhere. */
    public Observed uncounted() {
        return new Observed(manifests, 0, 0);
    }
}
