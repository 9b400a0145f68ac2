package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Container;
import io.loadline.deploy.Volume;
import java.util.ArrayList;
import java.util.List;

/** Reads the volumes of a Compose service. */
final class ComposeVolumes {

    private ComposeVolumes() {}

    static List<Volume> of(Part service) {
        List<Volume> volumes = new ArrayList<>();
        for (Part item : service.items("volumes")) {
            String source = item.isMapping() ? item.text("source") : source(item.text());
            boolean path = source.startsWith(".") || source.startsWith("/") || source.startsWith("~");
            if (!source.isEmpty()) {
                Volume.Kind kind = path ? Volume.Kind.HOST_PATH : Volume.Kind.CLAIM;
                volumes.add(new Volume(source, kind, source, Amount.absent(item.at()), item.at()));
            }
        }
        return volumes;
    }

    static List<Container.Mount> mounts(Part service) {
        List<Container.Mount> mounts = new ArrayList<>();
        for (Part item : service.items("volumes")) {
            if (item.isMapping()) {
                mounts.add(new Container.Mount(
                        item.text("source"), item.text("target"), "", item.isTrue("read_only"), item.at()));
            } else {
                String[] parts = item.text().split(":");
                String target = parts.length > 1 ? parts[1] : parts[0];
                boolean readOnly = parts.length > 2 && parts[2].contains("ro");
                mounts.add(new Container.Mount(source(item.text()), target, "", readOnly, item.at()));
            }
        }
        return mounts;
    }

    /** A volume without source is anonymous. */
    private static String source(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon);
    }
}
