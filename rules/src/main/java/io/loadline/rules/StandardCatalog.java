package io.loadline.rules;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogLoader;
import java.util.List;

/** The catalog of third-party libraries that comes with the product. */
public final class StandardCatalog {

    private static final String INDEX = "/io/loadline/catalog/index";

    private StandardCatalog() {}

    /** Its files, in a fixed order; a team's own files go behind them. */
    public static List<CatalogFile> files() {
        return CatalogLoader.readIndexed(StandardCatalog.class, INDEX);
    }
}
