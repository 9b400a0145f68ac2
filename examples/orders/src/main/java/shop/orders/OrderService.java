package shop.orders;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {

    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final PaymentClient payments;

    public OrderService(OrderRepository orders, CustomerRepository customers, PaymentClient payments) {
        this.orders = orders;
        this.customers = customers;
        this.payments = payments;
    }

    @Transactional
    public void place(Order order) {
        orders.save(order);
        payments.charge(order);
    }

    public long total(Order order) {
        long sum = 0;
        for (String article : order.getArticles()) {
            sum += priceOf(article);
        }
        return sum;
    }

    private long priceOf(String article) {
        return payments.price(article);
    }

    public List<String> names(List<Order> recent) {
        List<String> names = new ArrayList<>();
        for (Order order : recent) {
            customers.findById(order.getCustomer()).ifPresent(customer -> names.add(customer.getName()));
        }
        return names;
    }

    public List<Order> all() {
        return orders.findAll();
    }
}
