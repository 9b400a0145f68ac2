package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Volume;
import java.util.ArrayList;
import java.util.List;

/** Reads the volumes of a pod and the claims that its workload makes for every replica. */
final class Volumes {

    private Volumes() {}

    static List<Volume> of(Part pod, Part spec) {
        List<Volume> volumes = new ArrayList<>();
        pod.items("volumes").stream().filter(Part::isMapping).forEach(v -> volumes.add(volume(v)));
        for (Part claim : spec.items("volumeClaimTemplates")) {
            Part name = claim.at("metadata", "name");
            Amount size = claim.quantity("spec", "resources", "requests", "storage");
            volumes.add(new Volume(name.text(), Volume.Kind.CLAIM_PER_REPLICA, "", size, name.at()));
        }
        return volumes;
    }

    private static Volume volume(Part part) {
        Part emptyDir = part.at("emptyDir");
        if (emptyDir.exists()) {
            return volume(part, Volume.Kind.EMPTY_DIR, "", emptyDir.quantity("sizeLimit"));
        }
        Amount none = Amount.absent(part.at("name").at());
        if (part.at("persistentVolumeClaim").exists()) {
            return volume(part, Volume.Kind.CLAIM, part.text("persistentVolumeClaim", "claimName"), none);
        }
        if (part.at("configMap").exists()) {
            return volume(part, Volume.Kind.CONFIG_MAP, part.text("configMap", "name"), none);
        }
        if (part.at("secret").exists()) {
            return volume(part, Volume.Kind.SECRET, part.text("secret", "secretName"), none);
        }
        if (part.at("hostPath").exists()) {
            return volume(part, Volume.Kind.HOST_PATH, part.text("hostPath", "path"), none);
        }
        return volume(part, part.at("projected").exists() ? Volume.Kind.PROJECTED : Volume.Kind.OTHER, "", none);
    }

    private static Volume volume(Part part, Volume.Kind kind, String source, Amount size) {
        return new Volume(part.text("name"), kind, source, size, part.at("name").at());
    }
}
