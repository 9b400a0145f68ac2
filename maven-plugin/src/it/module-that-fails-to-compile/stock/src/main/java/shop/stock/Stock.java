package shop.stock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

public final class Stock {

    private final HttpClient client = HttpClient.newHttpClient();

    void all(List<String> ids) throws IOException, InterruptedException {
        for (String id : ids) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://names/" + id)).build();
            client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Stock().all(List.of(args));
    }
}
