package shop.orders;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class PaymentClient {

    private final RestTemplate http;

    public PaymentClient(RestTemplate http) {
        this.http = http;
    }

    public void charge(Order order) {
        http.postForObject("http://payments/charges", order.getId(), String.class);
    }

    public long price(String article) {
        return http.getForObject("http://payments/prices/" + article, Long.class);
    }
}
