package io.loadline.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of database server and how many connections it accepts.
 *
 * @param kind for people: {@code PostgreSQL}
 * @param images image names without tag
 * @param schemes what follows {@code jdbc:} or {@code r2dbc:} in an address
 * @param accepts connections that it accepts when nothing says otherwise; absent where that depends on the machine
 * @param reserved connections, of those, that only administrators get
 * @param options command-line options and keys of its configuration file that set the number
 * @param variables environment variables of its images that set the number
 */
public record Server(
        String kind,
        List<String> images,
        List<String> schemes,
        @Nullable Long accepts,
        long reserved,
        List<String> options,
        List<String> variables) {
    public Server {
        images = CatalogFile.orEmpty(images);
        schemes = CatalogFile.orEmpty(schemes);
        options = CatalogFile.orEmpty(options);
        variables = CatalogFile.orEmpty(variables);
    }
}
