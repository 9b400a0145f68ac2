package shop.payments;

final class Payments {

    private final Missing missing = new Missing();
}
