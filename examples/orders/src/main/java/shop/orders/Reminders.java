package shop.orders;

import java.util.concurrent.ExecutorService;
import org.springframework.data.domain.PageRequest;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class Reminders {

    private final OrderRepository orders;
    private final JavaMailSender mail;
    private final ExecutorService workers;

    public Reminders(OrderRepository orders, JavaMailSender mail, ExecutorService workers) {
        this.orders = orders;
        this.mail = mail;
        this.workers = workers;
    }

    @Scheduled(cron = "0 0 7 * * *")
    public void remind() {
        for (Order order : orders.findByPaidFalse(PageRequest.of(0, 500))) {
            workers.submit(() -> send(order));
        }
    }

    private void send(Order order) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setTo(order.getEmail());
        message.setSubject("Order " + order.getId() + " waits to be paid");
        mail.send(message);
    }
}
