package shop.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Entity
public class Order {

    @Id
    private Long id;

    private Long customer;

    private List<String> articles;

    public Long getId() {
        return id;
    }

    public Long getCustomer() {
        return customer;
    }

    public List<String> getArticles() {
        return articles;
    }
}
