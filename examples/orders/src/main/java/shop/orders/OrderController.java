package shop.orders;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {

    private final OrderService service;

    public OrderController(OrderService service) {
        this.service = service;
    }

    @GetMapping
    public List<Order> all() {
        return service.all();
    }

    @GetMapping("/names")
    public List<String> names() {
        return service.names(service.all());
    }

    @PostMapping
    public void place(@RequestBody Order order) {
        service.place(order);
    }

    @PostMapping("/total")
    public long total(@RequestBody Order order) {
        return service.total(order);
    }
}
